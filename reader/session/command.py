"""What a command is: a row of the key table, and what its deed has at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from reader.session.about import About
from reader.session.bookmarks import Bookmarks
from reader.session.browsing import Browsing
from reader.session.copying import Copied, Copying
from reader.session.destination import Destination
from reader.session.details import Details
from reader.session.editions import Editions
from reader.session.eyes_closed import EyesClosed
from reader.session.hands_free import HandsFree, Sight
from reader.session.keeping import Keeping
from reader.session.library import Library
from reader.session.listening import Listening
from reader.session.looking_up import LookingUp
from reader.session.notices import Notices
from reader.session.opening import Opening
from reader.session.pace import Pace
from reader.session.piece_timing import PieceTiming
from reader.session.preferences import Preferences
from reader.session.pronouncing import Pronouncing
from reader.session.reading import Reading
from reader.session.reading_time import ReadingTime
from reader.session.resting import Resting
from reader.session.saving import Saving
from reader.session.saying import Saying
from reader.session.search import Search
from reader.session.sleep_timer import SleepTimer
from reader.session.taking_in import TakingIn
from reader.session.vocabulary import Vocabulary
from reader.session.voices import Voices
from reader.session.weighing import Weighing
from reader.session.words import Words


class Screen(Sight, Protocol):
    """What only the window can do; it shows and hides, and decides nothing."""

    def forward(self) -> None:
        """Show the rest of the piece, or turn to the next one."""

    def back(self) -> None:
        """Show what of the piece came before, or turn to the previous one."""

    def step_focus(self, steps: int) -> None:
        """Let the next sentence or lines stand out (1), or those before (-1)."""

    def show(self, page: str) -> None:
        """Show a page by its name, such as "library"; a page that is shown already is closed again."""

    def close_popover(self) -> bool:
        """Close what lies over the piece: the popover, or the picture as it is.

        Return whether there was anything.
        """

    def close_open(self) -> bool:
        """Close what is open: the popover, else the page that lies over the one before.

        Return whether there was anything.
        """

    def toggle_words(self) -> None:
        """Open or close the meanings of this piece."""

    def toggle_where(self) -> None:
        """Show where one is and what was just read, or hide it."""

    def show_text(self) -> None:
        """Show the open text."""

    def copied(self) -> Copied:
        """Return what was copied last, here or in another program."""

    def show_help(self) -> None:
        """Open the article that explains the reader."""

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""

    def toggle_caret(self) -> None:
        """Switch the caret on or off."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """Everything a person can do, screen by screen."""

    notices: Notices
    preferences: Preferences
    reading: Reading
    words: Words
    vocabulary: Vocabulary
    looking_up: LookingUp
    bookmarks: Bookmarks
    library: Library
    search: Search
    about: About
    opening: Opening
    editions: Editions
    details: Details
    keeping: Keeping
    pace: Pace
    piece_timing: PieceTiming
    weighing: Weighing
    listening: Listening
    voices: Voices
    pronouncing: Pronouncing
    saving: Saving
    browsing: Browsing
    taking_in: TakingIn
    copying: Copying
    destination: Destination
    saying: Saying
    eyes_closed: EyesClosed
    resting: Resting
    reading_time: ReadingTime
    hands_free: HandsFree
    sleep_timer: SleepTimer
    commands: "tuple[Command, ...]"
    """All that can be done, with the keys of this person."""
    leave: Callable[[], None]
    """Fall silent, keep everything, and let go of files and processes."""


Action = Callable[[Sessions, Screen], object]


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the key table.

    `keys` are as written in the help article. `silent` and `speaking` say in words what they do, and
    `act` and `act_speaking` do it; the second pair counts while the voice is on or paused. `of_text` keys
    work in the text only, so that a focused button keeps Space and Enter for itself; `of_reading` keys
    work anywhere on the reading page, since elsewhere there is no piece they could be about.
    """

    name: str
    keys: tuple[str, ...]
    silent: str
    speaking: str
    act: Action
    act_speaking: Action
    of_text: bool = False
    of_reading: bool = False
