"""A book with hundreds of parts: pages list some of them at a time, and what comes in is taken along."""

from collections.abc import Callable
from typing import Any

from reader.model.document import Block, Document, Kind
from reader.session.whereabouts import REST_ON_ITS_WAY
from reader.text.places import identified
from reader.ui.label import Label
from reader.ui.list_row import ListRow
from reader.ui.long_list import AT_ONCE
from reader.ui.window import Window
from tests.session.arrivals import growing

Open = Callable[..., Window]

CHAPTERS = 300
WORDS = "A cytokine carries a message. " * 8


def book() -> Document:
    """Return three hundred chapters, each a heading and a paragraph."""
    blocks = [
        Block("", kind, text, 2 * (kind is Kind.HEADING))
        for n in range(1, CHAPTERS + 1)
        for kind, text in ((Kind.HEADING, f"Chapter {n}"), (Kind.PARAGRAPH, WORDS))
    ]
    return Document("book", "Book", identified(tuple(blocks)))


def rows(window: Window, name: str) -> list[str]:
    """Return what the rows of a page say that are not on their way out."""
    page: Any = window.pages[name]
    return [row.accessibleName() for row in page.findChildren(ListRow) if row.isVisible()]


def test_contents_begin_around_here_and_go_on_from_there(open_window: Open) -> None:
    window = open_window()
    window.sessions.reading.open(book())
    window.sessions.reading.open_part(150)
    window.show("contents")
    here = rows(window, "contents")
    assert len(here) == AT_ONCE
    assert any("you are here" in row for row in here)
    contents: Any = window.pages["contents"]
    contents._turn(CHAPTERS - 5)
    assert [row.split(".")[0] for row in rows(window, "contents")] == [
        f"Chapter {n}" for n in range(CHAPTERS - 4, CHAPTERS + 1)
    ]
    assert contents._rows[CHAPTERS - 5].hasFocus()


def test_of_many_places_found_some_are_shown(open_window: Open) -> None:
    window = open_window()
    window.sessions.reading.open(book())
    window.show("find")
    find: Any = window.pages["find"]
    find._show("cytokine")
    assert len(rows(window, "find")) == AT_ONCE
    find._show("cytokine", AT_ONCE)
    assert len(rows(window, "find")) == AT_ONCE


def test_around_a_piece_of_a_very_long_part_stands_what_is_near(open_window: Open) -> None:
    window = open_window()
    first, second = (Block("", Kind.HEADING, title, 2) for title in ("First", "Second"))
    paragraphs = [Block("", Kind.PARAGRAPH, f"{n} begins. {WORDS}") for n in range(1000)]
    blocks = identified((first, *paragraphs, second, *paragraphs))
    window.sessions.reading.open(Document("long", "Long", blocks))
    window.sessions.reading.show(500)
    window.show("around")
    around: Any = window.pages["around"]
    text = around._text.toPlainText()
    assert window.sessions.reading.chunk.text.split(".")[0] in text
    assert len(text) < len(WORDS) * 200
    assert around._text.accessibleName() == "The text around here"


def test_the_page_turns_to_what_came_in_and_contents_list_it(open_window: Open) -> None:
    text = "\n\n".join(f"## Chapter {n}\n\n{WORDS}" for n in range(1, 16))
    first, *_, whole = growing(text)
    window = open_window()
    reading = window.sessions.reading
    reading.open(first)
    window.show("contents")
    page: Any = window.pages["contents"]
    assert REST_ON_ITS_WAY in [label.text() for label in page.findChildren(Label) if label.isVisible()]
    listed = len(rows(window, "contents"))
    reading.grow(whole)
    assert len(rows(window, "contents")) == 15 > listed
    assert page._rows[0].hasFocus()
    window.close_open()
    reading.show(len(reading.chunks) - 1)
    assert window.reading.heading == "Chapter 15"
