"""Where the pages of a book lead, known before any of them is taken apart: a look at their links alone.

A note may stand in another file than its mark, before or behind it, and the first page shall not wait for the
last. So a mark is believed if the file that it leads to says that it has notes, or if a short link or an
arrow leads back from there; the numbers in an index lead to pages that know nothing of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from reader.formats.building import notes
from reader.formats.epub.package import resolved
from reader.model.document import Block, Style

_ADDRESS = re.compile(r"<a\b[^<>]{0,2000}?\bhref\s*=\s*[\"']([^\"'<>]{1,2000})[\"']", re.IGNORECASE)
_HAS_NOTES = re.compile(
    r"\b(?:type|role|class)\s*=\s*[\"'][^\"'<>]{0,200}(?:foot|end|rear)note", re.IGNORECASE
)
_ARROW = re.compile(r"[↑↩↵↲⏎⤴⤶↰⇑⬑]|&#(?:8617|x21a9);", re.IGNORECASE)


@dataclass(slots=True)
class Links:
    """The links of a book's pages, by their paths, and the bytes of each page."""

    sizes: dict[str, int] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    """The names that short links lead to, such as "text/notes.xhtml#n1"."""
    _leads: dict[str, set[str]] = field(default_factory=dict)
    _leads_back: dict[str, set[str]] = field(default_factory=dict)
    _have_notes: set[str] = field(default_factory=set)

    def look(self, path: str, content: bytes) -> None:
        """Look at one more page."""
        # Addresses are ASCII in nearly every encoding; what is not understood here is only no link.
        text = content.decode("utf-8", errors="replace")
        marked = notes.marks(text, path)
        leads = {resolved(unescape(address), path) for address in _ADDRESS.findall(text)}
        self.sizes[path] = len(content)
        self.marked |= marked
        self._leads[path] = leads
        self._leads_back[path] = leads if _ARROW.search(text) else {_file(name) for name in marked}
        if _HAS_NOTES.search(text):
            self._have_notes.add(path)

    def reached(self, paths: Iterable[str]) -> set[str]:
        """Return the paths that links lead to from some pages, by one link or by several; these included."""
        reached = set(paths)
        while further := set().union(*(self._leads.get(path, ()) for path in reached)) - reached:
            reached |= further
        return reached

    def believed(self, block: Block, path: str) -> Block:
        """Return a block of a page without those marks that do not seem to lead to a note."""
        targets = {span.target for span in block.spans if span.style is Style.NOTE}
        known = {target for target in targets if self._has_note(_file(target), path)}
        return notes.unmarked(block, known) if targets - known else block

    def _has_note(self, file: str, path: str) -> bool:
        return file == path or file in self._have_notes or path in self._leads_back.get(file, ())


def _file(name: str) -> str:
    return name.partition("#")[0]
