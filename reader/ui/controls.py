"""Buttons that know every word they may show, so that no control ever changes its width."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from reader.ui.fit import INSET
from reader.ui.icons import icon
from reader.ui.theme import LEAD, Look


class Control(QPushButton):
    """A button with a word, perhaps an icon, and a name for screen readers that contains the word.

    It takes the focus by Tab only, never by the mouse (R13), so that the reading keys stay with the text.
    `role` is one of the stylesheet's: "", "plain", "main", "row", "panel".
    """

    def __init__(
        self,
        words: tuple[str, ...],
        press: Callable[[], object],
        *,
        role: str = "",
        icon_name: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words[0], parent)
        self._words = words
        self._icon_name = icon_name
        self._name = name
        self._look: Look | None = None
        self._need: tuple[Look, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: press())
        self.toggled.connect(self._press_instead)
        if icon_name == "forward":
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.say(words[0])

    def say(self, word: str, icon_name: str = "") -> None:
        """Show another of its words."""
        self._word = word
        self.setText(word)
        self.setAccessibleName(self._name.replace("{}", word) or word)
        if icon_name and icon_name != self._icon_name:
            self._icon_name = icon_name
            self._draw_icon()

    def set_on(self, on: bool) -> None:
        """Show whether this is the choice in use: with an accent edge, and as checked to a screen reader."""
        self.setCheckable(True)
        with QSignalBlocker(self):
            self.setChecked(on)

    def nextCheckState(self) -> None:
        """Leave the mark as it is: only `set_on` moves it, when the choice has really changed."""

    def _press_instead(self, checked: bool) -> None:
        """Take the toggling that a screen reader asks for as a press."""
        self.set_on(not checked)
        self.click()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight when Tab comes by (R12); Qt itself scrolls only between what scrolls together."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            around = self.parentWidget()
            while around is not None and not isinstance(around, QScrollArea):
                around = around.parentWidget()
            if around is not None:
                around.ensureWidgetVisible(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button as Space does; outside a dialog Qt would pass it on.

        Enter with Shift is another key: it closes what it has opened.
        """
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat() and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def set_look(self, look: Look) -> None:
        """Take on the size and colours of the icon."""
        self._look = look
        self._draw_icon()

    def need(self, look: Look) -> int:
        """Return the width that its widest word needs, in px."""
        if self._need is None or self._need[0] is not look:
            self._need = (look, max(self.need_for(word, look) for word in self._words))
        return self._need[1]

    def need_for(self, word: str, look: Look) -> int:
        """Return the width that a word needs, in px."""
        letters = QFontMetrics(self._letters(look)).horizontalAdvance(word)
        return max(44, letters + self._beside_the_word(look.text_px))

    def extra_height(self, look: Look, width: int) -> int:
        """Return how much higher it must be to show its word in so little width, in px."""
        metrics = QFontMetrics(self._letters(look))
        return self._wrapped(metrics, width).count("\n") * metrics.lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the word where there is no room for it in one line; Qt's buttons never do."""
        super().resizeEvent(event)
        if self._look is not None and self.text():
            self.setText(self._wrapped(QFontMetrics(self._letters(self._look)), self.width()))

    def _wrapped(self, metrics: QFontMetrics, width: int) -> str:
        room = width - self._beside_the_word(metrics.height())
        lines = [""]
        for word in self._word.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)

    def _beside_the_word(self, icon_size: int) -> int:
        icon_width = icon_size + 5 if self._icon_name else 0
        return icon_width + (2 * INSET if self.property("role") == "plain" else 2 * 10 + 8)

    def _letters(self, look: Look) -> QFont:
        main = self.property("role") == "main"
        return look.interface_font(bold=main, factor=LEAD if main else 1.0)

    def _draw_icon(self) -> None:
        if self._look is None or not self._icon_name:
            return
        palette = self._look.palette
        colour = palette.next_ink if self.property("role") == "main" else palette.ink
        self.setIcon(icon(self._icon_name, colour, self._look.text_px))
        self.setIconSize(QSize(self._look.text_px, self._look.text_px))
