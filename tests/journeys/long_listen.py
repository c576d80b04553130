"""Two thousand sentences read aloud one after the other, by the voice of the app, to nobody.

Started with how many. The voice works in its process as always; the loudspeaker ends each sentence as soon as
it begins. At the end it writes, as JSON, every sentence that was read and every one that was to be read, what
else was said, and the memory in MB of this process and of the voice's: after a fifth, and at the end.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer

from reader.formats.opening import open_bundled
from reader.ground import bundled
from reader.ground.children import worker
from reader.ground.events import Event
from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.settings import Settings
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.session.sentences import Sentence, of
from reader.speech.engines import JoinedVoice
from reader.speech.voice import Sound, SoundState, VoiceError
from reader.speech.worker import WorkerVoice
from reader.store.pronunciation import bundled_wordings
from reader.text import sentences
from reader.text.places import identified
from reader.text.pronunciation import Pronunciation
from reader.ui.bridge import Bridge, QtClock


class Hasty:
    """Fulfils SoundOutput without a sound: each is over as soon as it is played."""

    def __init__(self) -> None:
        self.finished: Event[[]] = Event()
        self.moved: Event[[float]] = Event()
        self.lost: Event[[]] = Event()
        self.failed: Event[[VoiceError]] = Event()
        self.state = SoundState.SILENT
        self._number = 0

    def warm(self) -> None:
        """There is nothing to warm."""

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        """Tell soon of every word, and of the end."""
        self._number += 1
        self.state = SoundState.PLAYING
        number = self._number
        QTimer.singleShot(0, lambda: self._end(sound, number))

    def _end(self, sound: Sound, number: int) -> None:
        if number == self._number and self.state is SoundState.PLAYING:
            for word in sound.words:
                self.moved.emit(word.time)
            self.state = SoundState.SILENT
            self.finished.emit()

    def pause(self) -> None:
        """Nobody pauses here."""

    def resume(self) -> None:
        """Nobody pauses here."""

    def stop(self) -> None:
        """Forget the sound."""
        self.state = SoundState.SILENT

    def position(self) -> float:
        """Return nothing: it is over at once."""
        return 0.0

    def set_volume(self, volume: float) -> None:
        """Nobody hears it."""

    def close(self) -> None:
        """There is nothing to end."""


def long_text(count: int) -> Document:
    """Return the sentences of the articles again and again, each with its number: none is like another."""
    files = sorted((bundled.root() / "articles").glob("*.md"))
    blocks = [block for file in files for block in open_bundled(file).blocks if block.kind is Kind.PARAGRAPH]
    plain = [block.text[start:end].strip() for block in blocks for start, end in sentences.split(block.text)]
    texts = (f"In note {number}, {plain[number % len(plain)]}" for number in range(count))
    return Document("long", "Long", identified([Block("", Kind.PARAGRAPH, text) for text in texts]))


def memory(pid: int | None) -> float:
    """Return what a process has in memory, in MB."""
    return int(Path(f"/proc/{pid or 'self'}/statm").read_text("ascii").split()[1]) * 4096 / 1_000_000


class Listener:
    """One who listens for very long."""

    def __init__(self, application: QCoreApplication, folder: Path, count: int) -> None:
        post = Bridge(application).post
        self._natural = WorkerVoice(worker("natural", str(folder)), post)
        self._voice = JoinedVoice(self._natural, WorkerVoice(worker("system"), post))
        self._application = application
        self._reading = reading = Reading(Notices(), Level.SHORT)
        speak = Pronunciation(bundled_wordings(), {}).utterance
        settings = Settings(gap=0.0)
        self._listening = Listening(reading, self._voice, Hasty(), QtClock(application), settings, speak)
        self._listening.passed.connect(self._count)
        self._listening.said.connect(self._note)
        self._listening.changed.connect(self._go_on)
        self._voice.replaced.connect(self._note)
        reading.open(long_text(count))
        wanted = [sentence.text for chunk in reading.chunks for sentence in of(chunk)]
        self._early = len(wanted) // 5
        self._heard: list[str] = []
        self.told: dict[str, Any] = {"wanted": wanted, "heard": self._heard, "said": []}

    def listen(self) -> None:
        """Begin."""
        self._listening.listen()

    def _go_on(self) -> None:
        """Listen to the next part when the voice stops at the end of one; leave at the end of the text."""
        if self._listening.active:
            return
        if self._reading.ends_text:
            self._application.quit()
        else:
            self._reading.next()
            QTimer.singleShot(0, self._listening.listen)

    def _note(self, words: str) -> None:
        if words not in self.told["said"]:
            self.told["said"].append(words)

    def _count(self, sentence: Sentence, _coming: Sentence | None) -> None:
        self._heard.append(sentence.text)
        if len(self._heard) in (self._early, len(self.told["wanted"])):
            when = "early" if len(self._heard) == self._early else "late"
            self.told[when] = {"reader": memory(None), "voice": memory(self._natural.pid)}

    def end(self) -> None:
        """End the voice's process."""
        self._voice.close()


def main(count: int) -> int:
    """Listen to the end and tell."""
    application = QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder:
        listener = Listener(application, Path(folder), count)
        QTimer.singleShot(0, listener.listen)
        ended = application.exec()
        listener.end()
    sys.stdout.write(json.dumps(listener.told) + "\n")
    return ended


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
