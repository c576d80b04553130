"""Markdown, with front matter."""

import re
from collections.abc import Iterator

from reader.formats import markup
from reader.formats.building import notes
from reader.formats.decoding import decoded
from reader.formats.draft import Draft
from reader.formats.letters import clean
from reader.formats.markdown import dialect
from reader.formats.markdown.indentation import regular
from reader.formats.markdown.sections import sections
from reader.model.document import Block, Kind, Source

_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]*):(?:\s+(?P<value>.*)|$)")
_BELOW = re.compile(r"[>|][+-]?")  # the value stands on the lines below
_MORE = re.compile(r"\s+(?![#-]|[\w-]+:(?:\s|$))(?P<value>\S.*)")  # of the value above
_HIGHEST = re.compile(r"^(?:#(?!#)|=+ *$)", re.MULTILINE)
_NO_ENTRY = re.compile(r"\s*$|\s*#|\s+\S|-\s")  # blank, a comment, or something nested


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a Markdown text.

    May take very long for a file made to harm (twenty thousand brackets): see `formats.parsing`.
    """
    values, body = _front_matter(clean(decoded(content), tab="\t"))
    draft.language = values.get("language", "")
    draft.summary = values.get("summary", "")
    draft.source = Source(
        original_title=values.get("original_title", ""),
        series=values.get("series", ""),
        source=values.get("source", ""),
        author=values.get("author", ""),
        date=values.get("date", ""),
    )
    text = regular(body)
    first: Block | None = None
    highest = 0
    # What is still to come is judged by how a title is mostly written; at the end it is known.
    seems_only = len(_HIGHEST.findall(text)) == 1
    for block in _blocks(text, draft):
        first = first or block
        highest += _is_highest(block)
        draft.title = values.get("title") or _title(first, is_only=seems_only)
        yield block
    draft.title = values.get("title") or _title(first, is_only=highest == 1)


def _blocks(text: str, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a text section by section, and stretch by stretch; the footnotes come last."""
    done = 0
    for section in sections(text):
        parsed = dialect.Text(section)
        # Each of them is a note if a mark leads to it; whether one does is known at the end.
        found = markup.blocks(parsed.notes, draft.pictures, marked=parsed.names)
        known = {block.marker for block in found if block.kind is Kind.NOTE}
        marked: set[str] = set()
        for html, share in parsed.stretches():
            draft.share = min(1.0, (done + share * len(section)) / (len(text) or 1))
            marked |= notes.marks(html)
            yield from markup.blocks(html, draft.pictures, known=known)
        yield from markup.blocks(parsed.notes, draft.pictures, marked=marked)
        done += len(section)


def _title(first: Block | None, *, is_only: bool) -> str:
    """Return the words of what stands first if it is a highest heading, and the only one."""
    return first.text if first and _is_highest(first) and is_only else ""


def _is_highest(block: Block) -> bool:
    return block.kind is Kind.HEADING and block.level == 1


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the `key: value` lines between two lines of hyphens at the very start, and the rest.

    Two rules with ordinary text between them are no front matter.
    """
    lines = text.split("\n")
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if lines[0].rstrip() != "---" or not end:
        return {}, text
    values: dict[str, str] = {}
    key = ""
    for line in lines[1:end]:
        if entry := _ENTRY.match(line):
            key, value = _key(entry["key"]), (entry["value"] or "").strip()
            values[key] = "" if _BELOW.fullmatch(value) else _unquoted(value)
        elif key and (more := _MORE.match(line)):
            values[key] = f"{values[key]} {more['value'].rstrip()}".strip()
        elif not _NO_ENTRY.match(line):
            return {}, text
    return values, "\n".join(lines[end + 1 :])


def _key(key: str) -> str:
    return re.sub(r"[\s-]+", "_", key.strip().lower())


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
