"""How far word times are from the sound: `python benchmarks/words_heard.py [FILE...]`.

A file holds one sentence a line; the bundled articles are always among the texts. Both voices say those of
their sentences whose words the aligner knows. Forced alignment (see hearing.py) tells when each word begins.
A hash puts each sentence into the half that constants may be fitted on, or into the half that is scored.

Fitted, on the first half: the constant that would still be missing from a voice's times, at all speeds
together; the nearer to 0 the better. Scored, on the other half, with the times just as the app has them:
the difference between time and alignment. First words are left out, they begin with the sound. A row says
too how far words after a pause are from where the sound swells: that needs no aligner.
benchmarks/speech.md keeps the results.
"""

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import hearing
import numpy as np

from reader.speech.synthesis import Engine
from reader.speech.voice import Sound

SPEEDS = (0.5, 0.75, 0.85, 1.0, 2.0)
MOST = 80
"""Sentences of each text, evenly picked: more change no figure."""

STILL = 0.2
"""Seconds of silence that make a pause; a shorter one may be the closure of a "p" or "t"."""


def is_scored(sentence: str) -> bool:
    """Return whether a sentence belongs to the half that nothing is fitted on."""
    return hashlib.sha256(sentence.encode()).digest()[0] < 128


def picked(sentences: Sequence[str], aligner: hearing.Aligner) -> list[str]:
    """Return different sentences that can be aligned, evenly picked."""
    known = [one for one in dict.fromkeys(sentences) if aligner.knows(one) and 4 <= len(one.split()) <= 30]
    return known[:: max(1, len(known) // MOST)][:MOST]


def differences(
    engine: Engine, speed: float, sentences: Sequence[str]
) -> tuple[list[float], list[float], int]:
    """Return time minus alignment of each word, time minus swell of those after a pause, and what failed."""
    aligner = hearing.Aligner(speed)
    aligned: list[float] = []
    swelled: list[float] = []
    failed = 0
    for text in sentences:
        sound = hearing.say(engine, text, speed)
        starts = aligner.starts(text, sound)
        if starts is None:
            failed += 1
            continue
        aligned += [word.time - start for word, start in zip(sound.words, starts, strict=True)][1:]
        swelled += after_pauses(sound)
    return aligned, swelled, failed


def after_pauses(sound: Sound) -> list[float]:
    """Return how long after the end of a silence its word is marked, for each silence but the first."""
    numbers = np.abs(np.frombuffer(sound.samples, "<i2").astype(int))
    loud = np.flatnonzero(numbers > 300) / sound.rate
    ends = loud[1:][np.diff(loud) > STILL]
    times = np.array([word.time for word in sound.words[1:]])
    nearest = [float(times[np.abs(times - end).argmin()] - end) for end in ends] if len(times) else []
    # A silence without a word near its end lies within one.
    return [difference for difference in nearest if abs(difference) < 0.15]


def row(name: str, speed: float, values: Sequence[float]) -> str:
    """Return one line of the table, in milliseconds."""
    if not values:
        return f"| {name} | {speed} | 0 | | | | | |"
    size = np.abs(values) * 1000
    return (
        f"| {name} | {speed} | {len(size)} | {np.median(values) * 1000:+.0f} | {size.mean():.0f} "
        f"| {np.median(size):.0f} | {np.percentile(size, 95):.0f} | {size.max():.0f} |"
    )


def main() -> None:
    """Print what is still missing by the fitting half, and the scores of the other half."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    asked = parser.parse_args()
    aligner = hearing.Aligner(1.0)
    texts = [hearing.articles(), *map(hearing.gold, asked.files)]
    sentences = [sentence for text in texts for sentence in picked(text, aligner)]
    fitting = [one for one in sentences if not is_scored(one)]
    scored = [one for one in sentences if is_scored(one)]
    print(f"{len(fitting)} sentences to fit on, {len(scored)} others to score; words by speed below")
    print("| voice | speed | words | median | MAE | median size | p95 | worst |")
    print("|---|---|---|---|---|---|---|---|")
    with hearing.voices() as engines:
        for name, engine in engines.items():
            left = [difference for speed in SPEEDS for difference in differences(engine, speed, fitting)[0]]
            hearing.tell(f"| {name}, still to add by the fitting half: {-np.median(left) * 1000:+.0f} ms |")
            for speed in SPEEDS:
                aligned, swelled, failed = differences(engine, speed, scored)
                note = f", {failed} sentences not made out" if failed else ""
                note += ", sentence marked only" if not hearing.say(engine, scored[0], speed).measured else ""
                hearing.tell(row(f"{name}{note}", speed, aligned))
                hearing.tell(row(f"{name}, after a pause, by the sound", speed, swelled))


if __name__ == "__main__":
    main()
