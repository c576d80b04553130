"""Pieces: nothing lost, nothing too long, headings in sight, and the place kept whatever the level."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.chunk import Chunk
from reader.model.document import Block, Document, Kind, Span, Style
from reader.model.level import Level
from reader.model.place import Place
from reader.text import outline, places, words
from reader.text.chunks import chunks
from reader.text.cutting import LONGEST

LETTERS = {
    Kind.HEADING: "#",
    Kind.LIST_ITEM: "-",
    Kind.QUOTE: ">",
    Kind.TABLE: "|",
    Kind.CODE: "$",
    Kind.KEY_POINT: "!",
    Kind.VERSE: "~",
    Kind.NOTE: "*",
}


def document(*lines: str) -> Document:
    """Return a document from lines that begin with a letter for their kind, or none for a paragraph."""
    kinds = {letter: kind for kind, letter in LETTERS.items()}
    blocks = []
    for line in lines:
        kind = kinds.get(line[0], Kind.PARAGRAPH)
        blocks.append(
            Block("", kind, line if kind is Kind.PARAGRAPH else line[2:], int(kind is Kind.HEADING))
        )
    return Document("a", "A", places.identified(blocks))


def sentence(count: int, first: str = "Word") -> str:
    """Return a sentence of so many words."""
    return " ".join([first, *["word"] * (count - 1)]) + "."


def texts(made: tuple[Chunk, ...]) -> list[str]:
    """Return what each piece shows."""
    return [chunk.text for chunk in made]


def sizes(made: tuple[Chunk, ...]) -> list[int]:
    """Return how many words each piece has."""
    return [words.count(chunk.text) for chunk in made]


def test_one_sentence_at_a_time() -> None:
    made = chunks(document("One is here. Two is here.", "Three."), Level.SENTENCE)
    assert texts(made) == ["One is here.", "Two is here.", "Three."]


@pytest.mark.parametrize(
    ("lines", "level", "expected"),
    [
        pytest.param([sentence(20), sentence(20)], Level.SHORT, [40], id="paragraphs that fit go together"),
        pytest.param(
            [sentence(30), sentence(30)], Level.SHORT, [30, 30], id="and stay whole when they do not"
        ),
        pytest.param([sentence(30), sentence(30)], Level.LONGER, [60], id="longer pieces hold more"),
        pytest.param(
            [sentence(24), sentence(24), sentence(3)], Level.SHORT, [24, 27], id="no crumb is left over"
        ),
        pytest.param(
            [" ".join([sentence(17)] * 3)], Level.SHORT, [17, 34], id="a long one is cut at a sentence end"
        ),
        pytest.param([" ".join([sentence(10)] * 6)], Level.SHORT, [30, 30], id="into even pieces"),
        pytest.param([sentence(70)], Level.SHORT, [70], id="a long sentence stays whole"),
        pytest.param([sentence(10), "! " + sentence(5)], Level.SHORT, [10, 5], id="a key point stands alone"),
        pytest.param(
            [sentence(5), "| a | b", sentence(5)], Level.SHORT, [5, 2, 5], id="a table stands alone"
        ),
        pytest.param(
            [sentence(36), "You need:", "- " + sentence(10), "- " + sentence(34)],
            Level.SHORT,
            [36, 46],
            id="what leads to a list stands with it",
        ),
        pytest.param(
            [sentence(20), "You need:", "- " + sentence(49)],
            Level.SHORT,
            [22, 49],
            id="unless that makes the piece too long",
        ),
        pytest.param(
            [sentence(40), "Medication", "| a | b", sentence(40)],
            Level.SHORT,
            [40, 3, 40],
            id="what a letter has for a heading stands with its table",
        ),
        pytest.param(
            [sentence(30), "Medication", sentence(30)], Level.SHORT, [30, 31], id="or with its paragraph"
        ),
        pytest.param(["$ " + "x = 1\n" * 60], Level.SHORT, [120], id="code stays whole"),
    ],
)
def test_sizes(lines: list[str], level: Level, expected: list[int]) -> None:
    assert sizes(chunks(document(*lines), level)) == expected


def test_paragraphs_are_joined_by_a_blank_line_and_list_items_by_a_line() -> None:
    (made,) = chunks(document("Two things:", "- One. ", "- Two.", "The end."), Level.SHORT)
    assert made.text == "Two things:\n\nOne. \nTwo.\n\nThe end."
    assert made.sentences == ("Two things:\n\n", "One. \n", "Two.\n\n", "The end.")


def test_a_sentence_without_end_is_parted_after_a_clause_or_a_word() -> None:
    text = document("Words and words, " * 200 + "and no end")
    made = chunks(text, Level.SENTENCE)
    assert len(made) > 1
    assert all(len(chunk.text) <= LONGEST for chunk in made)
    assert all(chunk.text.endswith(",") for chunk in made[:-1])
    assert " ".join(texts(made)) == text.blocks[0].text


def test_a_text_without_spaces_comes_in_pieces_and_parts_as_small_as_any_other() -> None:
    sentence = "長い文章を読むのは疲れますが、少しずつ読めば大丈夫です。"
    paragraphs = tuple(Block(f"b{number}", Kind.PARAGRAPH, sentence * 10) for number in range(30))
    text = Document("ja", "ja", paragraphs, language="ja")
    assert max(words.count(piece.text) for piece in chunks(text, Level.SHORT)) in range(30, 51)
    parts = outline.parts(text)
    assert len(parts) > 2
    assert all(len(part.title) <= outline.FIRST_LETTERS for part in parts)


def test_a_heading_starts_a_piece_and_stays_in_sight() -> None:
    made = chunks(document("Lead.", "# One", "First. Second.", "# Two", "Third."), Level.SHORT)
    assert [(chunk.heading, chunk.text, chunk.part) for chunk in made] == [
        ("", "Lead.", 0),
        ("One", "First. Second.", 1),
        ("Two", "Third.", 2),
    ]


def test_a_heading_with_nothing_under_it_is_a_piece_without_text() -> None:
    text = document("# Title", "# One", "First.", "# Last")
    made = chunks(text, Level.SHORT)
    assert [(chunk.heading, chunk.text) for chunk in made] == [("Title", ""), ("One", "First."), ("Last", "")]
    assert [made.index_of(places.at(block, 0)) for block in text.blocks] == [0, 1, 1, 2]


def test_a_place_in_a_heading_opens_what_stands_under_it() -> None:
    text = document("Lead.", "# One", "First.", "# Two", "Third.")
    assert chunks(text, Level.SHORT).index_of(places.at(text.blocks[3], 2)) == 2


def test_a_place_of_another_text_opens_the_first_piece() -> None:
    text = document("One.", "# Two", "Three.")
    assert chunks(text, Level.SENTENCE).index_of(Place("gone", 9, "no such words")) == 0


def test_without_blocks_there_is_no_piece() -> None:
    empty = Document("e", "E", ())
    assert chunks(empty, Level.SHORT) == ()
    assert chunks(empty, Level.SHORT).index_of(Place("gone", 9)) == 0


# Any text: sentences of prose, with emoji, combining letters, no-break spaces, and letters of any kind.
WORDS = st.one_of(
    st.sampled_from(
        ["cell", "β2", "Ig.", "1.5", "ae\u0301", "👩‍⚕️", "a\u00a0b", "no!", "“So?”", "–", "\n", "(2)."]
    ),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=6),
)
PROSE = st.lists(WORDS, min_size=1, max_size=80).map(" ".join).filter(str.strip)
SHOWN = [kind for kind in Kind if kind is not Kind.NOTE]
BLOCKS = st.builds(Block, st.just(""), st.sampled_from(SHOWN), PROSE, st.integers(1, 3))
DOCUMENTS = st.lists(BLOCKS, max_size=12).map(lambda made: Document("a", "A", places.identified(made)))
LEVELS = st.sampled_from(Level)


def bare(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s", "", text)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, LEVELS)
def test_all_pieces_joined_are_the_text(text: Document, level: Level) -> None:
    made = chunks(text, level)
    body = "".join(block.text for block in text.blocks if block.kind is not Kind.HEADING)
    assert bare("".join(texts(made))) == bare(body)
    assert all("".join(chunk.sentences) == chunk.text for chunk in made)
    assert [chunk.index for chunk in made] == list(range(len(made)))


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, LEVELS)
def test_no_piece_is_too_long(text: Document, level: Level) -> None:
    for chunk in chunks(text, level):
        is_whole = len(chunk.sentences) <= 1 or chunk.slices[0].kind is Kind.TABLE
        assert is_whole or words.count(chunk.text) <= level.words


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, LEVELS)
def test_slices_say_where_each_letter_comes_from(text: Document, level: Level) -> None:
    blocks = {block.id: block for block in text.blocks}
    for chunk in chunks(text, level):
        for part in chunk.slices:
            letters = blocks[part.block].text[part.start : part.end]
            assert chunk.text[part.at : part.at + len(letters)] == letters
            assert part.kind is blocks[part.block].kind


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, LEVELS)
def test_every_piece_lies_in_its_part_and_every_part_has_a_piece(text: Document, level: Level) -> None:
    order = {block.id: index for index, block in enumerate(text.blocks)}
    parts = outline.parts(text)
    made = chunks(text, level)
    assert all(parts[chunk.part].first <= order[chunk.place.block] < parts[chunk.part].end for chunk in made)
    assert {chunk.part for chunk in made} == {part.index for part in parts}


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, LEVELS, LEVELS, st.data())
def test_a_change_of_level_keeps_the_place(
    text: Document, level: Level, other: Level, data: st.DataObject
) -> None:
    made = [chunk for chunk in chunks(text, level) if chunk.text]
    if not made:
        return
    chunk = data.draw(st.sampled_from(made))
    part = data.draw(st.sampled_from(chunk.slices))
    offset = data.draw(st.integers(part.at, part.at + part.end - part.start - 1))
    if chunk.text[offset].isspace():
        return
    place = chunk.place_at(offset)
    anew = chunks(text, other)
    holds = anew[anew.index_of(place)]
    there = holds.offset_of(place)
    assert there is not None
    assert holds.text[there] == chunk.text[offset]


def test_the_styles_of_a_piece_lie_on_the_same_letters_as_in_its_blocks() -> None:
    """Cut within a styled run, joined with others: each style still covers what it covered."""
    text = f"{sentence(40)} Seen before.12 {sentence(30)}"
    mark = text.index("12")
    blocks = places.identified(
        [
            Block("", Kind.PARAGRAPH, "A short line."),
            Block("", Kind.PARAGRAPH, text, spans=(Span(2, mark + 2, Style.LINK, "x"),)),
            Block("", Kind.CODE, "x = 1"),
        ]
    )
    covered = [
        (span.style, span.target, chunk.text[span.start : span.end])
        for chunk in chunks(Document("a", "A", blocks), Level.SENTENCE)
        for span in chunk.spans
    ]
    assert covered == [
        (Style.LINK, "x", sentence(40)[2:]),
        (Style.LINK, "x", "Seen before.12"),
        (Style.CODE, "", "x = 1"),
    ]


def test_a_note_stands_in_no_piece() -> None:
    assert texts(chunks(document("One.", "* A note.", "Two."), Level.SHORT)) == ["One.\n\nTwo."]


def test_verse_is_shown_by_the_line() -> None:
    (whole,) = chunks(document("~ Rest. And rest\nagain, until\nit is light."), Level.SHORT)
    assert whole.sentences == ("Rest. And rest\n", "again, until\n", "it is light.")


def test_a_long_text_without_headings_begins_a_part_with_a_piece() -> None:
    text = document(*[f"Line {number} has a few words." for number in range(700)])
    made = chunks(text, Level.SHORT)
    parts = outline.parts(text)
    assert [text.blocks[part.first].id for part in parts] == [
        next(chunk for chunk in made if chunk.part == part.index).place.block for part in parts
    ]
    assert [part.title for part in parts] == [
        "Line 0 has a few words.",
        "Line 167 has a few words.",
        "Line 334 has a few words.",
        "Line 501 has a few words.",
    ]


def test_a_table_is_one_piece_that_is_read_row_by_row() -> None:
    (table,) = chunks(document("| When | What\nMorning. | Rest.\nNoon | Rest"), Level.SENTENCE)
    assert table.sentences == ("When | What\n", "Morning. | Rest.\n", "Noon | Rest")
