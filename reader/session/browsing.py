"""Looking through the folders of this computer, a screenful at a time."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reader.ground.beside import Beside
from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.ground.listing import Item, item, listed
from reader.session.delay import Delay
from reader.session.notices import Notices
from reader.text.shortening import shortened

SCREENFUL = 12
"""Folders and files that are shown at once; ours: about what a window holds."""

PATIENCE = 0.3
"""Seconds after which looking is worth a word."""

LONGEST_NAME = 60
"""Characters of a folder's name in a sentence."""

LOOKING = "Looking into the folder. This page stays until it is ready."

Wanted = Callable[[Path], bool]
"""Whether a file is shown, by its name alone."""


class Browsing:
    """One folder at a time, or the usual ones to begin with; of two wishes the later one counts.

    Folders are read beside, since one that lies far away may take long. What was shown stays until then.
    """

    def __init__(
        self,
        usual: Callable[[], Sequence[Item]],
        wanted: Wanted,
        beside: Beside,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self.changed: Event[[]] = Event()
        """Another folder is open, or other things lie in it."""
        self.folder: Item | None = None
        """The folder that is open; None while the usual ones are shown."""
        self.before: Item | None = None
        """The folder that was open before this one."""
        self._look_up_usual = usual
        self._wanted = wanted
        self._beside = beside
        self._notices = notices
        self._delay = Delay(clock)
        self._wish = 0
        self._usual: tuple[Item, ...] = ()
        self._found: tuple[Item, ...] = ()
        self._words = ""
        self._shown = SCREENFUL

    @property
    def shown(self) -> tuple[Item, ...]:
        """Return what is shown of the folder, folders first."""
        return self._matching[: self._shown]

    @property
    def has_more(self) -> bool:
        """Return whether there is more to show."""
        return len(self._matching) > self._shown

    @property
    def is_long(self) -> bool:
        """Return whether the folder holds more than a screenful, so that words of a name may help."""
        return len(self._found) > SCREENFUL

    @property
    def has_files(self) -> bool:
        """Return whether some file lies in the folder, whatever is shown of it."""
        return any(not each.is_folder for each in self._found)

    @property
    def words(self) -> str:
        """Return the words that all shown names hold; "" while all names will do."""
        return self._words

    @property
    def above(self) -> Item | None:
        """Return the folder that the open one lies in; None at the root of a disk, and at the beginning."""
        if self.folder is None or self.folder.path.parent == self.folder.path:
            return None
        return self._item(self.folder.path.parent)

    def begin(self) -> None:
        """Show the folder that was open last as it is now, or the usual ones."""
        self._usual = tuple(self._look_up_usual())
        if self.folder is None:
            self.begin_anew()
        else:
            self.open(self.folder.path)

    def begin_anew(self) -> None:
        """Show the usual folders."""
        self.leave()
        self._show(None, self._usual)

    def open(self, folder: Path) -> None:
        """Show what lies in a folder; one that cannot be read is said, and what was shown stays."""
        self.leave()
        wish = self._wish
        self._delay.start(PATIENCE, lambda: self._notices.say(LOOKING))

        def hand_on(outcome: Callable[[], object]) -> None:
            if wish == self._wish:
                self.leave()
                outcome()

        self._beside.do(
            partial(listed, folder),
            lambda items: hand_on(partial(self._show, self._item(folder), items)),
            lambda error: hand_on(partial(self._decline, folder, error)),
        )

    def up(self) -> None:
        """Show the folder that the open one lies in, or the usual ones."""
        if self.above:
            self.open(self.above.path)
        else:
            self.begin_anew()

    def show_more(self) -> None:
        """Show a further screenful below the ones before."""
        self._shown += SCREENFUL
        self.changed.emit()

    def find(self, words: str) -> None:
        """Show only what has all these words, or parts of words, in its name."""
        self._words, self._shown = words.strip(), SCREENFUL
        self.changed.emit()

    def leave(self) -> None:
        """Wait for no folder any longer."""
        self._wish += 1
        self._delay.cancel()
        if self._notices.message == LOOKING:
            self._notices.clear()

    @property
    def _matching(self) -> tuple[Item, ...]:
        words = self._words.casefold().split()
        return tuple(each for each in self._found if all(word in each.name.casefold() for word in words))

    def _item(self, folder: Path) -> Item:
        usual = next((each for each in self._usual if each.path == folder), None)
        return usual or item(folder, is_folder=True)

    def _show(self, folder: Item | None, items: Sequence[Item]) -> None:
        found = tuple(each for each in items if each.is_folder or self._wanted(each.path))
        if folder != self.folder:
            self.before = self.folder
            self._words, self._shown = "", SCREENFUL
        elif found == self._found:
            return
        self.folder, self._found = folder, found
        self.changed.emit()

    def _decline(self, folder: Path, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._notices.say(_reason(shortened(self._item(folder).name, LONGEST_NAME), error))
        if self.folder and self.folder.path == folder:
            # It was open, and cannot be read any more.
            self._show(None, self._usual)


def _reason(name: str, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"The folder “{name}” is not open to you. Please choose another one."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"The folder “{name}” is not there any more. Please choose another one."
    return f"The folder “{name}” could not be read just now. Please choose another one."
