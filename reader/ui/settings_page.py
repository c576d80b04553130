"""Pages of settings, built from the record of settings and its limits."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from reader.model.settings import LIMITS, Choice, Number, Settings
from reader.session.command import Sessions
from reader.ui.column_page import ColumnPage, Row
from reader.ui.controls import Control
from reader.ui.label import Label
from reader.ui.page import Run
from reader.ui.sample import Sample


class SettingsPage(ColumnPage):
    """Shows some settings at once, and the rarer ones behind More."""

    def __init__(
        self,
        sessions: Sessions,
        run: Run,
        title: str,
        names: tuple[Sequence[str], Sequence[str]],
    ) -> None:
        super().__init__(sessions, run, title)
        self._often, self._rarely = names
        self._refreshers: list[Callable[[Settings], object]] = []
        self._shows_more = False
        self._first_rare: Control | None = None
        sessions.preferences.changed.connect(self._refresh)

    def build(self) -> None:
        """Make the rows anew."""
        self._refreshers.clear()
        contents = [*self.heading(), *self._rows(self._often), *self.further()]
        if self._shows_more:
            rare = self.rare()
            self._first_rare = next(_controls(rare), None)
            contents += rare
        elif self.has_rare:
            contents.append(Row((Control(("More",), self._show_more, name="{} settings"),)))
        put_back = Control(("Put settings back",), self.sessions.preferences.put_all_back)
        last = Row((put_back,))
        last.setProperty("gap", 24)
        self.fill([*contents, last])
        self._refresh(self.sessions.preferences.settings)

    def heading(self) -> list[QWidget]:
        """Return what stands above the settings."""
        return []

    def further(self) -> list[QWidget]:
        """Return what stands below the settings that are often wanted."""
        return []

    @property
    def has_rare(self) -> bool:
        """Return whether there is anything behind More."""
        return bool(self._rarely)

    def rare(self) -> list[QWidget]:
        """Return what stands behind More."""
        return self._rows(self._rarely)

    def refresh(self) -> None:
        """Begin with the few settings that are often wanted."""
        self._shows_more = False
        self.build()

    def _show_more(self) -> None:
        self._shows_more = True
        self.build()
        # The button that was pressed is gone; the focus goes to what it brought.
        if self._first_rare:
            self.focus_on(self._first_rare)

    def _rows(self, names: Sequence[str]) -> list[QWidget]:
        made: list[QWidget] = []
        for name in names:
            limit = LIMITS[name]
            if isinstance(limit, Number):
                made += self._number(name, limit)
            elif isinstance(limit, Choice):
                made += self._choice(name, limit)
        return made

    def _number(self, name: str, limit: Number) -> list[QWidget]:
        words = Label("", "quiet", gap=8)
        step = self.sessions.preferences.step
        less = Control((limit.less,), partial(step, name, -1), name=f"{limit.label}: {{}}")
        more = Control((limit.more,), partial(step, name, 1), name=f"{limit.label}: {{}}")
        self._refreshers.append(partial(_show_number, (words, less, more), name, limit))
        return [words, Row((less, more))]

    def _choice(self, name: str, limit: Choice) -> list[QWidget]:
        change = self.sessions.preferences.change
        controls = {
            value: Control((word,), partial(change, name, value), name=f"{limit.label}: {{}}")
            for value, word in limit.options
        }
        self._refreshers.append(partial(_show_choice, controls, name))
        return [Label(limit.label, "quiet", gap=8), Row(tuple(controls.values()))]

    def _refresh(self, settings: Settings) -> None:
        for refresh in self._refreshers:
            refresh(settings)


class TextPage(SettingsPage):
    """Text and light, with a live sample."""

    def __init__(self, sessions: Sessions, run: Run) -> None:
        names = ("size", "theme", "dimmer"), ("font", "column", "line", "word", "letter")
        super().__init__(sessions, run, "Text and light", names)

    def heading(self) -> list[QWidget]:
        """Return the sample."""
        return [Sample()]


def _controls(widgets: Sequence[QWidget]) -> Iterator[Control]:
    for widget in widgets:
        if isinstance(widget, Control):
            yield widget
        elif isinstance(widget, Row):
            yield from widget.controls


def _show_number(
    shown_by: tuple[QLabel, Control, Control], name: str, limit: Number, settings: Settings
) -> None:
    """Show a value, and let a screen reader say it with the buttons that change it."""
    words, *buttons = shown_by
    value = limit.shown.format(getattr(settings, name))
    words.setText(f"{limit.label}: {value}")
    for button in buttons:
        button.setAccessibleDescription(value)


def _show_choice(controls: dict[str, Control], name: str, settings: Settings) -> None:
    for value, control in controls.items():
        control.set_on(value == getattr(settings, name))
