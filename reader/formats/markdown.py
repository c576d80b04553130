"""Markdown, with front matter."""

import re
from collections.abc import Iterator

from reader.formats import dialect, markup
from reader.formats.decoding import decoded
from reader.formats.draft import Draft
from reader.formats.indentation import regular
from reader.formats.letters import clean
from reader.model.document import Block, Kind, Source

_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]*):(?:\s+(?P<value>.*)|$)")
_BELOW = re.compile(r"[>|][+-]?")  # the value stands on the lines below
_MORE = re.compile(r"\s+(?![#-]|[\w-]+:(?:\s|$))(?P<value>\S.*)")  # of the value above
_NO_ENTRY = re.compile(r"\s*$|\s*#|\s+\S|-\s")  # blank, a comment, or something nested


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of a Markdown text.

    May take very long for a file made to harm (twenty thousand brackets): see `formats.parsing`.
    """
    values, body = _front_matter(clean(decoded(content), tab="\t"))
    blocks = markup.blocks(dialect.html(regular(body)), draft.pictures)
    draft.title = values.get("title") or _first_title(blocks)
    draft.language = values.get("language", "")
    draft.summary = values.get("summary", "")
    draft.source = Source(
        original_title=values.get("original_title", ""),
        series=values.get("series", ""),
        source=values.get("source", ""),
        author=values.get("author", ""),
        date=values.get("date", ""),
    )
    yield from blocks


def _first_title(blocks: list[Block]) -> str:
    """Return the words of the highest heading if it stands first and is the only one of its level."""
    highest = [block for block in blocks if block.kind is Kind.HEADING and block.level == 1]
    return highest[0].text if len(highest) == 1 and highest[0] is blocks[0] else ""


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
