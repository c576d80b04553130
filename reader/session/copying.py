"""Reading what a person has copied elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from reader.ground.beside import Stop
from reader.model.document import Document
from reader.session.fetching import Fetching
from reader.session.keeping import Keeping
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.text.shortening import shortened

NOTHING = "Nothing is copied yet. Please copy some text, and come back."
NO_WORDS = "There are no words in what was copied. Please copy some text, and come back."
ADDRESS = "An address was copied, not its text. Please copy the words themselves, and come back."
FILE = "A file was copied, not its words. Open a file, in Places, opens it."
LONGEST_TITLE = 60
"""Letters of a title that is made of the first line."""

# Programs mark the part that was chosen; around it stands whatever the page needs.
_CHOSEN = re.compile(r"<!--\s*StartFragment\s*-->(?P<within>.*?)<!--\s*EndFragment\s*-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_RUN = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"<?(?:[a-z][a-z0-9+.-]{1,19}://\S{1,2000}|www\.\S{1,2000}|"
    r"(?:mailto:)?[^\s@<>]{1,64}@[^\s@<>.]{1,64}(?:\.[^\s@<>.]{1,64}){1,8}>?)",
    re.IGNORECASE,
)
_BODY = re.compile(r"<body\b[^>]*>(?P<within>.*?)(?:</body\s*>|\Z)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Copied:
    """Text as a clipboard gives it: its letters, and as HTML, "" where there is none.

    `is_anything` says whether the clipboard holds anything at all, such as a picture.
    """

    letters: str = ""
    html: str = ""
    is_anything: bool = False

    @property
    def hindrance(self) -> str:
        """Return why it is not read and what to do instead, "" where it can be."""
        # Some programs copy HTML alone; a picture in it is no words.
        words = self.letters.strip() or _TAG.sub(" ", self.content.decode(errors="replace")).strip()
        if not words:
            return NO_WORDS if self.is_anything else NOTHING
        if words.startswith("file://"):
            return FILE  # as file managers copy one
        return ADDRESS if all(_ADDRESS.fullmatch(run[0]) for run in _RUN.finditer(words)) else ""

    @property
    def kind(self) -> str:
        """Return the kind of text, as `formats.opening` names it."""
        return "fragment" if self.html else "plain"

    @property
    def content(self) -> bytes:
        """Return the text in bytes."""
        found = _CHOSEN.search(self.html) or _BODY.search(self.html)
        return (found["within"] if found else self.html or self.letters).encode(errors="replace")

    @property
    def title(self) -> str:
        """Return the first line, shortened."""
        first = next((line for line in self.letters.splitlines() if line.strip()), "")
        return shortened(" ".join(first.split()), LONGEST_TITLE)


class Texts(Protocol):
    """Where texts are kept."""

    def arriving_copied(
        self, content: bytes, kind: str, title: str = "", stop: Stop | None = None
    ) -> Iterator[Document]:
        """Yield the text in what was copied, as it grows; raises Refusal."""


class Copying:
    """Opens what was copied as a text of its own, which the library keeps."""

    def __init__(
        self, texts: Texts, fetching: Fetching, reading: Reading, keeping: Keeping, notices: Notices
    ) -> None:
        self._texts = texts
        self._fetching = fetching
        self._reading = reading
        self._keeping = keeping
        self._notices = notices

    def read(self, copied: Copied) -> None:
        """Open it at its beginning; where there is nothing to read in it, that is said."""
        if copied.hindrance:
            self._notices.say(copied.hindrance)
            return
        arriving = partial(self._texts.arriving_copied, copied.content, copied.kind, copied.title)
        self._fetching.fetch_from(arriving, self._show, self._reading, _has_pieces)

    def _show(self, document: Document) -> None:
        self._keeping.path = None
        self._reading.open(document)


def _has_pieces(document: Document) -> bool:
    return any(document.cuts.values())
