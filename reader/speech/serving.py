"""The life of a voice's process: it answers questions with what its engine says."""

from collections.abc import Callable
from pathlib import Path

from reader.ground.children import Frame, answer_frames
from reader.speech.synthesis import Engine, NoEngineError


def serve_natural(folder: Path) -> None:
    """Be the process of the natural voice, with the further voices in this folder."""

    def start() -> Engine:
        # A library that is not installed here is an answer, too.
        from reader.speech.natural import NaturalEngine  # noqa: PLC0415

        return NaturalEngine(folder)

    answer_frames(_Worker(start).answer)


def serve_system() -> None:
    """Be the process of the computer's own voice."""

    def start() -> Engine:
        from reader.speech.system import SystemEngine  # noqa: PLC0415  (as above)

        return SystemEngine()

    answer_frames(_Worker(start).answer)


class _Worker:
    """Answers the questions of the window's process; starts the engine with the first one."""

    def __init__(self, start: Callable[[], Engine]) -> None:
        self._start = start
        self._engine: Engine | None = None

    def answer(self, question: Frame) -> Frame:
        """Return the sound, the voices, or {"error": "missing"} or {"error": "failed"}."""
        try:
            # Without an engine the next question looks for one again.
            self._engine = self._engine or self._start()
            return _answered(self._engine, question)
        except (NoEngineError, ImportError):
            return Frame({"error": "missing"})
        except (ValueError, OSError):
            return Frame({"error": "failed"})


def _answered(engine: Engine, question: Frame) -> Frame:
    asked = question.header
    match asked["do"]:
        case "names":
            return Frame({"voices": [[voice.id, voice.label, voice.language] for voice in engine.voices()]})
        case "warm":
            engine.warm(asked["voice"])
            return Frame({})
        case _:
            sound = engine.synthesise(question.body.decode(), asked["speed"], asked["voice"])
            words = [[word.start, word.length, word.time] for word in sound.words]
            return Frame({"rate": sound.rate, "measured": sound.measured, "words": words}, sound.samples)
