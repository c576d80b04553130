"""The numbers of lines in a manuscript's margin go; those of lists, tables and bibliographies stay."""

from collections.abc import Iterable, Sequence

import pytest

from reader.formats.draft import Draft
from reader.formats.pdf.reading import read
from reader.model.document import Block, Kind
from tests.formats.pdf_pages import Page, Words, below, pdf

LONG = "and these words stand on a line of text which goes from side to side"
LAST = "and here it ends."


def told(*pages: Page) -> list[tuple[Kind, str]]:
    """Return the kind and the text of each block."""
    return [(block.kind, block.text) for block in read(pdf(*pages), Draft("a"))]


def _shown(block: Block) -> list[str]:
    return [block.marker.strip("().")] * bool(block.marker) + block.text.replace("|", " ").split()


def numbered(
    lines: Sequence[str], numbers: Iterable[int], left: float = 90, at: float = 72, size: float = 6
) -> Page:
    """Return lines, with numbers beside them that end at a place; 0 is none."""
    page = below(lines, left=left)
    for line, number in zip(below(lines), numbers, strict=True):
        begin = at - 0.556 * size * len(str(number))
        page += [Words(str(number), begin, line.y, size)] if number else []
    return page


MANUSCRIPT = [LONG.capitalize(), *[LONG] * 22, LAST]


@pytest.mark.parametrize(
    "numbers",
    [
        [range(1, 25), range(25, 49)],  # through the text
        [range(1, 25), range(1, 25)],  # anew on each page
        [[0 if number % 5 else number for number in range(begin, begin + 24)] for begin in (1, 25)],
    ],
)
@pytest.mark.parametrize(("at", "left"), [(72, 90), (82, 90), (540, 90)])
def test_numbers_beside_running_text_go(numbers: Sequence[Iterable[int]], at: float, left: float) -> None:
    pages = [numbered(MANUSCRIPT, held, left, at) for held in numbers]
    paragraph = (Kind.PARAGRAPH, " ".join(MANUSCRIPT))
    assert told(*pages) == [paragraph, paragraph]


def test_numbers_go_from_the_last_page_though_it_is_short() -> None:
    pages = [numbered(MANUSCRIPT, range(1, 25)), numbered(MANUSCRIPT, range(25, 49))]
    end = numbered([LONG.capitalize(), LAST], [49, 50])
    assert told(*pages, end)[-1] == (Kind.PARAGRAPH, f"{LONG.capitalize()} {LAST}")


ENTRIES = [
    f"{name} wrote a paper about tiredness, and it was read by many people."
    for name in ("Adams", "Brown") * 6
]
HUNG = [
    part
    for entry in ENTRIES
    for part in (entry, "and it went on in a second line, which is long, too, below it.")
]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (ENTRIES, [*range(1, 13)]),  # a list of one line each
        (HUNG, [number // 2 + 1 if number % 2 == 0 else 0 for number in range(24)]),  # a bibliography
        (ENTRIES, [*range(5, 65, 5)]),  # doses, or years
        (["Adams 12", "Brown 14"] * 6, [*range(1, 13)]),
    ],
)
def test_numbers_of_entries_stay(lines: Sequence[str], numbers: Sequence[int]) -> None:
    page = numbered(lines, numbers, 90, 80, 11)
    words = [word for block in read(pdf(page, page), Draft("a")) for word in _shown(block)]
    assert [number for number in numbers if number and words.count(str(number)) < 2] == []


def test_numbers_on_one_page_of_several_stay() -> None:
    found = told(numbered(MANUSCRIPT, range(1, 25)), numbered(MANUSCRIPT, [0] * 24))
    assert "17" in " ".join(text for _, text in found)
