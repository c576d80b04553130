"""The voice, hands free and the weighing, while the rest of a book is on its way."""

from types import SimpleNamespace
from typing import Any

from reader.model.document import Document
from reader.session.hands_free import LEAST, HandsFree
from reader.session.notices import Notices
from reader.session.playback import END_OF_PART
from reader.session.sleep_timer import SleepTimer
from reader.session.whereabouts import CUT_SHORT, REST_ON_ITS_WAY
from tests.session.arrivals import growing

TEXT = "\n\n".join(
    f"{name} begins a paragraph. It has some more words, to fill a piece. {'Words ' * 110}."
    for name in ("One", "Two", "Three", "Four")
)


def opened(person: Any) -> list[Document]:
    """Have the person listen to the last piece that is here; return what is to come."""
    first, *rest = growing(TEXT, words=100)
    person.reading.open(first)
    person.reading.show(len(person.reading.chunks) - 1)
    person.listening.toggle()
    return rest


def hear_all(person: Any) -> None:
    """Hear what is said to the end of what is here."""
    for _ in range(20):
        if person.sound.text:
            person.sound.end()
            person.clock.advance(5)


def test_the_voice_waits_at_the_border_and_goes_on_with_what_comes(person: Any) -> None:
    rest = opened(person)
    here = person.reading.index
    hear_all(person)
    assert person.said[-1] == REST_ON_ITS_WAY
    assert person.state == "on"
    assert END_OF_PART not in person.said
    person.reading.grow(rest[0])
    person.clock.advance(5)
    assert person.hears
    assert person.reading.index == here + 1
    assert person.marked


def test_stopped_at_the_border_it_stays_silent(person: Any) -> None:
    rest = opened(person)
    hear_all(person)
    person.listening.stop()
    person.reading.grow(rest[0])
    person.clock.advance(5)
    assert person.state == "silent"
    assert not person.hears


def test_paused_at_the_border_it_goes_on_when_the_person_does(person: Any) -> None:
    rest = opened(person)
    here = person.reading.index
    hear_all(person)
    person.listening.pause()
    person.reading.grow(rest[0])
    person.clock.advance(5)
    assert not person.hears
    person.listening.toggle()
    hear_all(person)
    assert person.reading.index > here


def test_a_text_that_breaks_off_ends_the_reading_with_a_word(person: Any) -> None:
    opened(person)
    hear_all(person)
    person.reading.break_off()
    assert person.said[-1] == CUT_SHORT
    assert person.state == "silent"


def test_the_sleep_timer_finds_its_way_back_in_a_text_that_has_grown(person: Any) -> None:
    rest = opened(person)
    here = person.reading.index
    preferences: Any = SimpleNamespace(settings=person.settings)
    timer = SleepTimer(person.listening, person.reading, preferences, person.sound, Notices(), person.clock)
    timer.set("5")
    person.clock.advance(300)
    assert timer.is_fading
    person.reading.grow(rest[0])
    person.reading.show(here + 1)
    person.listening.stop()
    assert person.reading.index == here


def test_hands_free_stays_at_the_border_until_more_is_there(person: Any) -> None:
    first, second, *_ = growing(TEXT, words=100)
    person.reading.open(first)
    person.reading.show(len(first.cuts["short"]) - 1)
    here = person.reading.index
    pace: Any = _Pace()
    hands_free = HandsFree(person.reading, pace, person.listening, Notices(), person.clock)
    hands_free.begin(_Sight(person.reading))
    person.clock.advance(60)
    assert (hands_free.on, person.reading.index) == (True, here)
    person.reading.grow(second)
    person.clock.advance(LEAST)
    assert (hands_free.on, person.reading.index) == (True, here + 1)


class _Pace:
    def seconds(self, _words: int) -> float:
        return 1.0


class _Sight:
    """A window in which every piece is wholly seen."""

    def __init__(self, reading: Any) -> None:
        self.read_on = reading.next

    def in_sight(self) -> str:
        return ""

    def has_more(self) -> bool:
        return False
