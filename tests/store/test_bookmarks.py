"""The places a person wants to find again."""

from dataclasses import replace

import pytest

from reader.model.bookmark import Bookmark
from reader.model.place import Place
from reader.store.bookmarks import BookmarkStore
from reader.store.database import Database

PLACE = Place("a1b2", 3, "gut 🦠", "the ")


@pytest.fixture
def bookmarks(database: Database) -> BookmarkStore:
    return BookmarkStore(database)


@pytest.fixture
def three(bookmarks: BookmarkStore) -> list[Bookmark]:
    return [
        bookmarks.add(document, PLACE, name, made=5.0)
        for document, name in (("gut", "first"), ("brain", "second"), ("gut", "third"))
    ]


def test_the_newest_stands_first(bookmarks: BookmarkStore, three: list[Bookmark]) -> None:
    first, second, third = three
    assert bookmarks.all() == (third, second, first)
    assert bookmarks.of("gut") == (third, first)
    assert bookmarks.of("unknown") == ()
    assert third.place == PLACE


def test_what_is_taken_off_is_handed_back_and_can_be_restored_to_its_old_row(
    bookmarks: BookmarkStore, three: list[Bookmark]
) -> None:
    first, second, third = three
    assert bookmarks.remove(second.id) == second
    assert bookmarks.all() == (third, first)
    bookmarks.restore(second)
    bookmarks.restore(second)
    assert bookmarks.all() == (third, second, first)


def test_taking_off_what_another_window_took_off_is_harmless(
    bookmarks: BookmarkStore, three: list[Bookmark]
) -> None:
    bookmarks.remove(three[0].id)
    assert bookmarks.remove(three[0].id) is None


def test_a_new_bookmark_never_takes_the_number_of_one_that_may_come_back(
    bookmarks: BookmarkStore, three: list[Bookmark]
) -> None:
    newest = three[-1]
    bookmarks.remove(newest.id)
    newer = bookmarks.add("gut", PLACE, "newer", made=6.0)
    bookmarks.restore(newest)
    assert bookmarks.all()[:2] == (newer, newest)


def test_a_name_can_be_changed(bookmarks: BookmarkStore, three: list[Bookmark]) -> None:
    bookmarks.rename(three[1].id, "for Dr Jones")
    assert replace(three[1], name="for Dr Jones") in bookmarks.all()
