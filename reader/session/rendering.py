"""Reads chapters into a sound file with a voice of its own, so that listening goes on meanwhile."""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from reader.ground.beside import Post
from reader.ground.files import written_whole
from reader.ground.inbox import Inbox
from reader.session.chapters import Chapter, Line, lines
from reader.session.soft_pauses import with_soft_pauses
from reader.speech.audio_file import AudioFile, AudioFileError, Kind, is_full
from reader.speech.choosing import for_language
from reader.speech.voice import Sound, Voice, VoiceError, VoiceMissingError
from reader.text.spoken import Speak, spoken_in

NewVoice = Callable[[Post], Voice]
"""Makes a voice with a process of its own, whose answers come through the post."""

AHEAD = 3
"""How many sentences are in the works at most, so that hours of sound never lie in memory."""

NOTHING_SAVED = "Nothing was saved, and nothing is lost."
NO_VOICE = f"No voice was found on this computer. {NOTHING_SAVED}"
STOPPED = f"The voice could not go on. {NOTHING_SAVED} Please try again."
NOT_MADE = "The sound file was not made, and nothing is lost."
FULL = f"There is no room left on the disk. {NOTHING_SAVED} Please try another folder."
REFUSED = f"No file can be written there. {NOTHING_SAVED} Please try another folder."


class NotSavedError(Exception):
    """A sound file that was not made; the message is calm, and says what to do next."""


class CancelledError(NotSavedError):
    """A sound file that nobody wants any more."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is read: the voice by its id, the speed, the gap in seconds, and whether headings are said.

    With `clauses` a long sentence has a soft pause before each of them. The language is that of the text.
    """

    voice: str = ""
    speed: float = 1.0
    gap: float = 0.3
    headings: bool = True
    clauses: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Said:
    """A line that is in the file now: in which chapter, from 0, its sound, and the second it begins at."""

    chapter: int
    line: Line
    sound: Sound
    begin: float


class Rendering:
    """Makes one sound file, and blocks its thread meanwhile; `cancel` may come from any other."""

    def __init__(self, new_voice: NewVoice, speak: Speak, manner: Manner) -> None:
        self._new_voice = new_voice
        self._speak = spoken_in(manner.language, speak)
        self._manner = manner
        self._inbox = Inbox()
        self._ended = threading.Event()

    def write(
        self,
        path: Path,
        kind: Kind,
        title: str,
        chapters: Sequence[Chapter],
        tell: Callable[[Said], object],
    ) -> None:
        """Write the file, whole or not at all, and `tell` of each line that is in it.

        Raises NotSavedError, after which nothing is left behind and an older file is as it was.
        """
        titles = [chapter.title for chapter in chapters]
        try:
            with written_whole(path) as file, AudioFile(file, kind, title, titles) as audio:
                self._read(chapters, audio, tell)
        except AudioFileError as error:
            raise NotSavedError(f"{error} {NOTHING_SAVED}") from error
        except VoiceError as error:
            raise NotSavedError(NO_VOICE if isinstance(error, VoiceMissingError) else STOPPED) from error
        except OSError as error:
            raise NotSavedError(FULL if is_full(error) else REFUSED) from error
        finally:
            self._ended.set()

    def cancel(self) -> None:
        """Have `write` raise CancelledError soon; harmless when it has ended."""
        self._inbox.post(_cancel)

    def wait(self, seconds: float) -> None:
        """Wait for the end of `write`, but not longer than this."""
        self._ended.wait(seconds)

    def _read(self, chapters: Sequence[Chapter], audio: AudioFile, tell: Callable[[Said], object]) -> None:
        voice = self._new_voice(self._inbox.post)
        voice.choose(for_language(self._manner.voice, self._manner.language))
        try:
            for chapter, line, request in self._requests(chapters, voice):
                sound = self._with_pauses(self._answer(request), line)
                audio.pause(line.pause)
                audio.begin_chapter(chapter)
                tell(Said(chapter, line, sound, audio.add(sound)))
        finally:
            voice.close()

    def _requests(self, chapters: Sequence[Chapter], voice: Voice) -> "Iterator[tuple[int, Line, _Request]]":
        """Yield each line with its request, and have asked for the next ones already."""
        asked: deque[tuple[int, Line, _Request]] = deque()
        for index, chapter in enumerate(chapters):
            for line in lines(chapter, self._speak, self._manner.gap, headings=self._manner.headings):
                asked.append((index, line, _Request(voice, line.utterance.text, self._manner.speed)))
                if len(asked) >= AHEAD:
                    yield asked.popleft()
        yield from asked

    def _with_pauses(self, sound: Sound, line: Line) -> Sound:
        if line.sentence is None or not self._manner.clauses:
            return sound
        return with_soft_pauses(sound, line.sentence, line.utterance, self._manner.speed)

    def _answer(self, request: "_Request") -> Sound:
        """Return the sound of a request; one that fails is tried once more, by a voice that begins anew."""
        self._inbox.wait_until(request.is_answered)
        if request.error is not None:
            request.ask()
            self._inbox.wait_until(request.is_answered)
        return request.sound()


class _Request:
    """A text that a voice was asked to say, and what came of it."""

    def __init__(self, voice: Voice, text: str, speed: float) -> None:
        self._voice = voice
        self._text = text
        self._speed = speed
        self._sound: Sound | None = None
        self.error: VoiceError | None = None
        self.ask()

    def ask(self) -> None:
        """Ask, forgetting what came of it before."""
        self._sound = self.error = None
        self._voice.synthesise(self._text, self._speed, self._take, self._fail)

    def is_answered(self) -> bool:
        """Return whether anything came of it."""
        return self._sound is not None or self.error is not None

    def sound(self) -> Sound:
        """Return the sound; raises VoiceError if there is none."""
        if self._sound is None:
            raise self.error or VoiceError("not answered")
        return self._sound

    def _take(self, sound: Sound) -> None:
        self._sound = sound

    def _fail(self, error: VoiceError) -> None:
        self.error = error


def _cancel() -> NoReturn:
    raise CancelledError(NOT_MADE)
