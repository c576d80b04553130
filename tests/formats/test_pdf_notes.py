"""Notes at the foot of a PDF's page: marks in the text lead to them, and none is lost."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.drawn import Look
from reader.formats.pdf.layout import Row
from reader.formats.pdf.letters import Line, Run
from reader.formats.pdf.notes import parted
from reader.formats.pdf.reading import read
from reader.model.document import Block, Kind, Span, Style
from tests.formats.pdf_pages import Page, Words, below, pdf

LONG = "These words stand on a line of text which goes from one side to the"
END = "other, and here the paragraph ends."


def blocks(*pages: Page) -> list[Block]:
    """Return the blocks of a PDF with these pages."""
    return list(read(pdf(*pages), Draft("a")))


def test_a_note_at_the_foot_is_led_to_by_its_mark() -> None:
    page = [*below([LONG]), Words("1", 402, 704, 7), *below(["and goes on here"], top=686)]
    foot = [Words("1", 72, 103, 6), Words("A note of small words.", 78, 100, 8)]
    text, note = blocks([*page, *foot], below(["over the page."]))
    assert (note.kind, note.text) == (Kind.NOTE, "A note of small words.")
    assert text.text.endswith("and goes on here over the page.")
    mark = text.text.index("1")
    assert text.spans == (Span(mark, mark + 1, Style.NOTE, note.marker),)


def test_a_digit_that_is_raised_by_itself_is_a_mark_within_its_words() -> None:
    foot = [Words("¹ A note of small words.", 72, 100, 8)]
    text, note = blocks([*below([LONG, "and, in more than one country¹, goes on here."]), *foot])
    assert (note.kind, note.text) == (Kind.NOTE, "A note of small words.")
    mark = text.text.index("¹")
    assert text.spans == (Span(mark, mark + 1, Style.NOTE, note.marker),)


def test_a_note_that_nothing_leads_to_is_not_lost() -> None:
    foot = [Words("*", 72, 103, 6), Words("Words of a note.", 78, 100, 8)]
    _, note = blocks([*below([LONG, END]), *foot])
    assert (note.kind, note.text) == (Kind.PARAGRAPH, "* Words of a note.")


@pytest.mark.parametrize("mark", ["*", "∗", "⋆⋆", "†", "¹"])
def test_a_sign_before_small_words_at_the_foot_is_the_mark_of_a_note(mark: str) -> None:
    text, small = (
        Row([Line(72, 400, y, [Run(words, Look(size), y)], Look(size))])
        for words, size, y in ((LONG, 10.0, 700.0), (f"{mark}Words of a note.", 8.0, 100.0))
    )
    columns, notes = parted([[text, small]], size=10)
    assert (columns, [note.mark for note in notes]) == ([[text]], [mark])
