"""A few words set as the text is, to judge light and letters by."""

from PySide6.QtCore import QSignalBlocker, Qt

from reader.model.chunk import Chunk
from reader.model.place import Place
from reader.ui.chunk_view import ChunkView
from reader.ui.piece import Piece

WORDS = "This is how your reading will look. A short line shows enough."


class Sample(ChunkView):
    """A piece set just as the reading text is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Sample of the text")
        self.show_piece(Piece(Chunk(0, 0, "", WORDS, (WORDS,), (), Place("", 0))))

    def hasHeightForWidth(self) -> bool:
        """Return True: the sample wraps as the text does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the sample at a width, in px."""
        # The widget must not hear of it: it would lay the text out again at the width that it has now.
        with QSignalBlocker(self.document().documentLayout()):
            self.document().setTextWidth(width)
            return self.text_height()
