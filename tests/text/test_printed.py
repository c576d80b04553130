"""The pieces as lines for a terminal, and as data that other programs rely on."""

import json
import re
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.term import Term
from reader.text import places
from reader.text.chunks import chunks
from reader.text.glossary import Glossary
from reader.text.printed import as_data, as_text

GLOSSARY = Glossary((Term("cytokine", ("cytokines",), "A message."), Term("B-cell", ("B-cells",), "A cell.")))


def document(*blocks: Block) -> Document:
    """Return a document titled "A text"."""
    return Document("a", "A text", places.identified(blocks))


def paragraph(text: str) -> Block:
    """Return a paragraph."""
    return Block("", Kind.PARAGRAPH, text)


def heading(text: str) -> Block:
    """Return a heading."""
    return Block("", Kind.HEADING, text, 2)


def test_as_text_the_pieces_are_calm_lines() -> None:
    text = document(
        heading("Rest"),
        paragraph("Some words that are longer than one line of this terminal."),
        Block("", Kind.LIST_ITEM, "the first one of these two", 1, marker="•"),
        Block("", Kind.LIST_ITEM, "inside", 2, marker="3."),
        Block("", Kind.QUOTE, "Quoted words go here."),
        Block("", Kind.CODE, "x = 1  # this line is never broken"),
        Block("", Kind.KEY_POINT, "Rest."),
        heading("Nothing under it"),
    )
    assert as_text(text, chunks(text, Level.SHORT), 24) == "\n".join(
        [
            "Rest",
            "",
            "Some words that are",
            "longer than one line of",
            "this terminal.",
            "",
            "  • the first one of",
            "    these two",
            "    3. inside",
            "",
            "  Quoted words go here.",
            "",
            "",
            "x = 1  # this line is never broken",
            "",
            "",
            "Rest.",
            "",
            "",
            "Nothing under it",
        ]
    )


def test_a_list_item_cut_in_two_has_one_marker() -> None:
    text = document(Block("", Kind.LIST_ITEM, "One. Two.", 1, marker="1."))
    assert as_text(text, chunks(text, Level.SENTENCE), 80) == "  1. One.\n\n\n     Two."


def test_as_data_the_shape_is_the_promised_one() -> None:
    text = document(heading("Cells"), paragraph("B-cells and cytokines. A B-cell 😀 too."))
    first, second = (block.id for block in text.blocks)
    assert as_data(text, chunks(text, Level.SENTENCE), GLOSSARY) == {
        "title": "A text",
        "blocks": [
            {"id": first, "kind": "heading", "level": 2, "text": "Cells"},
            {
                "id": second,
                "kind": "paragraph",
                "level": None,
                "text": "B-cells and cytokines. A B-cell 😀 too.",
            },
        ],
        "chunks": [
            {
                "index": 0,
                "heading": "Cells",
                "text": "B-cells and cytokines.",
                "sentences": ["B-cells and cytokines."],
                "place": {"block": second, "offset": 0},
                "terms": ["B-cell", "cytokine"],
                "notes": [],
            },
            {
                "index": 1,
                "heading": "Cells",
                "text": "A B-cell 😀 too.",
                "sentences": ["A B-cell 😀 too."],
                "place": {"block": second, "offset": 23},
                "terms": ["B-cell"],
                "notes": [],
            },
        ],
    }


WORDS = st.sampled_from(
    ["cytokines", "B-cell.", "e\u0301", "👩‍⚕️", "a\u00a0b.", "So?", "1.5", "–", "\n", "word"]
)
BLOCKS = st.builds(
    Block,
    st.just(""),
    st.sampled_from(Kind),
    st.lists(WORDS, min_size=1, max_size=70).map(" ".join).filter(str.strip),
    st.integers(1, 6),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(BLOCKS, max_size=8), st.sampled_from(Level))
def test_the_contract_holds_for_any_text(blocks: list[Block], level: Level) -> None:
    text = document(*blocks)
    data: dict[str, Any] = json.loads(json.dumps(as_data(text, chunks(text, level), GLOSSARY)))
    by_id = {block["id"]: block for block in data["blocks"]}
    body = "".join(block["text"] for block in data["blocks"] if block["kind"] != "heading")
    assert re.sub(r"\s", "", "".join(chunk["text"] for chunk in data["chunks"])) == re.sub(r"\s", "", body)
    for index, chunk in enumerate(data["chunks"]):
        assert chunk["index"] == index
        assert "".join(chunk["sentences"]) == chunk["text"]
        held = by_id[chunk["place"]["block"]]["text"][chunk["place"]["offset"] :]
        assert held.startswith(chunk["text"][:1])
        assert len(set(chunk["terms"])) == len(chunk["terms"])
        assert not [
            letter for letter in chunk["text"] if letter != "\n" and unicodedata.category(letter) == "Cc"
        ]
