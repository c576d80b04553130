"""Having a text read aloud: from the shown piece to the end of its part, with the spoken word marked."""

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.settings import LIMITS, Number
from reader.session import sentences
from reader.session.delay import Delay
from reader.session.narration import Mark, Narration
from reader.session.reading import Reading
from reader.session.sentences import Sentence
from reader.speech.voice import SoundOutput, SoundState, Voice

GAP = 0.3
"""Seconds of silence between two sentences."""

PATIENCE = 0.3
"""Seconds after which preparing is worth a word."""

LONG_PAUSE = 3.0
"""Seconds after which a person has lost the sentence and hears it from its start."""

READING = "Reading this part aloud. Space pauses. Esc stops."
PREPARING = "Preparing the voice…"
PAUSED = "Paused. Space goes on."
END_OF_PART = "End of this part. This is a good place to stop."
NOTHING_HERE = "There is nothing to read aloud from here on."
LOST = "The headphones are gone, so the voice has paused. Press Space to go on."


class Listening:
    """What a person can do with the voice. It speaks only when asked, and stops by itself."""

    def __init__(
        self,
        reading: Reading,
        voice: Voice,
        sound: SoundOutput,
        clock: Clock,
        volume: float,
        speed: float,
    ) -> None:
        self._narration = Narration(voice, sound, speed)
        self.changed: Event[[]] = Event()
        """The voice was started, paused or stopped."""
        self.marked: Event[[Mark | None]] = self._narration.marked
        """Another word or sentence is being said, or none."""
        self.said: Event[[str]] = Event()
        """A sentence for the quiet line; "" gives the line back."""
        self.volume_changed: Event[[float]] = Event()
        """A person made it louder or softer while listening."""
        self._reading = reading
        self._sound = sound
        self._clock = clock
        self._volume = volume
        self._state = SoundState.SILENT
        self._sentence: Sentence | None = None
        self._coming: Sentence | None = None
        self._delay = Delay(clock)
        self._paused_at = 0.0
        self._starting = False
        sound.finished.connect(self._go_to_next)
        sound.lost.connect(self._lose_device)
        self._narration.began.connect(self._show)
        self._narration.failed.connect(lambda error: self._fall_silent(str(error)))
        # Not `turned`: that one may reach us before the page shows the piece that is to be marked.
        reading.moved.connect(self._follow_page)
        reading.opened.connect(self.stop)
        sound.set_volume(volume)

    @property
    def active(self) -> bool:
        """Return whether the voice is on or paused."""
        return self._state is not SoundState.SILENT

    @property
    def speaking(self) -> bool:
        """Return whether the voice is on; while preparing and between two sentences, too."""
        return self._state is SoundState.PLAYING

    # What a person can do

    def toggle(self) -> None:
        """Listen, pause, or go on."""
        if not self.active:
            self.listen()
        elif self.speaking:
            self.pause()
        else:
            self._go_on()

    def listen(self) -> None:
        """Read aloud from the shown piece to the end of its part."""
        if sentence := sentences.first_from(self._reading.chunks, self._reading.index):
            self._start(sentence)
        else:
            self._fall_silent(NOTHING_HERE)

    def pause(self) -> None:
        """Fall silent and keep the place."""
        if not self.speaking:
            return
        self._narration.pause()
        if self._coming:
            self._sentence = self._coming
        self._rest(PAUSED)

    def stop(self) -> None:
        """Fall silent and take the mark away."""
        if self.active:
            self._fall_silent("")

    def again(self) -> None:
        """Say this sentence again."""
        if self._sentence and self.speaking:
            self._speak(self._sentence)
        elif self._sentence:
            self._start(self._sentence)

    def sentence_back(self) -> None:
        """Go to the sentence before; at the very beginning, to the start of this one."""
        if self._sentence:
            self._go_to(sentences.neighbour(self._reading.chunks, self._sentence, -1) or self._sentence)

    def sentence_forward(self) -> None:
        """Go to the next sentence, also across the end of the part."""
        following = self._sentence and sentences.neighbour(self._reading.chunks, self._sentence, 1)
        if following:
            self._go_to(following)

    def louder(self) -> None:
        """Make it a step louder."""
        self._step_volume(1, "A little louder.", "This is as loud as it goes.")

    def softer(self) -> None:
        """Make it a step softer."""
        self._step_volume(-1, "A little softer.", "This is as soft as it goes.")

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1, at once."""
        self._volume = volume
        self._sound.set_volume(volume)

    def set_speed(self, speed: float) -> None:
        """Set the speed; what is being said goes on from the same word."""
        if self._narration.set_speed(speed):
            self._renew()

    def set_voice(self, voice: str) -> None:
        """Choose a voice by its id; what is being said goes on from the same word."""
        if self._narration.set_voice(voice):
            self._renew()

    # From one sentence to the next

    def _start(self, sentence: Sentence) -> None:
        self._starting = True
        self._speak(sentence)

    def _speak(self, sentence: Sentence, *, same_word: bool = False) -> None:
        self._delay.start(PATIENCE, self._ask_for_patience)
        self._sentence, self._coming = sentence, None
        self._set_state(SoundState.PLAYING)
        self._narration.say(sentence, softly=self._starting, same_word=same_word)

    def _ask_for_patience(self) -> None:
        self._starting = True
        self.said.emit(PREPARING)

    def _show(self) -> None:
        """Turn to the piece of the sentence that begins, keep the place, and make the next one ready."""
        assert self._sentence is not None
        self._wait_no_more()
        if self._starting:
            self._starting = False
            self.said.emit(READING)
        self._turn_to_sentence(self._sentence)
        if following := self._following(self._sentence):
            self._narration.prepare(following)

    def _turn_to_sentence(self, sentence: Sentence) -> None:
        if self._reading.index != sentence.chunk.index:
            self._reading.show(sentence.chunk.index)
        self._reading.reach(sentence.start)

    def _following(self, sentence: Sentence) -> Sentence | None:
        """Return the next sentence of the same part."""
        found = sentences.neighbour(self._reading.chunks, sentence, 1)
        return found if found and found.chunk.part == sentence.chunk.part else None

    def _go_to_next(self) -> None:
        if self._sentence is None:
            return
        if following := self._following(self._sentence):
            self._speak_soon(following)
        else:
            self._fall_silent(END_OF_PART)

    def _speak_soon(self, sentence: Sentence) -> None:
        self._coming = sentence
        self._delay.start(GAP, lambda: self._speak(sentence))

    def _go_to(self, sentence: Sentence) -> None:
        if self.speaking:
            self._speak(sentence)
        else:
            self._narration.hush()
            self._sentence = sentence
            self._turn_to_sentence(sentence)
            self._narration.point_at(sentence)

    def _renew(self) -> None:
        """Make what is being said anew, from the same word; what is paused, when it goes on."""
        if self._sentence is None or self._coming:
            return
        if self.speaking:
            self._speak(self._sentence, same_word=True)
        else:
            self._narration.hush()

    # When the page turns

    def _follow_page(self) -> None:
        if self._sentence is None:
            return
        same = sentences.again_in(self._reading.chunks, self._sentence)
        if same is None:
            self.stop()
        elif same is not self._sentence:
            self._keep_up_with(same)
        elif self._reading.index != same.chunk.index:
            self._turn_along()

    def _keep_up_with(self, same: Sentence) -> None:
        """Go on with the same sentence in a text that was cut anew."""
        self._sentence = same
        if self._coming:
            self._speak_soon(sentences.again_in(self._reading.chunks, self._coming) or same)
        self._turn_to_sentence(same)
        self._narration.point_at(same)

    def _turn_along(self) -> None:
        """Take the voice, on or paused, to the piece that was turned to by hand."""
        sentence = sentences.first_from(self._reading.chunks, self._reading.index)
        if sentence is None:
            self.stop()
            return
        self._narration.hush()
        self._narration.unmark()
        self._sentence = sentence
        if self.speaking:
            self._speak_soon(sentence)

    # Between speech and silence

    def _go_on(self) -> None:
        if self._clock.now() - self._paused_at <= LONG_PAUSE and self._narration.resume():
            self._set_state(SoundState.PLAYING)
            self.said.emit(READING)
        elif self._sentence:
            self._start(self._sentence)

    def _rest(self, words: str) -> None:
        self._wait_no_more()
        self._paused_at = self._clock.now()
        self._set_state(SoundState.PAUSED)
        self.said.emit(words)

    def _lose_device(self) -> None:
        if self.speaking:
            self._rest(LOST)

    def _fall_silent(self, words: str) -> None:
        self._wait_no_more()
        self._sentence = None
        self._narration.hush()
        self._narration.unmark()
        self._set_state(SoundState.SILENT)
        self.said.emit(words)

    def _set_state(self, state: SoundState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit()

    def _step_volume(self, steps: int, done: str, at_the_end: str) -> None:
        limit = LIMITS["volume"]
        assert isinstance(limit, Number)
        volume = limit.repaired(round(self._volume + steps * limit.step, 4), self._volume)
        if volume == self._volume:
            self.said.emit(at_the_end)
        else:
            self.set_volume(volume)
            self.volume_changed.emit(volume)
            self.said.emit(done)

    def _wait_no_more(self) -> None:
        self._coming = None
        self._delay.cancel()
