"""A voice that lives in a process of its own, and may crash or hang there without harm."""

from collections.abc import Callable, Sequence
from functools import partial

from reader.ground.beside import Post
from reader.ground.children import Child, ChildError, ChildSlowError, Frame
from reader.ground.clock import Clock, Timer
from reader.speech.voice import Failed, Ready, Sound, VoiceError, VoiceMissingError, VoiceName, WordTime

NO_VOICE = "No voice was found on this computer. Your place is safe. You can go on reading."
STOPPED = "The voice stopped by itself. Your place is safe. Press Listen to try again."
TOO_SLOW = "The voice took too long. Your place is safe. Press Listen to try again."
NOT_SAID = "This sentence could not be read aloud. Your place is safe. You can go on reading."

SECONDS = 10.0
"""How long an answer may take: a sentence takes 0.1, the start of the process on a busy machine some."""

IDLE = 600.0
"""Seconds without a question after which the process ends: the natural voice holds 230 MB."""

MEMORY = 2_000_000_000
"""Bytes of address space for a voice: none uses a quarter of it."""


class WorkerVoice:
    """Fulfils Voice by asking a process, which is started when needed and again after it has ended.

    With a clock the process also ends when nobody has asked it for a while.
    """

    def __init__(
        self, start: Sequence[str], post: Post, clock: Clock | None = None, *, seconds: float = SECONDS
    ) -> None:
        self._child = Child(start, post, seconds=seconds, memory=MEMORY)
        self._clock = clock
        self._idle: Timer | None = None
        self._voice = ""

    def synthesise(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        """Make the sound of a text."""
        question = Frame({"do": "say", "speed": speed, "voice": self._voice}, text.encode(errors="replace"))
        self._ask(question, lambda answer: ready(_sound(answer)), failed)

    def names(self, ready: Callable[[Sequence[VoiceName]], object], failed: Failed) -> None:
        """Look up the voices to choose from."""
        self._ask(
            Frame({"do": "names"}),
            lambda answer: ready(tuple(VoiceName(*voice) for voice in answer.header["voices"])),
            failed,
        )

    def warm(self) -> None:
        """Start the process and the chosen voice in it."""
        self._ask(Frame({"do": "warm", "voice": self._voice}), lambda _answer: None, lambda _error: None)

    def choose(self, voice: str) -> None:
        """Speak with this voice from the next request on."""
        self._voice = voice

    def forget(self) -> None:
        """Drop every request that is not answered yet."""
        self._child.forget()

    def close(self) -> None:
        """End the process."""
        self._wait_anew(0)
        self._child.end()

    @property
    def pid(self) -> int | None:
        """Return the number of the voice's process, or None while there is none."""
        return self._child.pid

    def _ask(self, question: Frame, ready: Callable[[Frame], object], failed: Failed) -> None:
        self._wait_anew(IDLE)
        self._child.ask(question, partial(_judge, ready, failed), partial(_explain, failed))

    def _wait_anew(self, seconds: float) -> None:
        """Let the process go after so many seconds without a question; 0 is never."""
        if self._idle is not None:
            self._idle.cancel()
        self._idle = self._clock.later(seconds, self._child.rest) if self._clock and seconds else None


def _judge(ready: Callable[[Frame], object], failed: Failed, answer: Frame) -> None:
    match answer.header.get("error"):
        case None:
            ready(answer)
        case "missing":
            failed(VoiceMissingError(NO_VOICE))
        case _:
            failed(VoiceError(NOT_SAID))


def _explain(failed: Failed, error: ChildError) -> None:
    failed(VoiceError(TOO_SLOW if isinstance(error, ChildSlowError) else STOPPED))


def _sound(answer: Frame) -> Sound:
    words = tuple(WordTime(*word) for word in answer.header["words"])
    return Sound(answer.body, answer.header["rate"], words, answer.header["measured"])
