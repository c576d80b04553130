"""A place is found again: after an edit elsewhere, in a moved block, in a changed sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Document, Kind
from reader.model.place import Place
from reader.text import places

GUT = "Cells in the lining of the gut sit side by side, joined together."
CELLS = "Mast cells belong to the innate immune system and can be too active."
BRAIN = "Another job of butyrate is to lower inflammation in the brain."


def document(*texts: str) -> Document:
    """Return a document of paragraphs."""
    return Document("a", "A", places.identified(Block("", Kind.PARAGRAPH, text) for text in texts))


def word(document: Document, place: Place) -> str:
    """Return the word at a place."""
    block = next(block for block in document.blocks if block.id == place.block)
    return block.text[place.offset :].split()[0]


def test_an_edit_elsewhere_changes_no_id() -> None:
    before = document(GUT, CELLS, BRAIN)
    after = document("A new beginning.", GUT, "Mast cells, too.", BRAIN)
    assert (before.blocks[0].id, before.blocks[2].id) == (after.blocks[1].id, after.blocks[3].id)


def test_repeats_and_other_kinds_have_ids_of_their_own() -> None:
    blocks = [Block("", Kind.PARAGRAPH, GUT), Block("", Kind.PARAGRAPH, GUT), Block("", Kind.QUOTE, GUT)]
    assert len({block.id for block in places.identified(blocks)}) == 3


def test_a_place_in_an_unchanged_text_is_returned_as_it_is() -> None:
    text = document(GUT, CELLS)
    place = places.at(text.blocks[1], 5)
    assert places.locate(text, place) is place


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param((BRAIN, CELLS, GUT), id="paragraphs moved"),
        pytest.param((GUT + " " + CELLS, BRAIN), id="paragraphs joined"),
        pytest.param((GUT, "In ME/CFS, m" + CELLS[1:], BRAIN), id="words before it"),
        pytest.param((GUT, CELLS.replace("active", "quick to act"), BRAIN), id="words after it"),
        pytest.param((GUT, CELLS.replace(" ", "\u00a0"), BRAIN), id="other white space"),
        pytest.param(
            (GUT, CELLS.replace("belong to the", "are part of the"), BRAIN), id="the words before it changed"
        ),
    ],
)
def test_the_word_innate_is_found_again(changed: tuple[str, ...]) -> None:
    place = places.at(document(GUT, CELLS, BRAIN).blocks[1], CELLS.index("innate"))
    after = document(*changed)
    assert word(after, places.locate(after, place)) == "innate"


def test_the_quote_itself_was_rewritten_but_the_words_before_it_were_not() -> None:
    place = places.at(document(GUT, CELLS).blocks[1], CELLS.index("innate"))
    after = document(GUT, "Mast cells belong to the body's first defence.")
    assert word(after, places.locate(after, place)) == "body's"


def test_of_two_equal_quotes_the_one_after_the_same_words_is_meant() -> None:
    place = places.at(document("Mice may be helped. People may be helped.").blocks[0], 27)
    after = document("People are many. Mice may be helped. People may be helped.")
    assert places.locate(after, place).offset == 44


def test_a_quote_that_runs_on_into_the_next_block_is_no_change() -> None:
    text = document(GUT, CELLS)
    place = Place(text.blocks[0].id, GUT.index("together"), quote="together.\n\nMast cells belong to t")
    assert places.locate(text, place) is place


def test_a_quote_is_believed_more_than_an_offset() -> None:
    text = document(GUT, CELLS)
    assert places.locate(text, Place(text.blocks[1].id, 3, quote="innate")).offset == CELLS.index("innate")


def test_an_offset_beyond_the_block_is_clamped() -> None:
    text = document(GUT)
    assert places.locate(text, Place(text.blocks[0].id, 9999)).offset == len(GUT)


def test_a_place_of_another_text_is_the_beginning() -> None:
    text = document(GUT, CELLS)
    found = places.locate(text, Place("gone", 3, quote="nothing of the kind", before="nor that"))
    assert (found.block, found.offset) == (text.blocks[0].id, 0)


def test_an_empty_document_has_one_place() -> None:
    assert places.locate(Document("e", "E", ()), Place("gone", 7, "x", "y")) == Place("", 0)


ANY = st.text(max_size=60)


@pytest.mark.parametrize(
    ("changed", "word_there"),
    [
        pytest.param((BRAIN, GUT, CELLS), "innate", id="moved"),
        pytest.param((GUT, CELLS.replace("innate", "inborn"), BRAIN), "inborn", id="after the same words"),
        pytest.param(
            (GUT, "They are innate immune system cells and can be too active."), None, id="a few words"
        ),
        pytest.param((GUT, BRAIN), None, id="gone"),
        pytest.param((), None, id="nothing left"),
    ],
)
def test_a_place_counts_as_found_only_where_its_words_really_are(
    changed: tuple[str, ...], word_there: str | None
) -> None:
    place = places.at(document(GUT, CELLS, BRAIN).blocks[1], CELLS.index("innate"))
    after = document(*changed)
    now = places.found(after, place)
    assert (now and word(after, now)) == word_there


def test_a_short_line_is_found_where_it_is_and_not_in_any_other_sentence() -> None:
    before, after = document(GUT, "Yes.", CELLS), document(CELLS, "Yes.", BRAIN)
    assert places.found(after, places.at(before.blocks[1], 0)) == places.at(after.blocks[1], 0)
    answer = document(f"{CELLS} Yes.", GUT)
    place = places.at(answer.blocks[0], answer.blocks[0].text.index("Yes."))
    assert places.found(document(f"{BRAIN} Yes.", GUT), place) is None
    now = document("Yes.", f"{CELLS} No.")
    assert word(now, places.found(now, place) or place) == "No."


@settings(max_examples=200, deadline=None)
@given(st.lists(ANY, max_size=5), st.integers(-5, 80), ANY, ANY, st.booleans())
def test_locating_never_fails(texts: list[str], offset: int, quote: str, before: str, known: bool) -> None:
    text = document(*texts)
    block = text.blocks[-1].id if known and texts else "gone"
    found = places.locate(text, Place(block, offset, quote, before))
    assert not texts or any(
        one.id == found.block and 0 <= found.offset <= len(one.text) for one in text.blocks
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="ab é\u00a0😀", min_size=1, max_size=50), min_size=1, max_size=4), st.data())
def test_every_place_made_by_the_app_is_found_exactly(texts: list[str], data: st.DataObject) -> None:
    text = document(*texts)
    block = data.draw(st.sampled_from(text.blocks))
    place = places.at(block, data.draw(st.integers(0, len(block.text))))
    assert places.locate(text, place) is place
