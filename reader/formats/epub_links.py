"""Where the pages of a book lead, known before any of them is taken apart: a look at their links alone.

A note may stand in another file than its mark, before or behind it, and the first page shall not wait for the
last. So a mark is believed if the file that it leads to has notes by its own words, or leads back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape

from reader.formats import notes
from reader.formats.epub_package import resolved
from reader.model.document import Block, Style

_ADDRESS = re.compile(r"<a\b[^<>]{0,2000}?\bhref\s*=\s*[\"']([^\"'<>]{1,2000})[\"']", re.IGNORECASE)
_HAS_NOTES = re.compile("footnote|endnote|rearnote", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Links:
    """From which file of a book to which, the names of what may be notes, and the files that have notes."""

    between: frozenset[tuple[str, str]]
    marked: frozenset[str]
    notes: frozenset[str]

    def believed(self, blocks: Iterable[Block], path: str) -> list[Block]:
        """Return the blocks of a file without those marks that do not seem to lead to a note."""
        blocks = list(blocks)
        targets = {span.target for block in blocks for span in block.spans if span.style is Style.NOTE}
        known = {target for target in targets if self._has_note(target.partition("#")[0], path)}
        return [notes.unmarked(block, known) for block in blocks] if targets - known else blocks

    def _has_note(self, file: str, path: str) -> bool:
        return file == path or file in self.notes or (file, path) in self.between


def links(pages: Sequence[tuple[str, bytes]]) -> Links:
    """Return the links of a book's pages, each given by its path and content."""
    between, marked, with_notes = set(), set(), set()
    for path, content in pages:
        # Addresses are ASCII in nearly every encoding; what is not understood here is only no link.
        text = content.decode("utf-8", errors="replace")
        between |= {(path, resolved(unescape(address), path)) for address in _ADDRESS.findall(text)}
        marked |= notes.marks(text, path)
        if _HAS_NOTES.search(text):
            with_notes.add(path)
    return Links(frozenset(between), frozenset(marked), frozenset(with_notes))
