"""Saying one thing beside the reading: a sample of the voice, a word to try, an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from reader.session.listening import Listening
from reader.session.preferences import Preferences
from reader.speech.voice import Failed, Sound, SoundOutput, Voice, VoiceError


def _nothing() -> None:
    """Stand for whoever does not wait for the end."""


@dataclass(frozen=True, eq=False, slots=True)
class _Wish:
    """Something to be said: who wants to know of its end, and how it begins."""

    failed: Failed
    ended: Callable[[], object]
    softly: bool


class Saying:
    """Says one thing at a time, and never talks over the reading: that pauses, and goes on when asked to.

    `sound` is an output of its own turn, so that the reading does not take the end of this for its own.
    """

    def __init__(
        self, voice: Voice, sound: SoundOutput, listening: Listening, preferences: Preferences
    ) -> None:
        self._voice = voice
        self._sound = sound
        self._listening = listening
        self._preferences = preferences
        self._wish: _Wish | None = None
        sound.finished.connect(self._end)
        sound.lost.connect(self.hush)
        sound.failed.connect(self._tell_failure)
        listening.changed.connect(self._give_way)

    def say(self, text: str, failed: Failed, ended: Callable[[], object] = _nothing) -> None:
        """Say a text as it stands, at the person's speed; what was being said before is dropped.

        `ended` is called when it was heard to its end, `failed` when it cannot be heard, and neither when
        it is hushed or the reading begins.
        """
        self.hush()
        # After silence it begins softly (R31); within speech a soft beginning would swallow a short answer.
        wish = self._wish = _Wish(failed, ended, softly=not self._listening.speaking)
        self._listening.pause()
        speed = self._preferences.settings.speed
        self._voice.choose(self._preferences.settings.voice)
        self._voice.synthesise(text, speed, partial(self._play, wish), partial(self._fail, wish))

    def hush(self) -> bool:
        """Fall silent at once; return whether something was being said, or about to be."""
        was_saying = self._wish is not None
        self._wish = None
        self._sound.stop()
        return was_saying

    def _play(self, wish: _Wish, sound: Sound) -> None:
        if wish is self._wish:
            self._sound.play(sound, softly=wish.softly)

    def _end(self) -> None:
        if wish := self._wish:
            self._wish = None
            wish.ended()

    def _tell_failure(self, error: VoiceError) -> None:
        if wish := self._wish:
            self._fail(wish, error)

    def _fail(self, wish: _Wish, error: VoiceError) -> None:
        if wish is self._wish:
            self._wish = None
            wish.failed(error)

    def _give_way(self) -> None:
        if self._listening.speaking:
            self.hush()
