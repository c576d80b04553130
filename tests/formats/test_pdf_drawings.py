"""A chart above its caption is a picture, and its letters are not read as text."""

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from reader.formats.picture_size import size_of
from reader.model.document import Block, Kind
from tests.formats.pdf_pages import Stroke, Words, below, pdf

LONG = "These words stand on a line of text which goes from one side to the"
TEXT = below([LONG, "other, and here they end."], top=760)
CAPTION = below(["Figure 1. The energy of a day"], top=380)
AXES = Stroke([(100, 600), (100, 420), (400, 420)])
CURVE = Stroke([(100, 580), (200, 500), (300, 560), (400, 430)])
LABELS = [Words("Hours", 230, 400, 9), Words("low", 104, 440, 9), Words("high", 104, 590, 9)]


def blocks(*drawn: Words | Stroke) -> list[Block]:
    """Return the blocks of a page."""
    return list(read(pdf([*TEXT, *drawn]), Draft("a")))


def test_a_chart_is_a_picture_with_its_caption() -> None:
    draft = Draft("a")
    text, picture = read(pdf([*TEXT, AXES, CURVE, *LABELS, *CAPTION]), draft)
    assert (text.kind, picture.kind) == (Kind.PARAGRAPH, Kind.PICTURE)
    assert picture.text == "Figure 1. The energy of a day"
    width, height = size_of(draft.pictures.kept[picture.picture]) or (0, 0)
    assert width > 2 * 300
    assert height > 2 * 180


@pytest.mark.parametrize(
    ("drawn", "why"),
    [
        ((AXES, CURVE, *LABELS), "nothing says that it is a figure"),
        ((*LABELS, *CAPTION), "nothing is drawn"),
        ((Stroke([(100, 420), (400, 420)]), *LABELS, *CAPTION), "it is a rule"),
        ((Stroke([(100, 420), (100, 450)]), *LABELS, *CAPTION), "it is small"),
        ((AXES, *below([LONG, LONG], top=500), *CAPTION), "it is a frame around text"),
        (
            (AXES, *[Words(f"cell {at}", 110, 590 - 2 * at, 4) for at in range(80)], *CAPTION),
            "much is written",
        ),
    ],
)
def test_letters_are_read_unless_all_is_a_chart(drawn: tuple[Words | Stroke, ...], why: str) -> None:
    found = blocks(*drawn)
    assert Kind.PICTURE not in [block.kind for block in found], why
    read_words = " ".join(block.text for block in found).replace(" | ", " ").split()
    written = " ".join(words.text for words in (*TEXT, *drawn) if isinstance(words, Words)).split()
    assert sorted(read_words) == sorted(written)
