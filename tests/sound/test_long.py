"""Ten minutes of reading aloud, with pauses: each sentence is heard whole, and the mark keeps to the word."""

import os
import sys
from bisect import bisect_right
from collections.abc import Callable
from statistics import median, quantiles
from typing import Any

import pytest

from reader.session.playback import END_OF_PART
from tests.sound.person import RATES
from tests.sound.pulse import played

MINUTES = float(os.environ.get("GENTLE_MINUTES", "10"))
"""Of the natural voice; the computer's own has a third of it."""

PAUSES = 5

SENTENCES = (
    "Some people with this illness have trouble in the gut.",
    "Tiny living things there may change, and no one is sure why.",
    "Substances that they make may leak out into other parts of the body.",
    "The body may then answer as it would to an infection.",
    "In one study, about half of the people felt some better after a change of food.",
    "It is a small study, so much is still open.",
    "Rest well, and take all the time you need.",
)
SECONDS = {"natural": 4.0, "system": 4.6}
"""How long one of them takes, with the gap after it."""


def paused_at_times(person: Any, sentences: int) -> None:
    """Listen to the end, and pause and go on a few times on the way, each time in another sentence."""
    between = max(1, sentences // (PAUSES + 1))
    for _ in range(PAUSES):
        for _ in range(between):
            person.sees("playing")
        person.does("toggle")
        person.does("toggle")
    person.sees("said", words=END_OF_PART)


def delays(person: Any, recording: Any) -> list[float]:
    """Return how long after its sound each word was marked, in order; each sentence must be heard whole."""
    playing = person.all("playing")
    begins = []
    for told in playing:
        sound = played(told)
        second = told["at"] - recording.begin(0)
        match = recording.find(sound, second - 0.5, second + 1.5 + len(sound) / recording.rate)
        begins.append((recording.begin(second) + match.second, match.correlation))
    times = [told["at"] for told in playing]
    found = []
    for told in person.all("marked"):
        if told["offset"] is None:
            continue
        number = bisect_right(times, told["at"]) - 1
        word = next(time for start, _, time in playing[number]["words"] if start == told["offset"])
        found.append(told["at"] - begins[number][0] - word)
    broken = [round(correlation, 2) for _, correlation in begins if correlation < 0.8]
    # A sentence that was paused in is heard in two pieces.
    assert len(broken) <= PAUSES, broken
    return found


@pytest.mark.long
@pytest.mark.parametrize("voice", RATES)
def test_ten_minutes_stay_whole_and_the_mark_stays_with_the_word(
    plug_in: Callable[..., Any],
    record: Callable[..., Any],
    listens: Callable[..., Any],
    voice: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    minutes = MINUTES if voice == "natural" else MINUTES / 3
    count = max(PAUSES + 2, int(minutes * 60 / SECONDS[voice]))
    plug_in("long")
    recording = record("long")
    person = listens(" ".join(SENTENCES[number % len(SENTENCES)] for number in range(count)))
    person.does("toggle")
    paused_at_times(person, count)
    recording.wait(0.5)
    assert len(person.all("playing")) == count
    late = delays(person, recording)
    tenth = len(late) // 10
    drift = median(late[-tenth:]) - median(late[:tenth])
    p95 = quantiles(map(abs, late), n=20)[-1]
    figures = {"median": median(late), "p95": p95, "worst": max(map(abs, late)), "drift": drift}
    with capsys.disabled():
        words = ", ".join(f"{name} {second * 1000:.0f} ms" for name, second in figures.items())
        told = f"{voice}, {recording.seconds / 60:.1f} minutes, {count} sentences, {len(late)} words"
        sys.stdout.write(f"\n{told}, marked after they are heard: {words}\n")
    assert p95 <= 0.060
    assert abs(drift) <= 0.020
