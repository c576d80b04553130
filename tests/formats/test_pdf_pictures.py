"""The pictures of a PDF come along, each where it stands, and with what is told of it."""

from pathlib import Path

import pytest

from reader.formats import apart
from reader.formats.draft import Draft
from reader.formats.opening import arriving
from reader.formats.pdf import rendering
from reader.formats.pdf.reading import read
from reader.formats.pdf.rendering import png
from reader.formats.picture_size import size_of
from reader.formats.refusals import Unfit
from reader.model.document import Block, Kind
from tests.formats.pdf_attacks import masked
from tests.formats.pdf_pages import Page, Picture, Words, below, pdf

FIRST, LAST = "Here is a paragraph that ends.", "And here is another one."


def blocks(*pages: Page) -> list[Block]:
    """Return the blocks of a PDF with these pages."""
    return list(read(pdf(*pages), Draft("a")))


def told(*pages: Page) -> list[str]:
    """Return the text of each block."""
    return [block.text for block in blocks(*pages)]


def test_a_picture_stands_where_it_stood() -> None:
    page = [*below([FIRST], top=600), *below([LAST], top=300), Picture(y=400)]
    draft = Draft("a")
    before, picture, after = read(pdf(page), draft)
    assert (before.text, picture.text, after.text) == (FIRST, "Picture", LAST)
    assert picture.kind is Kind.PICTURE
    assert size_of(draft.pictures.kept[picture.picture]) == (200, 100)


def test_a_picture_does_not_part_a_sentence() -> None:
    page = [*below(["Words that go on"], top=520), *below(["below the picture."], top=380), Picture(y=400)]
    assert told(page) == ["Words that go on below the picture.", "Picture"]


def test_a_picture_in_the_second_column_stands_there() -> None:
    left = [f"left column of words with number {number}" for number in range(8)]
    right = [f"right column of words with number {number}" for number in range(8)]
    after = [f"and what stands below the picture there, number {number}" for number in range(4)]
    page = [*below(left), *below(right, left=320), Picture(320, 480), *below(after, left=320, top=460)]
    assert told(page) == [" ".join([*left, *right, *after]), "Picture"]


CAPTION = "Figure 2. The energy of a day, as it was"


def test_a_caption_joins_its_picture() -> None:
    page = [
        *below([FIRST], top=600),
        Picture(y=400),
        *below([CAPTION, "measured in spring."], top=385),
        *below([LAST], top=330),
    ]
    assert told(page) == [FIRST, f"{CAPTION} measured in spring.", LAST]


def test_a_caption_may_stand_above() -> None:
    page = [*below([FIRST], top=600), *below([CAPTION], top=510), Picture(y=400), *below([LAST], top=330)]
    assert told(page) == [FIRST, CAPTION, LAST]


def test_pictures_with_captions_may_follow_one_another() -> None:
    page = [
        *below([FIRST], top=700),
        *(Picture(y=550), *below(["Figure 1. One day"], top=535)),
        *(Picture(y=400, pixels=(80, 61)), *below(["Figure 2. One more"], top=385)),
    ]
    assert told(page) == [FIRST, "Figure 1. One day", "Figure 2. One more"]


@pytest.mark.parametrize("said", ["Figure 2 shows what came of it.", "Figures are shown here.", "Fig trees."])
def test_a_sentence_below_a_picture_is_no_caption(said: str) -> None:
    assert told([*below([FIRST], top=600), Picture(y=400), *below([said], top=385)]) == [
        FIRST,
        "Picture",
        said,
    ]


def test_the_tags_tell_what_is_seen() -> None:
    page = [*below([FIRST], top=600), Picture(y=400, words="A curve that falls")]
    assert told(page) == [FIRST, "A curve that falls"]


def test_what_is_seen_and_what_is_told_of_it_are_both_there() -> None:
    page = [*below([FIRST], top=600), Picture(y=400, words="A curve that falls"), *below([CAPTION], top=385)]
    assert told(page) == [FIRST, f"A curve that falls\n\n{CAPTION}"]


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (Picture(size=(30, 30)), "a sign"),
        (Picture(size=(450, 41), pixels=(450, 10)), "a rule"),
        (Picture(size=(450, 44)), "a band"),
        (Picture(x=0, y=0, size=(595, 842)), "the paper"),
        (Picture(pixels=(20, 20)), "a dot"),
        (Picture(pixels=(20_000, 20_000)), "a bomb"),
    ],
)
def test_what_adorns_or_harms_is_left_out(picture: Picture, why: str) -> None:
    assert told([*below([FIRST], top=600), picture]) == [FIRST], why


