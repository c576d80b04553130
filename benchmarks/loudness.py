"""How loud each voice is: `python benchmarks/loudness.py`. benchmarks/speech.md keeps the results.

Each voice says the same sentences of the bundled articles. Told are the loudness by ITU-R BS.1770, the plain
mean square (RMS) of the samples, and the highest peak; means over the sentences, in decibels.
"""

import statistics
from collections.abc import Iterable

import hearing
import numpy as np

from reader.speech.levelling import loudness_of
from reader.speech.voice import Sound

EVERY = 8
"""One sentence of so many is enough."""


def decibels(size: float) -> float:
    """Return a size of samples in decibels below full scale."""
    return 20 * float(np.log10(size / 32768))


def row(sounds: Iterable[Sound]) -> str:
    """Return mean loudness with its spread, mean RMS, and the highest peak."""
    loudness, power, peaks = [], [], []
    for sound in sounds:
        numbers = np.frombuffer(sound.samples, "<i2").astype(float)
        loudness.append(loudness_of(sound.samples, sound.rate) or -70.0)
        power.append(decibels(float(np.sqrt((numbers**2).mean()))))
        peaks.append(decibels(float(np.abs(numbers).max())))
    return (
        f"{statistics.mean(loudness):.1f} ± {statistics.stdev(loudness):.1f} | {statistics.mean(power):.1f} "
        f"| {max(peaks):.1f}"
    )


def main() -> None:
    """Print a row for each voice and speed."""
    texts = hearing.articles()[::EVERY]
    print("| voice | speed | loudness, LUFS | RMS, dBFS | highest peak, dBFS |\n|---|---|---|---|---|")
    with hearing.voices() as engines:
        for name, engine in engines.items():
            for voice in engine.voices()[:3]:
                for speed in (0.5, 1.0, 2.0):
                    said = [engine.synthesise(text, speed, voice.id) for text in texts]
                    hearing.tell(f"| {name}: {voice.label} | {speed} | {row(said)} |")


if __name__ == "__main__":
    main()
