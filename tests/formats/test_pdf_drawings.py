"""A chart above its caption is a picture, and its letters are not read as text."""

import pytest

from reader.formats import pictures
from reader.formats.draft import Draft
from reader.formats.pdf import figures
from reader.formats.pdf.reading import read
from reader.formats.picture_size import size_of
from reader.model.document import Block, Kind
from tests.formats.pdf_pages import Picture, Stroke, Words, below, pdf

LONG = "These words stand on a line of text which goes from one side to the"
TEXT = below([LONG, "other, and here they end."], top=760)
CAPTION = below(["Figure 1. The energy of a day"], top=380)
AXES = Stroke([(100, 600), (100, 420), (400, 420)])
CURVE = Stroke([(100, 580), (200, 500), (300, 560), (400, 430)])
LABELS = [Words("Hours", 230, 400, 9), Words("low", 104, 440, 9), Words("high", 104, 590, 9)]


def blocks(*drawn: Words | Stroke | Picture) -> list[Block]:
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


OTHER_CURVE = Stroke([(100, 430), (200, 590), (300, 500), (400, 580)])


def test_charts_that_are_made_alike_are_each_shown() -> None:
    pages = [
        [*below([words], top=760), AXES, curve, *LABELS, *below([f"{name}. A day at {place}"], top=380)]
        for words, curve, name, place in (
            ("Some words stand here.", CURVE, "Figure 1", "home"),
            ("Here are other ones.", OTHER_CURVE, "Figure 2", "work"),
        )
    ]
    found = [block for block in read(pdf(*pages), Draft("a")) if block.kind is Kind.PICTURE]
    assert [block.text for block in found] == ["Figure 1. A day at home", "Figure 2. A day at work"]
    assert found[0].picture != found[1].picture


def test_charts_with_short_captions_are_parted_from_each_other_and_from_the_text() -> None:
    above, below_it = ([Stroke([(100, y + 150), (100, y), (300, y + 50)])] for y in (560, 330))
    captions = [*below(["Figure 1. Rest"], top=525), *below(["Figure 2. Work"], top=295)]
    told = [block.text for block in blocks(*above, *below_it, *captions)]
    assert told == [f"{LONG} other, and here they end.", "Figure 1. Rest", "Figure 2. Work"]


def test_text_that_runs_beside_a_chart_does_not_cut_it() -> None:
    beside = below([f"{LONG[:60]} {number}" for number in range(12)], top=590, left=320)
    chart = [Stroke([(100, 600), (100, 420), (250, 500)]), *below(["Figure 1. Energy"], top=380, left=100)]
    assert [block.kind for block in blocks(*chart, *beside)].count(Kind.PICTURE) == 1


@pytest.mark.parametrize(
    ("module", "limit", "least"),
    [(pictures, "MOST", 0), (pictures, "TOGETHER", 0), (figures, "RENDERED", 0), (figures, "FILLS", 0.1)],
)
def test_letters_are_read_if_the_picture_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, module: object, limit: str, least: float
) -> None:
    monkeypatch.setattr(module, limit, least)
    told = [block.text for block in blocks(AXES, CURVE, *LABELS, *CAPTION)]
    assert {"Hours", "low", "high", "Figure 1. The energy of a day"} <= set(told)


def test_a_picture_on_a_drawing_is_not_shown_once_more() -> None:
    photograph = Picture(x=150, y=450, size=(100, 80))
    found = blocks(AXES, CURVE, photograph, *LABELS, *CAPTION)
    assert [block.kind for block in found] == [Kind.PARAGRAPH, Kind.PICTURE]


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
