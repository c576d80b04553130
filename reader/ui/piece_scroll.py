"""What scrolls on the reading page: the heading and the piece, a whole line at a time."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from reader.ui.chunk_view import ChunkView
from reader.ui.label import Label
from reader.ui.pictures import PictureView
from reader.ui.theme import Look

_NEARLY = 0.1
"""The share of a line, its leading, that may be cut without hurting a letter."""


class PieceScroll(QScrollArea):
    """Shows whole lines only; whoever lays it out sets where text and scroll begin, in px."""

    scrolled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.setWidget(self.body)
        self.heading = Label("", "quiet", parent=self.body)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.picture = PictureView(self.body)
        self.view = ChunkView(self.body)
        self.text_top = 0
        self.start = 0
        self._line = 1
        self._covers = (self._cover(), self._cover())
        self._bar.valueChanged.connect(self._tell)
        self.view.focused.connect(self._show_text)
        self.view.cursorPositionChanged.connect(self._follow_caret)

    def set_look(self, look: Look) -> None:
        """Take on letters and colours."""
        self._line = look.line_px
        self.picture.set_look(look)
        self.view.set_look(look)

    @property
    def has_rest(self) -> bool:
        """Return whether some of the piece lies below the edge."""
        return self.text_top + self.view.text_height() > self._bottom + 1

    def lines_in_sight(self) -> tuple[int, ...]:
        """Return which lines of the piece are wholly seen, from 0."""
        spare = self._line * _NEARLY
        return tuple(
            number
            for number, top in enumerate(self._tops())
            if top + spare >= self._top and top + self._line <= self._bottom + spare
        )

    def to_text_top(self) -> None:
        """Begin at the beginning of the piece."""
        self._bar.setValue(self.start)

    def scroll_on(self) -> None:
        """Show what comes next of the piece: the first line not wholly seen becomes the first."""
        unseen = [top for top in self._tops() if top + self._line > self._bottom]
        target = round(unseen[0]) if unseen else self._bottom
        self._bar.setValue(max(target, self._top + self._line))

    def scroll_back(self) -> bool:
        """Show what came before of the piece; return whether there was anything."""
        if self._top <= self.start:
            return False
        self._bar.setValue(max(self.start, self._top - self.viewport().height() + self._line))
        return True

    def first_letter(self) -> int:
        """Return the first letter in sight, in code points of the piece; 0 at its beginning."""
        return (
            0 if self._top <= self.start else self.view.letter_at(self._top - self.text_top + self._line / 2)
        )

    def keep_in_sight(self, start: int, end: int) -> None:
        """Scroll to some letters, unless they are seen; offsets in code points of the piece."""
        self._keep(self.view.rect_of(start, end))

    def sees_some_of(self, start: int, end: int) -> bool:
        """Return whether any of some letters are seen; offsets in code points of the piece."""
        top, bottom = self._reach_of(start, end)
        return top < self._bottom and bottom > self._top + self._line * _NEARLY

    def cuts_off(self, start: int, end: int, steps: int) -> bool:
        """Return whether some letters go on below what is seen (1) or began above it (-1)."""
        top, bottom = self._reach_of(start, end)
        return bottom > self._bottom + 1 if steps > 0 else top < self._top

    def _reach_of(self, start: int, end: int) -> tuple[float, float]:
        rect = self.view.rect_of(start, end)
        return self.text_top + rect.top(), self.text_top + rect.bottom()

    def _keep(self, rect: QRectF) -> None:
        if self.text_top + rect.top() < self._top or self.text_top + rect.bottom() > self._bottom:
            # To the whole line with its leading: a line that is cut would be covered.
            tops = [top for top in self._tops() if top <= self.text_top + rect.top()]
            self._bar.setValue(round(tops[-1]) if tops else self.start)

    def _show_text(self) -> None:
        """Bring the text into sight when the focus comes to it from a control far above."""
        if not self.lines_in_sight():
            self.to_text_top()

    def _follow_caret(self) -> None:
        if self.view.caret and self.view.hasFocus():
            self._keep(QRectF(self.view.cursorRect()))

    def cover_cut_lines(self) -> None:
        """Hide what is seen of a line that the edge cuts in two: half a line is no help to anyone."""
        spare = self._line * _NEARLY
        above = below = 0
        for top in self._tops():
            if top + spare < self._top < top + self._line - spare:
                above = round(top + self._line - self._top)
            if top + spare < self._bottom < top + self._line - spare / 3:
                below = round(self._bottom - top)
        width, height = self.viewport().width(), self.viewport().height()
        self._covers[0].setGeometry(0, 0, width, above)
        self._covers[1].setGeometry(0, height - below, width, below)

    @property
    def _bar(self) -> QScrollBar:
        return self.verticalScrollBar()

    @property
    def _top(self) -> int:
        return self._bar.value()

    @property
    def _bottom(self) -> int:
        return self._bar.value() + self.viewport().height()

    def _tops(self) -> list[float]:
        return [self.text_top + top for top in self.view.line_tops()]

    def _cover(self) -> QWidget:
        cover = QWidget(self)
        cover.setObjectName("page")
        cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return cover

    def _tell(self) -> None:
        self.cover_cut_lines()
        self.scrolled.emit()
