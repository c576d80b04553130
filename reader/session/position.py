"""Where a person is in the open text: what the rest of the house may ask of the reading."""

from reader.model.chunk import Chunk
from reader.model.document import Document, Part
from reader.model.level import Level
from reader.model.place import Place
from reader.model.scope import Scope
from reader.session.open_text import OpenText
from reader.session.piece_cursor import PieceCursor
from reader.text.chunks import Pieces


class Position:
    """The open text and the place in it, to look at."""

    def __init__(self, level: Level) -> None:
        self._level = level
        self._text = OpenText(PieceCursor(Document("", "", ()), level), level)

    @property
    def document(self) -> Document:
        """Return the open text, as much of it as is here; one without blocks before any was opened."""
        return self._text.whole.document

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the whole text."""
        return self._text.whole.parts

    @property
    def is_arriving(self) -> bool:
        """Return whether more of the text is on its way."""
        return self._text.whole.arrives

    @property
    def text(self) -> OpenText:
        """Return what is open, with all its places: the one that is shown is one of them."""
        return self._text

    @property
    def scope(self) -> Scope:
        """Return what is shown of the text."""
        return self._text.shown.scope

    @property
    def chunks(self) -> Pieces:
        """Return the pieces of what is shown, at the present level."""
        return self._text.shown.chunks

    @property
    def index(self) -> int:
        """Return which of them is shown, from 0."""
        return self._text.shown.index

    @property
    def chunk(self) -> Chunk:
        """Return the piece that is shown; raises IndexError while no text is open."""
        return self._text.shown.chunk

    @property
    def part(self) -> Part:
        """Return the part that is shown, one of `parts`; raises IndexError while no text is open."""
        return self._text.whereabouts.part

    @property
    def place(self) -> Place:
        """Return the kept place in what is shown."""
        return self._text.shown.place

    @property
    def here(self) -> Place:
        """Return what is read now: before the kept place while a person looks back, else that place."""
        return self._text.shown.here

    @property
    def sentence(self) -> str:
        """Return the sentence at the kept place, or the heading of a piece without text."""
        return self._text.shown.sentence

    @property
    def level(self) -> Level:
        """Return how much is shown at a time."""
        return self._level

    @property
    def ends_part(self) -> bool:
        """Return whether the piece is the last of its part; in an excerpt, where none ends, of all."""
        return self._text.shown.ends_part if self.scope is Scope.WHOLE else self.ends_text

    @property
    def ends_text(self) -> bool:
        """Return whether the piece is the last of what is shown."""
        return self._text.shown.ends_text

    @property
    def awaits_next(self) -> bool:
        """Return whether the next piece is still on its way."""
        return self._text.shown.awaits_next

    @property
    def in_last_part(self) -> bool:
        """Return whether the piece stands in the last part of what is shown."""
        return self._text.shown.in_last_part

    @property
    def can_return(self) -> bool:
        """Return whether a jump left a place behind."""
        return bool(self._text.trail.places)

    # In words

    def where(self) -> str:
        """Return where a person is, in words."""
        return self._text.whereabouts.place

    def just_read(self) -> str:
        """Return the sentence before the shown piece, "" at the very beginning."""
        return self._text.whereabouts.just_read
