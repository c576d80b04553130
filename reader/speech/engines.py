"""The voice that everyone speaks with: the natural one and the computer's own, joined to one."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reader.ground.beside import Post
from reader.ground.children import worker
from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.speech.choosing import BUNDLED, LANGUAGE, is_natural
from reader.speech.voice import Failed, Ready, Sound, Voice, VoiceError, VoiceMissingError, VoiceName
from reader.speech.worker import WorkerVoice

USUAL_INSTEAD = "That voice cannot be used, so the usual voice reads. Your place is safe."
SYSTEM_INSTEAD = "The natural voice is missing, so the computer's voice reads. Your place is safe."
NO_LANGUAGE = "No voice here knows the language of this text. You can go on reading."
NATURAL_INSTEAD = "The computer's voice is missing, so the natural voice reads. Your place is safe."


def voices_for(folder: Path, post: Post, clock: Clock | None = None) -> "JoinedVoice":
    """Return the voice of this program, which starts its processes when they are needed.

    In `folder` a person may keep further natural voices; it need not be there. Answers come through
    `post`. With a clock the processes end when nobody has asked them for a while.
    """
    natural = WorkerVoice(worker("natural", str(folder)), post, clock)
    return JoinedVoice(natural, WorkerVoice(worker("system"), post, clock))


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who may say a text: an engine, one of its voices, and what to tell when it stands in for another."""

    engine: Voice
    voice: str
    instead: str = ""


class JoinedVoice:
    """Fulfils Voice by two others: ids that begin with "natural:" and "" go to the natural one.

    When a voice is missing, the next best one answers in its place until another is chosen. Requests are
    passed on one at a time, so that their answers keep the order whoever gives them.
    """

    def __init__(self, natural: Voice, system: Voice) -> None:
        self.replaced: Event[[str]] = Event()
        """Another voice has begun to stand in: one sentence that says so."""
        self._natural = natural
        self._system = system
        self._voice = ""
        self._missing: set[str] = set()
        self._untold = ""
        self._waiting: deque[Callable[[], object]] = deque()
        self._busy = False

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        """Make the sound of a text, with the next best voice where the chosen one is missing."""
        speakers = self._speakers(self._voice)
        self._pass_on(partial(self._say, speakers, text, speed, ready, failed))

    def names(self, ready: Callable[[Sequence[VoiceName]], object], failed: Failed) -> None:
        """Look up the voices of both, the natural ones first; fails when neither has any."""

        def look_further(natural: Sequence[VoiceName]) -> None:
            def lack(error: VoiceError) -> None:
                if natural:
                    self._answer(partial(ready, natural))
                else:
                    self._answer(partial(failed, error))

            self._system.names(lambda names: self._answer(partial(ready, (*natural, *names))), lack)

        self._pass_on(partial(self._natural.names, look_further, lambda _error: look_further(())))

    def warm(self) -> None:
        """Start the engine of the chosen voice."""
        speaker = self._speakers(self._voice)[0]
        speaker.engine.choose(speaker.voice)
        speaker.engine.warm()

    def choose(self, voice: str) -> None:
        """Speak with this voice from the next request on; one that was missing is tried again."""
        if voice != self._voice:
            self._voice = voice
            self._missing.clear()

    def forget(self) -> None:
        """Drop every request that is not answered yet."""
        self._waiting.clear()
        self._busy = False
        self._natural.forget()
        self._system.forget()

    def close(self) -> None:
        """End both processes."""
        self.forget()
        self._natural.close()
        self._system.close()

    def _speakers(self, voice: str) -> tuple[_Speaker, ...]:
        """Return who may speak when this voice is wished for, the best one first."""
        wished = voice or BUNDLED
        if wished.startswith(LANGUAGE):
            # A voice of another language would only be noise.
            return (_Speaker(self._system, wished),)
        if not is_natural(wished):
            return (
                _Speaker(self._system, wished),
                _Speaker(self._natural, BUNDLED, NATURAL_INSTEAD),
            )
        usual = _Speaker(self._natural, BUNDLED, "" if wished == BUNDLED else USUAL_INSTEAD)
        further = () if wished == BUNDLED else (_Speaker(self._natural, wished),)
        return (*further, usual, _Speaker(self._system, "", SYSTEM_INSTEAD))

    def _say(
        self, speakers: Sequence[_Speaker], text: str, speed: float, ready: Ready, failed: Failed
    ) -> None:
        speaker, *others = [one for one in speakers if one.voice not in self._missing] or speakers[-1:]
        if speaker.voice.startswith(LANGUAGE):
            failed = partial(_lack_language, failed)

        def hand_over(sound: Sound) -> None:
            self._answer(partial(ready, sound))
            # Only now: what the listener says of the beginning stands in the same line.
            self._tell()

        def stand_in(error: VoiceError) -> None:
            if isinstance(error, VoiceMissingError) and others:
                self._missing.add(speaker.voice)
                self._untold = others[0].instead
                self._say(others, text, speed, ready, failed)
            else:
                self._answer(partial(failed, error))

        speaker.engine.choose(speaker.voice)
        speaker.engine.synthesise(text, speed, hand_over, stand_in)

    def _tell(self) -> None:
        sentence, self._untold = self._untold, ""
        if sentence:
            self.replaced.emit(sentence)

    def _pass_on(self, request: Callable[[], object]) -> None:
        self._waiting.append(request)
        if not self._busy:
            self._next()

    def _answer(self, deliver: Callable[[], object]) -> None:
        """Answer the request in work, with the next one already under way."""
        self._next()
        deliver()

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if self._waiting:
            self._waiting.popleft()()


def _lack_language(failed: Failed, error: VoiceError) -> None:
    failed(VoiceError(NO_LANGUAGE) if isinstance(error, VoiceMissingError) else error)
