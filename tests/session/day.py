"""A day of somebody who reads a long text or has it read: their clock, and what they are told."""

from pathlib import Path
from typing import Any

from reader.assembly.assembling import assemble
from reader.model.document import Block, Document, Kind
from reader.session.commands import COMMANDS, run
from reader.session.good_place import NOT_AGAIN
from reader.speech.voice import SoundState
from reader.store.folders import Folders
from reader.text.places import identified

NAMED = {command.name: command for command in COMMANDS}
MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
A_PIECE = 25.0
"""Seconds in which this reader reads a piece of fifty words."""
A_SENTENCE = 20.0
"""Seconds in which the voice says a sentence; a slow one, so that there are few."""


def long_text() -> Document:
    """Return two parts of thirty pieces, each of five sentences of ten words."""
    words = " ".join(["This is a sentence of ten words about the gut."] * 5)
    half = [Block("", Kind.PARAGRAPH, words)] * 30
    first, second = (Block("", Kind.HEADING, title, 1) for title in ("First", "Second"))
    return Document("long", "Long", identified((first, *half, second, *half)))


class Reader:
    """One who reads a long text or has it read, and notes when they are told of a good place to stop."""

    def __init__(self, person: Any, home: Path) -> None:
        self.clock, self.voice, self.sound = person.clock, person.voice, person.sound
        self.voice.close = lambda: None
        self.folders = Folders(home / "data", home / "config")
        self.told: list[str] = []
        self.begin()

    def begin(self) -> None:
        """Open the reader, and the text."""
        self.do = assemble(self.folders, self.clock, self.voice, self.sound)
        self.do.notices.changed.connect(self._note)
        self.do.reading.open(long_text())

    def begin_again(self, seconds: float = 0.0) -> None:
        """Close the reader, and open it again after a while."""
        self.do.leave()
        self.clock.advance(seconds)
        self.begin()

    def _note(self) -> None:
        if self.do.notices.offer and self.do.notices.offer.word == NOT_AGAIN:
            self.told.append(self.do.notices.message)

    def set(self, safe: str) -> None:
        self.do.preferences.change("safe", safe)

    def press(self, name: str) -> None:
        run(NAMED[name], self.do, self)  # type: ignore[arg-type]
        self.clock.advance(0)

    def forward(self) -> None:
        """Be the window: turn, and at the end of the text begin it again."""
        if self.do.reading.ends_text:
            self.do.reading.open(long_text())
        else:
            self.do.reading.next()

    def show(self, _page: str) -> None:
        """Be the window, which has only this one page to show."""
        self.do.resting.begin()

    def read(self, minutes: float) -> None:
        """Read in silence for so long."""
        for _ in range(round(minutes * MINUTE / A_PIECE)):
            self.clock.advance(A_PIECE)
            self.press("next")

    def hear(self, sentences: int) -> None:
        """Hear so many sentences to their end."""
        for _ in range(sentences):
            self.clock.advance(A_SENTENCE)
            self.sound.end()
            self.clock.advance(0.3)

    @property
    def hears(self) -> str:
        return self.sound.text if self.sound.state is SoundState.PLAYING else ""
