"""The pieces of a text on paper or in a terminal, and as data for other programs."""

import textwrap
from collections.abc import Sequence
from typing import Any

from reader.model.chunk import Chunk, Slice
from reader.model.document import Block, Document, Kind
from reader.text.glossary import Glossary
from reader.text.notes import notes_in, texts_of
from reader.text.pictured import kind_word

PIECE_GAP = "\n\n\n"
"""Two blank lines, so that a piece is told from a paragraph."""


def as_text(document: Document, chunks: Sequence[Chunk], width: int) -> str:
    """Return the pieces as lines of at most `width` letters; a heading stands over the first piece it is for.

    Code keeps its lines, and a word longer than the width stays whole. Notes stand in brackets beneath the
    piece that refers to them.
    """
    blocks = {block.id: block for block in document.blocks}
    notes = texts_of(document)
    printed = []
    before = ""
    for chunk in chunks:
        heading = _wrapped(chunk.heading, width) if chunk.heading != before or not chunk.text else ""
        before = chunk.heading
        beneath = [_wrapped(f"[{note.mark} {note.text}]", width) for note in notes_in(chunk, notes)]
        printed.append("\n\n".join(filter(None, (heading, _body(chunk, blocks, width), *beneath))))
    return PIECE_GAP.join(printed)


def as_data(document: Document, chunks: Sequence[Chunk], glossary: Glossary) -> dict[str, Any]:
    """Return title, blocks and pieces in the shape that `show --json` promises; offsets in code points.

    A note is no block there: it stands with the pieces that refer to it.
    """
    notes = texts_of(document)
    glossary = glossary.in_language(document.language)
    return {
        "title": document.title,
        "blocks": [
            {
                "id": block.id,
                "kind": block.kind.value,
                "level": block.level if block.kind is Kind.HEADING else None,
                "text": block.text,
            }
            for block in document.blocks
            if block.kind is not Kind.NOTE
        ],
        "chunks": [
            {
                "index": chunk.index,
                "heading": chunk.heading,
                "text": chunk.text,
                "sentences": list(chunk.sentences),
                "place": {"block": chunk.place.block, "offset": chunk.place.offset},
                "terms": list(dict.fromkeys(hit.term.name for hit in glossary.find_in(chunk))),
                "notes": [{"mark": note.mark, "text": note.text} for note in notes_in(chunk, notes)],
            }
            for chunk in chunks
        ],
    }


def _body(chunk: Chunk, blocks: dict[str, Block], width: int) -> str:
    parts: list[str] = []
    for index, part in enumerate(chunk.slices):
        listed = part.kind is Kind.LIST_ITEM and index and chunk.slices[index - 1].kind is Kind.LIST_ITEM
        parts += ["\n" if listed else "\n\n"] if index else []
        parts.append(_block(part, blocks[part.block], width))
    return "".join(parts)


def _block(part: Slice, block: Block, width: int) -> str:
    text = block.text[part.start : part.end].rstrip()
    if block.kind is Kind.CODE:
        return text
    if block.kind is Kind.QUOTE:
        return _wrapped(text, width, "  ", "  ")
    if block.kind is Kind.LIST_ITEM:
        margin = "  " * block.level
        hanging = margin + " " * len(f"{block.marker or '•'} ")
        marked = f"{margin}{block.marker} " if block.marker and part.start == 0 else hanging
        return _wrapped(text, width, marked, hanging)
    if block.kind is Kind.PICTURE and part.start == 0:
        text = kind_word(text) + text
    return _wrapped(text, width)


def _wrapped(text: str, width: int, first: str = "", later: str = "") -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(
            line,
            width,
            initial_indent=later if lines else first,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)
