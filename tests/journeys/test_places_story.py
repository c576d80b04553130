"""A person reads, stops wherever they are, and finds everything where it was."""

from typing import Any

import pytest


def to_the_end(person: Any) -> Any:
    """Press Space until the text ends, and return every piece that was shown."""
    return person.press_until("Space", lambda: person.sessions.reading.ends_text)


def kept(person: Any) -> tuple[str, str, int]:
    """Return the place on the disk: document, block, letter."""
    person.sessions.keeping.keep_now()
    last = person.sessions.library.last()
    return last.document, last.place.block, last.place.offset


def test_from_the_first_press_to_the_last_piece_and_back_again(reader: Any) -> None:
    shown = to_the_end(reader)
    assert shown == [chunk.text for chunk in reader.sessions.reading.chunks]
    assert reader.quiet == "This is the end of the text. Library takes you back."
    reader.press("Space")
    assert reader.text == shown[-1], "the last piece stays"
    reader.press("Left", "Left", "Ctrl+B")
    assert reader.quiet == "Bookmarked. You can find it in the menu."
    reader.come_back()
    assert (reader.page, reader.text) == ("reading", shown[-3]), "open where it was closed"
    assert reader.window.reading.bookmark.text() == "Bookmarked"


def test_a_finished_article_begins_anew_from_the_library(reader: Any) -> None:
    first = to_the_end(reader)[0]
    title = reader.sessions.reading.document.title
    reader.come_back(days=1)
    row = next(row for row in reader.sessions.library.rows() if row.title == title)
    assert row.line.endswith("finished")
    reader.push(f"{row.title}. {row.line}. {row.hardness}")
    assert reader.text == first


def test_three_days_later_carry_on_shows_the_piece_before(reader: Any) -> None:
    pieces = [chunk.text for chunk in reader.sessions.reading.chunks]
    reader.press(*["Space"] * 5)
    reader.come_back(days=3)
    assert (reader.page, reader.focused) == ("library", "Carry on")
    reader.press("Return")
    assert reader.text == pieces[4], "the piece before, to pick up the thread"
    reader.press("Space")
    assert reader.text == pieces[5]


def test_looking_in_day_after_day_does_not_lose_a_piece_each_time(reader: Any) -> None:
    reader.press(*["Space"] * 5)
    at_first, shown = kept(reader), set()
    for _ in range(4):
        reader.come_back(days=1)
        reader.press("Return")
        shown.add(reader.text)
        assert kept(reader) == at_first
    assert len(shown) == 1, "always the same piece is shown"


def test_after_a_short_break_the_piece_is_there_at_once(reader: Any) -> None:
    reader.press(*["Space"] * 3)
    piece, place = reader.text, kept(reader)
    reader.come_back(hours=0.9)
    assert (reader.page, reader.text, kept(reader)) == ("reading", piece, place)
    assert reader.focus is reader.window.reading.view


def test_the_library_knows_a_move_of_just_now(reader: Any) -> None:
    reader.press("Space", "Space", "Space")
    piece, sentence = reader.text, reader.sessions.reading.sentence
    reader.window.run("library")
    assert reader.focused == "Carry on"
    assert reader.sessions.library.last().sentence == sentence
    reader.press("Return")
    assert reader.text == piece


def test_the_place_survives_other_pieces_letters_and_windows(reader: Any) -> None:
    reader.press(*["Space"] * 6)
    first_words = reader.text.split(".")[0]
    reader.press("Ctrl+1", "Ctrl++", "Ctrl++", "Ctrl++")
    reader.close()
    reader.open(360, 640)
    assert reader.text.startswith(first_words)
    reader.press("Ctrl+3", "Ctrl+0")
    assert first_words in reader.text
    reader.press("Ctrl+1")
    assert reader.text.startswith(first_words)


@pytest.mark.parametrize("keys", [("Ctrl+T", "Tab", "Tab"), ("Ctrl+T", "Tab", "Tab", "Tab")])
def test_contents_jump_return(reader: Any, keys: tuple[str, ...]) -> None:
    reader.press("Space", "Space")
    before = reader.text
    reader.press(*keys)
    title = reader.focused.split(". ")[0]
    reader.press("Return")
    assert reader.sessions.reading.part.title == title
    assert reader.text != before
    assert "Alt and Left" in reader.quiet
    reader.press("Alt+Left")
    assert (reader.page, reader.text) == ("reading", before)


def test_find_jump_return(reader: Any) -> None:
    reader.press("Space")
    before = reader.text
    reader.press("Ctrl+F")
    assert reader.focused == "Words to find"
    reader.write("Japan")
    reader.press("Return")
    assert "Japan" in reader.focused
    reader.press("Return")
    assert "Japan" in reader.text + reader.sessions.reading.chunk.heading
    reader.press("Alt+Left")
    assert reader.text == before


def test_words_that_are_not_there_are_said_kindly(reader: Any) -> None:
    reader.press("Ctrl+F")
    reader.write("xylophone")
    reader.press("Return")
    assert reader.focused == "Words to find", "the line is ready for other words"
    reader.press("Esc")
    assert reader.page == "reading"


def test_a_bookmark_is_listed_renamed_taken_off_and_brought_back(reader: Any) -> None:
    reader.press("Space", "Space", "Ctrl+B")
    marked = reader.text
    (mark,) = reader.sessions.bookmarks.items()
    reader.press("Left", "F10")
    for name in ("Places. Contents, bookmarks, find, open a file", "Bookmarks. Open, rename or take off"):
        reader.push(name)
    assert reader.focused == mark.name
    reader.push(f"Rename: {mark.name}")
    assert reader.focused == "Name of the bookmark"
    reader.press("Ctrl+A")
    reader.write("The army picture")
    reader.press("Return")
    assert [item.name for item in reader.sessions.bookmarks.items()] == ["The army picture"]
    reader.push("Take off: The army picture")
    assert reader.sessions.bookmarks.items() == ()
    reader.push("Undo")
    assert [item.name for item in reader.sessions.bookmarks.items()] == ["The army picture"]
    reader.push("The army picture")
    assert (reader.page, reader.text) == ("reading", marked)
    reader.press("Alt+Left")
    assert reader.text != marked
