"""The texts of the library in a row: what tells two of them apart, and which of them came last."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.effort import Effort
from reader.model.place import Place
from reader.model.record import Record
from reader.session.catalogue import Entry, lately, matching, ordered, told_apart

HOUR = 3600.0
DAY = 24 * HOUR
LETTER = Entry(
    "letter", "Your appointment", None, "Dr Moss", path=Path("/home/me/letter.pdf"), added=10 * DAY
)
ELSEWHERE = Path("/home/me/old/letter.pdf")


@pytest.fixture
def greenwich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.mark.usefixtures("greenwich")
@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replace(LETTER, title="Your results"), {}),
        (replace(LETTER, author="Dr Reed"), {}),
        (
            replace(LETTER, path=Path("/home/me/letter-2.pdf")),
            {"letter": "file letter.pdf", "other": "file letter-2.pdf"},
        ),
        (replace(LETTER, path=None), {"letter": "file letter.pdf", "other": ""}),
        (replace(LETTER, added=9 * DAY), {"other": "an older copy"}),
        (replace(LETTER, title="Its title then", added=9 * DAY), {"other": "an older copy"}),
        (
            replace(LETTER, path=ELSEWHERE, added=9 * DAY),
            {"letter": "from 11 January 1970", "other": "from 10 January 1970"},
        ),
        (
            replace(LETTER, path=ELSEWHERE, added=10 * DAY + HOUR),
            {"letter": "from 11 January 1970, 00:00", "other": "from 11 January 1970, 01:00"},
        ),
    ],
)
def test_texts_are_told_apart_only_where_they_would_look_alike(other: Entry, told: dict[str, str]) -> None:
    assert told_apart([LETTER, replace(other, id="other")]) == told


def test_what_came_in_one_minute_is_not_told_apart_by_it() -> None:
    first, second = (replace(LETTER, id=f"copy {second}", added=9 * DAY + second) for second in (7, 8))
    assert set(told_apart([LETTER, second, first]).values()) == {"an older copy"}


@pytest.mark.usefixtures("greenwich")
def test_several_older_copies_tell_when_they_came() -> None:
    first, second = (replace(LETTER, id=f"copy {day}", added=day * DAY) for day in (7, 8))
    assert told_apart([LETTER, second, first]) == {
        "copy 7": "an older copy, from 8 January 1970",
        "copy 8": "an older copy, from 9 January 1970",
    }


def read(document: str, at: float) -> Record:
    return Record(document, "", Place("", 0), 0, "", "", at)


def test_what_came_stands_by_what_was_read() -> None:
    came = [replace(LETTER, id=f"came-{hour}", added=hour * HOUR) for hour in (4, 3, 2, 1)]
    assert lately([read("a", 3.5 * HOUR), read("b", 1.5 * HOUR)], came) == [
        "came-4",
        *("a", "came-3", "came-2"),
        *("b", "came-1"),
    ]


def test_what_was_read_counts_once_and_by_when_it_was_read() -> None:
    came = [replace(LETTER, id="a", added=9 * HOUR), replace(LETTER, id="b", added=2 * HOUR)]
    assert lately([read("a", HOUR)], came) == ["b", "a"]


def test_a_clock_that_was_set_back_leaves_what_was_read_in_its_order() -> None:
    assert lately([read("last", HOUR), read("before", 2 * HOUR)], []) == ["last", "before"]


def test_a_bundled_text_came_at_no_time() -> None:
    assert lately([], [Entry("guide", "Guide", None)]) == []


TALES = [
    *(
        Entry(f"tale-{number}", f"Café tale {number:03}", Effort(900 - number, 0, 0, 0))
        for number in range(9)
    ),
    Entry("other", "Another", None, "Ann Øther"),
]


@pytest.mark.parametrize(
    ("words", "found"),
    [("cafe 002", ["tale-2"]), ("002 TALE", ["tale-2"]), ("ann", ["other"]), ("café nowhere", [])],
)
def test_a_few_letters_of_title_or_author_are_enough(words: str, found: list[str]) -> None:
    assert [entry.id for entry in matching(TALES, words)] == found


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [("title", "other", "tale-8"), ("lightest", "tale-8", "other"), ("shelf", "tale-5", "other")],
)
def test_texts_stand_in_the_order_that_is_wanted(order: str, first: str, last: str) -> None:
    found = ordered(TALES, order, ["tale-5", "gone"])
    assert (found[0].id, found[-1].id) == (first, last)
