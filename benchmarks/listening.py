"""What a listener hears, and when: `python benchmarks/listening.py [PART...]`, all parts if none is named.

Someone listens to sentences of the bundled articles: the app's own voices, loudspeaker and reading, with
pronunciation, but no window (tests/sound/listener.py). A PulseAudio of our own takes the sound at the voice's
rate, and its monitor is recorded. A key counts from when the listener's process has read it; a sound counts
from when its sample arrives at the recorder, by the clock that both processes share.

- start: from Listen to the first sample above 1 % of full, the voice's process running: on a piece that was
  just turned to (its sound is made after the key), and on one that was looked at before (made ahead);
- end: from the key to the last sample of sound, for pause and stop;
- gap: the silence between two sentences, as chosen and as recorded;
- loudness: of each voice as recorded;
- mark: when a word is marked, against its beginning in the recording by forced alignment (see hearing.py).
  First words are left out: the aligner is unsure of what follows silence.

benchmarks/speech.md keeps the results.
"""

import argparse
import contextlib
import os
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import hearing
import numpy as np

from reader.session.playback import END_OF_PART
from reader.speech.levelling import loudness_of
from reader.speech.voice import Sound
from reader.store.pronunciation import bundled_wordings
from reader.text.pronunciation import Pronunciation
from tests.sound.person import RATES, Person
from tests.sound.pulse import SILENCE, Recording, played, sound_system

TIMES = 10
AUDIBLE = 327
"""A sample above 1 % of full scale."""
SETTLED = 1.5
"""Seconds in which a piece that is looked at has its first sentence made ahead."""
GAPS = (0.0, 0.3, 1.5, 3.0)
SPEEDS = (0.75, 1.0, 2.0)
WORDS = 330


@contextlib.contextmanager
def listening(sentences: Sequence[str], voice: str = "natural") -> Iterator[tuple[Person, Recording]]:
    """Give someone who has these sentences before them, with a warm voice, and what they hear."""
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    with (
        tempfile.TemporaryDirectory() as run,
        tempfile.TemporaryDirectory() as folder,
        sound_system(Path(run), RATES[voice]) as system,
    ):
        system.plug_in("heard")
        recording = Recording(system, "heard")
        person = Person(system.environment, Path(folder), "\n\n".join(sentences), voice=voice)
        person.does("warm")
        person.sees("voice")
        try:
            yield person, recording
        finally:
            person.end()
            recording.end()


def texts() -> list[str]:
    """Return different sentences of 8 to 25 words that are said as they are written and can be aligned."""
    aligner = hearing.Aligner(1.0)
    says = Pronunciation(bundled_wordings(), {}).utterance
    return [
        text
        for text in dict.fromkeys(hearing.articles())
        if 8 <= len(text.split()) <= 25 and aligner.knows(text) and says(text, ()).text == text
    ]


def figures(seconds: Sequence[float]) -> str:
    """Return median, 95th percentile and worst in milliseconds; the last two by their size."""
    size = np.abs(seconds) * 1000
    return f"{np.median(seconds) * 1000:+.0f} | {np.percentile(size, 95):.0f} | {size.max():.0f}"


def first_sounds(*, ahead: bool) -> Iterator[float]:
    """Yield the seconds from Listen to the first audible sample, each time on another piece."""
    with listening(texts()[: 5 * TIMES]) as (person, recording):
        for number in range(TIMES + 1):
            # Two on: the voice has already made the sentence after the one that was heard.
            person.does("turn")
            person.does("turn")
            recording.wait(SETTLED if ahead else 0.1)
            asked = person.does("toggle")["asked"]
            person.sees("playing")
            recording.wait(1.0)
            begin = asked - recording.begin(recording.seconds)
            sound = recording.loud(begin, above=AUDIBLE)[0]
            person.does("stop")
            recording.wait(0.3)
            if number:  # the first Listen of the day is another matter: nothing is made ahead before it
                yield sound - begin


def last_sounds(verb: str, speed: float) -> Iterator[float]:
    """Yield the seconds from a key to the last sample of sound."""
    with listening(texts()[: 5 * TIMES]) as (person, recording):
        person.does("speed", str(speed))
        for number in range(TIMES):
            person.does("turn")
            person.does("toggle")
            person.sees("playing")
            recording.wait(0.6 + 0.07 * number)
            asked = person.does(verb)["asked"]
            recording.wait(1.0)
            key = asked - recording.begin(recording.seconds)
            yield recording.loud(key - 2.0, above=SILENCE)[-1] - key
            person.does("stop")


