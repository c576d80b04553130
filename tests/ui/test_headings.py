"""The room that is kept for headings, and how little of a long book is looked at for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from reader.model.document import Block, Document, Kind
from reader.text.places import identified
from reader.ui.headings import Headings
from reader.ui.theme import Look
from reader.ui.window import Window

LONG = "A heading that is by far too long to stand in one line of a narrow page " * 2


def chapters(*titles: str) -> tuple[Block, ...]:
    """Return a heading each, and a paragraph after it."""
    return tuple(
        Block("", kind, text, int(kind is Kind.HEADING))
        for title in titles
        for kind, text in ((Kind.HEADING, title), (Kind.PARAGRAPH, f"{LONG * 9}{title}"))
    )


@pytest.fixture
def look(open_window: Callable[..., Window]) -> Look:
    page: Any = open_window().pages["reading"]
    found = page.look
    assert isinstance(found, Look)
    return found


def room(look: Look, title: str, *portions: Sequence[Block]) -> int:
    """Return how much room is kept on a narrow page."""
    headings = Headings()
    headings.title = title
    for portion in portions:
        headings.take(block.text for block in portion if block.kind is Kind.HEADING)
    return headings.height_in(400, look)


def test_the_tallest_heading_counts_whenever_it_comes(look: Look) -> None:
    line = room(look, "A book")
    assert line == room(look, "A book", chapters("One", "Two"))
    many = [f"Chapter {number}" for number in range(500)]
    tall = room(look, "A book", chapters(LONG, *many))
    assert line < tall == room(look, "A book", chapters(*many), chapters(LONG)) == room(look, LONG)


def test_no_heading_takes_the_page(look: Look) -> None:
    assert room(look, LONG * 100) == room(look, "A book", chapters(LONG * 100)) == 3 * room(look, "A book")


class Blocks(tuple[Block, ...]):
    """Blocks that tell which of them were taken out to be looked at."""

    looked_at: slice | None = None

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            type(self).looked_at = at
        return super().__getitem__(at)


def test_of_a_book_that_comes_in_only_what_is_new_is_looked_at(open_window: Callable[..., Window]) -> None:
    window = open_window()
    blocks = identified(chapters(*(f"Chapter {number}" for number in range(20))))
    book = Document("book", "A book", blocks[:10], is_whole=False)
    window.sessions.reading.open(book)
    reading = window.sessions.reading
    reading.grow(replace(book, blocks=blocks[:20]))
    reading.next()
    reading.grow(replace(book, blocks=Blocks(blocks)))
    Blocks.looked_at = None
    reading.next()
    assert Blocks.looked_at == slice(20, None)
