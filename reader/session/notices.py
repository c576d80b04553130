"""The quiet line: one short sentence at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.ground.events import Event

Undo = Callable[[], object]

UNDO = "Undo"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a sentence offers to do: the word on its button, and the call that does it."""

    word: str
    act: Callable[[], object]


class Notices:
    """What the quiet line says, and what Undo would bring back.

    A message stays until the person's next action (`clear`), never on a timer; then the resting text,
    such as "Part 1 of 7", shows again. What was offered for undoing outlives its sentence: turning a
    piece takes the sentence away, and Ctrl+Z still brings the deleted thing back (R27). Things are undone
    newest first, each of them once, for as long as the window is open.
    """

    def __init__(self) -> None:
        self.changed: Event[[]] = Event()
        self._message = ""
        self._resting = ""
        self._offer: Offer | None = None
        self._resting_offer: Offer | None = None
        self._undoable: list[Undo] = []

    @property
    def text(self) -> str:
        """Return the sentence to show now."""
        return self._message or self._resting

    @property
    def message(self) -> str:
        """Return the message of now, "" while the resting text shows."""
        return self._message

    @property
    def offer(self) -> Offer | None:
        """Return what the sentence shown now offers to do."""
        return self._offer if self._message else self._resting_offer

    @property
    def can_undo(self) -> bool:
        """Return whether there is anything that Ctrl+Z would bring back."""
        return bool(self._undoable)

    def rest(self, text: str, offer: Offer | None = None) -> None:
        """Set what shows while there is no message; a message stays in front of it."""
        before = self.text, self.offer
        self._resting, self._resting_offer = text, offer
        if (self.text, self.offer) != before:
            self.changed.emit()

    def say(self, text: str) -> None:
        """Show one sentence until the next action."""
        self._show(text)

    def offer_undo(self, text: str, undo: Undo) -> None:
        """Show one sentence with Undo beside it; `undo` says for itself what it has brought back."""
        self._undoable.append(undo)
        self._show(text, Offer(UNDO, self.undo))

    def offer_to(self, text: str, word: str, act: Callable[[], object]) -> None:
        """Show one sentence with a button beside it."""
        self._show(text, Offer(word, act))

    def remember(self, undo: Undo) -> None:
        """Let Ctrl+Z bring something back without a word now: the change itself is seen at once."""
        self._undoable.append(undo)

    def undo(self) -> None:
        """Bring back the newest thing that can be brought back."""
        self.clear()
        if self._undoable:
            self._undoable.pop()()
        else:
            self.say("There is nothing to undo.")

    def clear(self) -> None:
        """Take the message away, because the person has done the next thing."""
        if self._message:
            self._show("")

    def _show(self, message: str, offer: Offer | None = None) -> None:
        self._message, self._offer = message, offer
        self.changed.emit()
