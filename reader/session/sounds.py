"""The sounds of sentences, one of them made while the one before is heard."""

from collections.abc import Callable
from functools import partial

from reader.speech.voice import Failed, Ready, Sound, Voice, VoiceError

KEPT = 4
"""How many sounds are kept: the one that is heard, its neighbours, and one more."""

_Key = tuple[str, float]


class Sounds:
    """Asks a voice for the sound of one text at a time, and may do so ahead."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._made: dict[_Key, Sound] = {}
        self._asked: set[_Key] = set()
        self._wanted: tuple[_Key, Ready, Failed] | None = None

    def want(self, text: str, speed: float, ready: Ready, failed: Failed) -> None:
        """Call one of the two functions, at once if the sound is there; an earlier wish is dropped."""
        key = (text, speed)
        if key in self._made:
            self._wanted = None
            ready(self._made[key])
            return
        self._wanted = (key, ready, failed)
        if key not in self._asked:
            # What was asked before would only make this one wait.
            self._voice.forget()
            self._asked.clear()
            self._ask(key)

    def prepare(self, text: str, speed: float) -> None:
        """Have a sound made ahead."""
        if (text, speed) not in self._made and (text, speed) not in self._asked:
            self._ask((text, speed))

    def drop_wish(self) -> None:
        """Call nobody when the sound that was wanted is there."""
        self._wanted = None

    def forget(self) -> None:
        """Forget every sound, made or asked for: the voice is another one now."""
        self._voice.forget()
        self._made.clear()
        self._asked.clear()
        self._wanted = None

    def _ask(self, key: _Key) -> None:
        self._asked.add(key)
        self._voice.synthesise(*key, partial(self._keep, key), partial(self._lack, key))

    def _keep(self, key: _Key, sound: Sound) -> None:
        self._asked.discard(key)
        while len(self._made) >= KEPT:
            del self._made[next(iter(self._made))]
        self._made[key] = sound
        if wish := self._taken(key):
            wish[0](sound)

    def _lack(self, key: _Key, error: VoiceError) -> None:
        # Made ahead and failed: nothing is said yet, it is asked again when it is wanted.
        self._asked.discard(key)
        if wish := self._taken(key):
            wish[1](error)

    def _taken(self, key: _Key) -> tuple[Callable[[Sound], object], Failed] | None:
        if self._wanted is None or self._wanted[0] != key:
            return None
        _, ready, failed = self._wanted
        self._wanted = None
        return ready, failed
