"""Key points only, and a reminder: the author's words, in order, and none of the key points lost."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.shelf import Shelf
from reader.model.document import Block, Document, Kind, Span, Style
from reader.model.level import Level
from reader.text import outline, places
from reader.text.chunks import chunks
from reader.text.excerpts import key_points, reminder

SIGNS = {"#": Kind.HEADING, "!": Kind.KEY_POINT, "|": Kind.TABLE, "-": Kind.LIST_ITEM}

ARTICLE = """\
# In short
All of it. In two sentences.
- And a list.
# Gut
Gut begins. Gut goes on.
! Gut is leaky.
# Brain
Brain begins. Brain goes on.
! Brain is tired. It is so often.
# Blood
Blood begins.
! Blood is thin."""
SHORT = "In short/All of it. In two sentences./And a list."
GUT, BRAIN, BLOOD = "Gut/Gut is leaky.", "Brain/Brain is tired. It is so often.", "Blood/Blood is thin."
OWN_TEXT = """\
A lead. It goes on.
# One
First? Second.
# Two
| a | b
- Third. Fourth."""


def document(text: str) -> Document:
    """Return a document from lines that begin with a sign for their kind, or none for a paragraph."""
    blocks = []
    for line in text.splitlines():
        kind = SIGNS.get(line[0], Kind.PARAGRAPH)
        text = line if kind is Kind.PARAGRAPH else line[2:]
        blocks.append(Block("", kind, text, int(kind is Kind.HEADING)))
    return Document("a", "A", places.identified(blocks))


def shown(made: Document) -> str:
    return "/".join(block.text for block in made.blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ARTICLE, "/".join((SHORT, GUT, BRAIN, BLOOD)), id="in short, then each key point"),
        pytest.param(OWN_TEXT, "A lead./One/First?/Two/Third.", id="without them, the first sentences"),
        pytest.param("# One\nFirst. Second.\n! Point.\n# Two\nThird.", "One/Point./Two/Third.", id="or both"),
        pytest.param("# One\n! This.\nAnd more.\n! That.", "One/This./That.", id="two in one part"),
        pytest.param("# One\n| a | b\n# Two", "One/Two", id="a table is no sentence"),
        pytest.param("| a | b", "", id="nothing to say"),
        pytest.param("", "", id="an empty text"),
    ],
)
def test_key_points(text: str, expected: str) -> None:
    assert shown(key_points(document(text))) == expected


@pytest.mark.parametrize(
    ("text", "part", "finished", "expected"),
    [
        (ARTICLE, 3, True, "/".join((BLOOD, BRAIN, GUT))),
        (ARTICLE, 3, False, "/".join((BRAIN, GUT))),
        (ARTICLE, 2, False, GUT),
        (ARTICLE, 1, False, SHORT),
        (ARTICLE, 0, False, SHORT),
        ("# Gut\nGut begins. Gut goes on.\n! Gut is leaky.", 0, False, "Gut/Gut begins."),
        (OWN_TEXT, 2, False, "One/First?"),
        (OWN_TEXT, 1, False, "A lead./One/First?"),
        ("Only. This.", 0, False, "Only."),
        ("", 0, False, ""),
    ],
)
def test_a_reminder(text: str, part: int, finished: bool, expected: str) -> None:
    assert shown(reminder(document(text), part, finished=finished)) == expected


def test_a_first_sentence_keeps_its_styles_and_loses_those_behind_it() -> None:
    spans = (Span(0, 5, Style.STRONG), Span(4, 30, Style.LINK, "x"), Span(20, 30, Style.EMPHASIS))
    block = Block("", Kind.PARAGRAPH, "First is here. Second is here too.", spans=spans)
    (made,) = key_points(Document("a", "A", places.identified([block]))).blocks
    assert made.text == "First is here."
    assert made.spans == (Span(0, 5, Style.STRONG), Span(4, 14, Style.LINK, "x"))


def test_each_bundled_article_is_about_eight_pieces() -> None:
    """Two or three of them in short, and one for each part."""
    for text in Shelf().documents():
        pieces = chunks(key_points(text), Level.SHORT)
        parts = len({piece.part for piece in pieces})
        assert parts == len(outline.parts(text))
        assert len(pieces) <= parts + 2


SENTENCES = st.lists(st.sampled_from(["one.", "two", "three!", "Four", "5?"]), min_size=1).map(" ".join)
LINES = st.builds("{}{}".format, st.sampled_from(["# ", "! ", "| ", "- ", ""]), SENTENCES)
TEXTS = st.lists(LINES, max_size=14).map(lambda lines: document("\n".join(lines)))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_key_points_are_words_of_the_text_in_its_order(text: Document) -> None:
    order = {block.id: index for index, block in enumerate(text.blocks)}
    made = key_points(text).blocks
    assert all(text.blocks[order[block.id]].text.startswith(block.text) for block in made)
    assert all(order[before.id] < order[after.id] for before, after in pairwise(made))
    kept = {block.id for block in made}
    assert kept >= {block.id for block in text.blocks if block.kind is Kind.KEY_POINT}
    firsts = [text.blocks[part.first] for part in outline.parts(text)]
    assert kept >= {block.id for block in firsts if block.kind is Kind.HEADING}


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 14), st.booleans())
def test_a_reminder_goes_back_from_the_part_of_now(text: Document, part: int, finished: bool) -> None:
    """Its parts are those of the key points, the other way round; only at the beginning it tells more."""
    parts = outline.parts(text)
    part = min(part, max(0, len(parts) - 1))
    order = {block.id: index for index, block in enumerate(text.blocks)}

    def part_of(block: Block) -> int:
        return next(each.index for each in parts if each.first <= order[block.id] < each.end)

    made = reminder(text, part, finished=finished).blocks
    met = list(dict.fromkeys(map(part_of, made)))
    if past := [each.index for each in parts if each.number and (finished or each.index < part)]:
        assert met == sorted(met, reverse=True)
        assert set(met) <= set(past)
        short = key_points(text).blocks
        assert set(made) == {block for block in short if part_of(block) in past}
    else:
        assert all(index <= part or outline.is_summary(parts[index]) for index in met)


def test_a_text_without_parts_has_the_first_sentence_of_each_paragraph():
    assert shown(key_points(document("Gut one. Gut two.\n- Brain one. And two."))) == "Gut one./Brain one."


def test_a_title_alone_is_no_key_point():
    title, *rest = document("# The gut\n# First\nOne. Two.\n# Last\nThree.").blocks
    blocks = (title, *(replace(block, level=2) if block.kind is Kind.HEADING else block for block in rest))
    assert shown(key_points(Document("a", "A", blocks))) == "First/One./Last/Three."
