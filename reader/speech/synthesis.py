"""What an engine offers to the process that it lives in."""

from typing import Protocol

from reader.speech.voice import Sound, VoiceName


class NoEngineError(Exception):
    """There is no such engine or voice on this computer, or it does not start."""


class Engine(Protocol):
    """Makes speech here and now. Each method raises NoEngineError for a voice that is missing or damaged."""

    def voices(self) -> tuple[VoiceName, ...]:
        """Return the voices to choose from."""

    def warm(self, voice: str) -> None:
        """Do what the first sentence of this voice would have to wait for."""

    def synthesise(self, text: str, speed: float, voice: str) -> Sound:
        """Return the sound of a text; raises ValueError or OSError when the engine makes none."""
