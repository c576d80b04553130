"""What the popover of the reading page shows now."""

from collections.abc import Sequence

from reader.ui.controls import Control
from reader.ui.entries import Entry
from reader.ui.reading_page import ReadingPage


class Shown:
    """Opens the popover with something of a kind, so that the same key can close it again."""

    def __init__(self, page: ReadingPage) -> None:
        self._page = page
        self._kind = ""

    def open(
        self,
        kind: str,
        name: str,
        entries: Sequence[Entry],
        actions: Sequence[Control] = (),
        *,
        about: tuple[int, int] = (0, 1),
        begin_at: Control | None = None,
    ) -> None:
        """Show entries; `name` is what a screen reader says, `about` the letters that stay in sight."""
        self._kind = kind
        self._page.popover.open(name, entries, actions, begin_at)
        self._page.open_popover(about)

    def closes(self, *kinds: str) -> bool:
        """Close the popover if it shows one of some kinds; return whether it did."""
        closes = self._kind in kinds and not self._page.popover.isHidden()
        if closes:
            self._page.close_popover()
        return closes