def test_what_stands_on_every_page_is_left_out() -> None:
    pages = [
        [*below([f"Page text {word}."]), Picture(y=760, size=(150, 50))] for word in ("one", "two", "six")
    ]
    assert told(*pages) == ["Page text one.", "Page text two.", "Page text six."]


def test_the_scan_below_letters_is_left_out() -> None:
    lines = [f"A line of a page that a machine has read, number {number}." for number in range(9)]
    page = [Picture(x=60, y=560, size=(400, 160), pixels=(800, 320)), *below(lines)]
    assert [block.kind for block in blocks(page)] == [Kind.PARAGRAPH]


def test_a_scanned_page_among_others_is_not_lost() -> None:
    scan = Picture(x=0, y=0, size=(595, 842), pixels=(600, 850))
    pages = [[scan], below([FIRST]), [Picture(x=0, y=0, size=(595, 842), pixels=(600, 851))], below([LAST])]
    assert told(*pages) == ["Picture", FIRST, "Picture", LAST]


def test_a_photograph_is_kept_as_it_is() -> None:
    photograph = "ÿØÿÀ\0\x11\x08\0\x3c\0\x50\x01 and what else belongs to it"
    draft = Draft("a")
    _, picture = read(pdf([*below([FIRST], top=600), Picture(photograph=photograph)]), draft)
    assert draft.pictures.kept[picture.picture] == photograph.encode("cp1252")


def test_slices_are_one_picture() -> None:
    slices = [Picture(y=400 + 50 * at, size=(200, 50), pixels=(80, 60 + at)) for at in range(3)]
    draft = Draft("a")
    found = list(read(pdf([*below([FIRST], top=600), *slices]), draft))
    assert [block.text for block in found] == [FIRST, "Picture"]
    width, height = size_of(draft.pictures.kept[found[1].picture]) or (0, 0)
    assert width * 150 == height * 200


def test_mere_pictures_are_not_unpacked() -> None:
    draft = Draft("a")
    with pytest.raises(Unfit):
        list(read(pdf([Picture()], [Picture(pixels=(81, 60))]), draft))
    assert not draft.pictures.kept


def test_a_page_on_its_side_shows_its_picture_upright() -> None:
    lines = [Words(line, 100 + 14 * at, 72, turned="0 1 -1 0") for at, line in enumerate((FIRST, LAST))]
    draft = Draft("a")
    found = list(read(pdf([*lines, Picture(x=200, y=72, size=(100, 200), pixels=(60, 80))]), draft))
    assert [block.kind for block in found][-1] is Kind.PICTURE
    width, height = size_of(draft.pictures.kept[found[-1].picture]) or (0, 0)
    assert width == 2 * height


def test_the_masks_of_pictures_are_not_held_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them takes 9 MB, and all sixty would take more than the child may have here."""
    monkeypatch.setattr(apart, "MEMORY", 400_000_000)
    path = tmp_path / "a.pdf"
    path.write_bytes(masked(60, 3_000))
    *_, document = arriving(path)
    assert [block.kind for block in document.blocks].count(Kind.PICTURE) == 60
    assert document.blocks[-1].text == "words of it"


def test_a_picture_that_takes_long_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    page = [*below([FIRST], top=600), Picture(y=400), Picture(y=300, pixels=(90, 60))]
    clock = iter(range(0, 1_000, 100))
    monkeypatch.setattr(rendering, "thread_time", lambda: next(clock))
    assert told(page) == [FIRST]


def test_colours_and_greys_become_a_picture() -> None:
    red, grey = b"\xff\0\0" * 2 + b"..", b"\x80\x80\x80" * 2 + b".."
    assert png(red * 2, 2, 2, 8)[24:26] == b"\x08\x02"
    assert png(grey * 2, 2, 2, 8)[24:26] == b"\x08\x00"
