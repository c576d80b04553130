"""A process in which one person listens: the real voices, the real speaker, a small text, and no window.

Started by person.py with a folder, a voice ("natural" or "system"), and how many seconds that may take (0: as
in the app). Reads commands from standard input, one a line, and writes what happens to standard output, one
JSON object a line, each with the second (CLOCK_MONOTONIC) at which it happened. The text lies in the folder,
and each sound that is played is kept there, as raw samples.
"""

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from reader.ground.children import worker
from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.settings import Settings
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.speech.engines import JoinedVoice
from reader.speech.voice import Sound
from reader.speech.worker import SECONDS, WorkerVoice
from reader.store.pronunciation import bundled_wordings
from reader.text.places import identified
from reader.text.pronunciation import Pronunciation
from reader.ui.bridge import Bridge, QtClock
from reader.ui.loudspeaker import Loudspeaker


class KeepingLoudspeaker(Loudspeaker):
    """A loudspeaker that keeps what it was given to play."""

    def __init__(self, parent: QCoreApplication, folder: Path) -> None:
        super().__init__(parent, QtClock(parent))
        self._folder = folder
        self._played = 0

    def play(self, sound: Sound, *, softly: bool = False, start: float = 0.0) -> None:
        """Play, and say which file holds the samples."""
        super().play(sound, softly=softly, start=start)
        file = self._folder / f"{self._played}.raw"
        file.write_bytes(sound.samples)
        self._played += 1
        words = [[word.start, word.length, word.time] for word in sound.words]
        tell("playing", file=str(file), rate=sound.rate, start=start, softly=softly, words=words)


def tell(event: str, **more: Any) -> None:
    """Write down that something happened."""
    sys.stdout.write(json.dumps({"event": event, "at": time.monotonic(), **more}) + "\n")
    sys.stdout.flush()


def document(text: str) -> Document:
    """Return a text: paragraphs between blank lines, headings after "# "."""
    blocks = []
    for paragraph in text.split("\n\n"):
        heading = paragraph.startswith("# ")
        kind = Kind.HEADING if heading else Kind.PARAGRAPH
        blocks.append(Block("", kind, paragraph[2:] if heading else paragraph, 2 if heading else 0))
    return Document("text", "Text", identified(blocks))


class Story:
    """The parts of the app that make sound, joined as the app joins them."""

    def __init__(self, application: QCoreApplication, folder: Path, voice: str, limit: float) -> None:
        self._application = application
        post = Bridge(application).post
        commands = {"natural": worker("natural", str(folder)), "system": worker("system")}
        self._engines = {
            name: WorkerVoice(command, post, seconds=limit or SECONDS) for name, command in commands.items()
        }
        self._engine = self._engines[voice]
        self._voice = JoinedVoice(**self._engines)
        self._voice.replaced.connect(lambda words: tell("said", words=words))
        self._loudspeaker = KeepingLoudspeaker(application, folder)
        self._loudspeaker.warm()
        self._reading = Reading(Notices(), Level.SHORT)
        # An id that no engine has is the usual voice of the computer.
        self._settings = Settings(volume=1.0, voice="" if voice == "natural" else voice)
        self._listening = Listening(
            self._reading,
            self._voice,
            self._loudspeaker,
            QtClock(application),
            self._settings,
            Pronunciation(bundled_wordings(), {}).utterance,
        )
        self._listening.said.connect(lambda words: tell("said", words=words))
        self._listening.marked.connect(self._tell_mark)
        self._listening.changed.connect(self._tell_state)
        self._listening.passed.connect(lambda heard, _coming: tell("passed", sentence=heard.text))
        self._reading.open(document((folder / "text").read_text("utf-8")))
        self._commands = QSocketNotifier(0, QSocketNotifier.Type.Read, application)
        self._commands.activated.connect(self._obey)
        self._line = b""

    def _tell_state(self) -> None:
        state = "on" if self._listening.speaking else "paused" if self._listening.active else "silent"
        tell("changed", state=state)

    def _tell_mark(self, mark: Any) -> None:
        text = self._reading.chunk.text
        sentence = text[slice(*mark.sentence)] if mark else ""
        offset = mark.word[0] - mark.sentence[0] if mark and mark.word else None
        tell(
            "marked",
            sentence=sentence,
            word=text[slice(*mark.word)] if offset is not None else "",
            offset=offset,
        )

    def _obey(self) -> None:
        received = os.read(0, 4096)
        if not received:
            self._application.quit()
        *lines, self._line = (self._line + received).split(b"\n")
        for line in lines:
            self._do(*line.decode().split())

    def _do(self, verb: str, *arguments: str) -> None:
        asked = time.monotonic()
        if verb == "warm":
            self._voice.warm()
            # Answered after it: by then the voice is warm.
            self._engine.names(
                lambda _: tell("voice", pid=self._engine.pid), lambda e: tell("voice", error=str(e))
            )
        elif verb == "find-loudspeaker":
            tell("loudspeaker", pid=self._loudspeaker.pid)
        elif verb == "turn":
            self._reading.next()
        elif verb in ("speed", "volume", "gap"):
            self._settings = replace(self._settings, **{verb: float(arguments[0])})
            self._listening.use(self._settings)
        else:
            getattr(self._listening, verb)()
        tell("done", verb=verb, asked=asked)

    def end(self) -> None:
        """End the processes of voices and loudspeaker."""
        self._listening.stop()
        self._voice.close()
        self._loudspeaker.close()


def main() -> None:
    """Listen until standard input closes."""
    folder, voice, limit = sys.argv[1:]
    application = QCoreApplication([])
    story = Story(application, Path(folder), voice, float(limit))
    tell("ready")
    application.exec()
    story.end()


if __name__ == "__main__":
    main()
