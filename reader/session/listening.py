"""What a person can do with the voice; it speaks only when asked, and stops by itself."""

from collections.abc import Callable

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.place import Place
from reader.model.settings import Settings
from reader.session.narration import Mark
from reader.session.playback import Playback
from reader.session.reading import Reading
from reader.session.sentences import Sentence
from reader.speech.voice import SoundOutput, SoundState, Voice
from reader.text.spoken import Speak, spoken

SLOWEST_AGAIN = 3
"""How often "again, slower" grows slower."""

PAUSED = "Paused. Space goes on."
NOTHING_HERE = "There is nothing to read aloud from here on."


class Listening:
    """Having a text read aloud: from the shown piece to the end of its part, with the spoken word marked."""

    def __init__(
        self,
        reading: Reading,
        voice: Voice,
        sound: SoundOutput,
        clock: Clock,
        settings: Settings,
        speak: Speak = spoken,
    ) -> None:
        self._playback = Playback(reading, voice, sound, clock, settings, speak)
        self._cursor = self._playback.cursor
        self._sound = sound
        self.changed: Event[[]] = self._playback.changed
        """The voice was started, paused or stopped."""
        self.marked: Event[[Mark | None]] = self._playback.narration.marked
        """Another word or sentence is being said, or none."""
        self.said: Event[[str]] = self._playback.said
        """A sentence for the quiet line; "" gives the line back."""
        self.parted: Event[[]] = self._playback.parted
        """The person looks at another piece than the one that is read aloud."""
        self.passed: Event[[Sentence, Sentence | None]] = self._playback.passed
        """A sentence was heard to its end; the other one comes next, if any does."""
        self.use(settings)

    def speak_in(self, language: str) -> None:
        """Read the text that has been opened in its language, a BCP 47 tag."""
        self._playback.narration.speak_in(language)

    @property
    def active(self) -> bool:
        """Return whether the voice is on or paused."""
        return self._playback.state is not SoundState.SILENT

    @property
    def speaking(self) -> bool:
        """Return whether the voice is on; while preparing and between two sentences, too."""
        return self._playback.speaking

    @property
    def is_elsewhere(self) -> bool:
        """Return whether the voice is in another piece than the one that the person looks at."""
        return not self._cursor.together

    @property
    def place(self) -> Place | None:
        """Return where the voice is, None while it is off."""
        return self._cursor.place

    @property
    def with_references(self) -> Sentence | None:
        """Return the last sentence in which references were skipped."""
        return self._playback.with_references

    def warm(self) -> None:
        """Make loudspeaker and first sentence ready, unheard, so that Listen is no wait."""
        self._sound.warm()
        self._playback.warm()

    def toggle(self) -> None:
        """Listen, pause, or go on."""
        if not self.active:
            self.listen()
        elif self.speaking:
            self.pause()
        else:
            self._playback.go_on()

    def listen(self) -> None:
        """Read aloud from the shown piece to the end of its part."""
        if sentence := self._cursor.on_page():
            self._playback.start(sentence)
        else:
            self._playback.fall_silent(NOTHING_HERE)

    def pause(self) -> None:
        """Fall silent and keep the place."""
        if self.speaking:
            self._playback.narration.pause()
            self._playback.rest(PAUSED)

    def stop(self) -> None:
        """Fall silent and take the mark away."""
        if self.active:
            self._playback.fall_silent("")

    def again(self) -> None:
        """Say this sentence again."""
        self._say_again(0)

    def again_slower(self) -> None:
        """Say this sentence again, each time slower and with more silence after it; the next is as usual."""
        self._say_again(min(self._playback.slower + 1, SLOWEST_AGAIN))

    def sentence_back(self) -> None:
        """Go to the sentence before; at the very beginning, to the start of this one."""
        if self._cursor.sentence:
            self._playback.go_to(self._cursor.neighbour(-1) or self._cursor.sentence)

    def sentence_forward(self) -> None:
        """Go to the next sentence, also across the end of the part."""
        if following := self._cursor.neighbour(1):
            self._playback.go_to(following)

    def take_along(self, turn: Callable[[], object]) -> None:
        """Turn the page, and read aloud what it shows."""
        self._playback.takes_along = True
        turn()
        self._playback.takes_along = False

    def come_back(self) -> None:
        """Show the piece that is read aloud, and turn the pages with the voice again."""
        self._cursor.come_back()
        self.said.emit("")

    def read_across_parts(self, across: bool) -> None:
        """Choose whether the voice goes on after the end of a part."""
        self._cursor.across_parts = across

    def use(self, settings: Settings) -> None:
        """Sound as the settings say; what is being said goes on from the same word."""
        self._sound.set_volume(settings.volume)
        if self._playback.use(settings):
            self.renew()

    def renew(self) -> None:
        """Say anew what is being said, from the same word; what is paused, when it goes on."""
        if self._cursor.sentence is None or self._cursor.coming:
            return
        if self.speaking:
            self._playback.speak(self._cursor.sentence, same_word=True)
        else:
            self._playback.narration.hush()

    def _say_again(self, slower: int) -> None:
        if self._cursor.sentence:
            self._playback.slower = slower
            (self._playback.speak if self.speaking else self._playback.start)(self._cursor.sentence)