def gaps(chosen: float) -> tuple[list[float], list[float]]:
    """Return by how much gaps are longer than chosen, from sound to sound, and as silence to the ear."""
    whole, heard = [], []
    with listening(texts()[: TIMES + 1]) as (person, recording):
        person.does("gap", str(chosen))
        person.does("toggle")
        person.sees("said", words=END_OF_PART)
        recording.wait(0.5)
        end = 0.0
        for number, told in enumerate(person.all("playing")):
            sound = played(told)
            begin = recording.find(sound, end, end + 8 + len(sound) / recording.rate).second
            if number:
                loud_before = recording.loud(end - 2, end, above=AUDIBLE)[-1]
                loud_after = recording.loud(begin, above=AUDIBLE)[0]
                whole.append(begin - end - chosen)
                heard.append(loud_after - loud_before - chosen)
            end = begin + len(sound) / recording.rate
    return whole, heard


def loudness(voice: str) -> float:
    """Return the loudness of all that is recorded of a voice, in LUFS."""
    with listening(texts()[:12], voice) as (person, recording):
        person.does("toggle")
        # The first sentence begins softly.
        second = [person.sees("playing") for _ in range(2)][-1]
        person.sees("said", words=END_OF_PART)
        start = second["at"] - recording.begin(recording.seconds)
        return loudness_of(recording.samples(start).tobytes(), recording.rate) or -70.0


def marks(speed: float) -> list[float]:
    """Return the seconds from the sound of a word to its mark, for each word but the first ones."""
    sentences, words = [], 0
    for text in texts()[7:]:
        if words < WORDS:
            sentences.append(text)
            words += len(text.split()) - 1
    aligner = hearing.Aligner(speed)
    late: list[float] = []
    with listening(sentences) as (person, recording):
        person.does("speed", str(speed))
        person.does("toggle")
        person.sees("said", words=END_OF_PART)
        playing = person.all("playing")
        assert len(playing) == len(sentences)
        times = [told["at"] for told in playing]
        for number, (text, told) in enumerate(zip(sentences, playing, strict=True)):
            sound = played(told)
            expected = told["at"] - recording.begin(0)
            begin = recording.find(sound, expected - 0.5, expected + 1.5 + len(sound) / recording.rate).second
            heard = recording.samples(begin, begin + len(sound) / recording.rate)
            starts = aligner.starts(text, Sound(heard.tobytes(), recording.rate))
            marked = {
                mark["offset"]: mark["at"]
                for mark in person.all("marked")
                if mark["offset"] is not None and bisect_right(times, mark["at"]) - 1 == number
            }
            clock = recording.begin(begin) + begin
            for (start, _, _), second in list(zip(told["words"], starts or (), strict=False))[1:]:
                if start in marked:
                    late.append(marked[start] - clock - second)
    return late


def tell_start() -> None:
    """Print the first sounds."""
    for name, ahead in (("just turned to", False), ("looked at before", True)):
        hearing.tell(
            f"| Listen → sound, on a piece {name} | {TIMES} | {figures(list(first_sounds(ahead=ahead)))} |"
        )


def tell_end() -> None:
    """Print the last sounds."""
    for verb, key in (("toggle", "pause"), ("stop", "stop")):
        for speed in (1.0, 2.0):
            found = list(last_sounds(verb, speed))
            hearing.tell(f"| {key} → silence, at speed {speed} | {len(found)} | {figures(found)} |")


def tell_gap() -> None:
    """Print the gaps."""
    for chosen in GAPS:
        whole, heard = gaps(chosen)
        hearing.tell(f"| gap of {chosen} s, longer than chosen by | {len(whole)} | {figures(whole)} |")
        hearing.tell(f"| – as silence below 1 % of full | {len(heard)} | {figures(heard)} |")


def tell_loudness() -> None:
    """Print the loudness of both voices."""
    for voice in RATES:
        hearing.tell(f"| loudness, {voice}: {loudness(voice):.1f} LUFS |")


def tell_mark() -> None:
    """Print how far marks are from the words of the recording."""
    for speed in SPEEDS:
        late = marks(speed)
        hearing.tell(f"| word's sound → its mark, at speed {speed} | {len(late)} | {figures(late)} |")


PARTS: dict[str, Callable[[], None]] = {
    "start": tell_start,
    "end": tell_end,
    "gap": tell_gap,
    "loudness": tell_loudness,
    "mark": tell_mark,
}


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked = parser.parse_args()
    hearing.tell("| what, in milliseconds | times | median | p95 | worst |\n|---|---|---|---|---|")
    for part in asked.parts or PARTS:
        PARTS[part]()


if __name__ == "__main__":
    main()
