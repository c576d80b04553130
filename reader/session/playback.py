"""The voice on its way through a text: from sentence to sentence, and the page with it."""

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.settings import Settings
from reader.session.delay import Delay
from reader.session.narration import Narration
from reader.session.reading import Reading
from reader.session.sentences import Sentence
from reader.session.voice_cursor import VoiceCursor
from reader.session.whereabouts import CUT_SHORT, REST_ON_ITS_WAY
from reader.speech.voice import SoundOutput, SoundState, Voice
from reader.text.spoken import Speak

PATIENCE = 0.3
"""Seconds after which preparing is worth a word."""

LONG_PAUSE = 3.0
"""Seconds after which a person has lost the sentence and hears it from its start."""

SETTLED = 0.3
"""Seconds on a piece after which its first sentence is made ready: one who leafs through asks for none."""

TIME_TO_THINK = 0.7
"""Seconds that each "again, slower" adds to the silence after the sentence."""

READING = "Reading this part aloud. Space pauses. Esc stops."
PREPARING = "Preparing the voice…"
SLOWER = "A little slower, for this sentence."
WAITING = "Space reads the next sentence."
END_OF_PART = "End of this part. This is a good place to stop."
END_ELSEWHERE = "The voice has come to the end of its part."
READING_EXCERPT = "Reading aloud. Space pauses. Esc stops."
END_OF_EXCERPT = "This was the last one."
LOST = "The sound has gone, so the voice has paused. Your place is safe. Press Space to go on."


class Playback:
    """Reads on by itself once it is started, turns the page along, and ends with the part."""

    def __init__(
        self,
        reading: Reading,
        voice: Voice,
        sound: SoundOutput,
        clock: Clock,
        settings: Settings,
        speak: Speak,
    ) -> None:
        self.changed: Event[[]] = Event()
        """The voice was started, paused or stopped."""
        self.said: Event[[str]] = Event()
        """A sentence for the quiet line; "" gives the line back."""
        self.parted: Event[[]] = Event()
        """The person looks at another piece than the one that is read aloud."""
        self.passed: Event[[Sentence, Sentence | None]] = Event()
        """A sentence was heard to its end; the other one comes next, if any does."""
        self.narration = Narration(voice, sound, speak, settings)
        self.cursor = VoiceCursor(reading)
        self.with_references: Sentence | None = None
        """The last sentence in which references were skipped."""
        self.takes_along = False
        """Whether a turn of the page takes the voice along; a paused one always goes along."""
        self.slower = 0
        """How many times slower than usual the sentence is said."""
        self.state = SoundState.SILENT
        self._settings = settings
        self._clock = clock
        self._delay = Delay(clock)
        self._paused_at = 0.0
        self._starting = self._wanted = self._is_warm = self._is_special = self._awaits_more = False
        sound.finished.connect(self._go_to_next)
        sound.lost.connect(self._lose_device)
        self.narration.began.connect(self._show)
        self.narration.failed.connect(lambda error: self.fall_silent(str(error)))
        # Not `turned`: that one may reach us before the page shows the piece that is to be marked.
        reading.moved.connect(self._follow_page)
        reading.opened.connect(self._leave_text)
        reading.grown.connect(self._go_on_with_more)

    @property
    def speaking(self) -> bool:
        """Return whether the voice is on; while preparing and between two sentences, too."""
        return self.state is SoundState.PLAYING

    def use(self, settings: Settings) -> bool:
        """Sound as the settings say from the next sentence on; return whether that is a change."""
        self._settings = settings
        return self.narration.use(settings)

    def warm(self) -> None:
        """From now on have the first sentence of each text that is opened made ahead."""
        self._is_warm = True
        if self.state is SoundState.SILENT:
            self._delay.start(SETTLED, self._prepare_page)

    def start(self, sentence: Sentence) -> None:
        """Break the silence with a sentence: softly, with a word in the quiet line, and with the page."""
        self._starting = self._wanted = True
        self.cursor.together = True
        self.speak(sentence)

    def speak(self, sentence: Sentence, *, same_word: bool = False) -> None:
        """Say a sentence, from its start or from the word that was heard last, and go on from there."""
        self._delay.start(PATIENCE, self._ask_for_patience)
        self._awaits_more = False
        if sentence is not self.cursor.sentence:
            self.slower = 0
        self.cursor.sentence, self.cursor.coming = sentence, None
        self._set_state(SoundState.PLAYING)
        self.narration.say(sentence, softly=self._starting, same_word=same_word, slower=self.slower)

    def go_to(self, sentence: Sentence) -> None:
        """Go on with another sentence; while paused, only show it."""
        self.cursor.together = True
        if self.speaking:
            self.speak(sentence)
        else:
            self.narration.hush()
            self.cursor.sentence, self.cursor.coming = sentence, None
            self.cursor.turn_page()
            self.narration.point_at(sentence)

    def go_on(self) -> None:
        """End a pause: to the sample after a short one, else with the start of the sentence."""
        is_fresh = self._clock.now() - self._paused_at <= LONG_PAUSE
        if is_fresh and not self.cursor.coming and self.narration.resume():
            self._set_state(SoundState.PLAYING)
            self.cursor.come_back()
            self.said.emit(self._reading_words)
        elif sentence := self.cursor.coming or self.cursor.sentence:
            self.start(sentence)

    def rest(self, words: str) -> None:
        """Be silent until the person goes on."""
        self._delay.cancel()
        self._awaits_more = False
        self._paused_at = self._clock.now()
        self._set_state(SoundState.PAUSED)
        self.said.emit(words)

    def fall_silent(self, words: str) -> None:
        """Be silent, forget the sentence and take the mark away."""
        self._delay.cancel()
        self._awaits_more = False
        self.cursor.leave()
        self.narration.hush()
        self.narration.unmark()
        # First the usual words: whoever hears of the change may know better ones.
        self.said.emit(words)
        self._set_state(SoundState.SILENT)
        self._get_ready()

    # From one sentence to the next

    def _ask_for_patience(self) -> None:
        self._starting = True
        self.said.emit(PREPARING)

    def _show(self) -> None:
        """Turn to the piece of the sentence that begins, keep the place, and make the next one ready."""
        self._delay.cancel()
        self.cursor.turn_page()
        self.narration.set_in_sight(self.cursor.in_sight)
        self._tell_of_sentence()
        if following := self.cursor.following():
            self.narration.prepare(following)

    def _tell_of_sentence(self) -> None:
        """Say what is special about the sentence that begins, and take it back with the next one."""
        was_special, self._is_special = self._is_special, True
        if skipped := self.narration.skipped:
            self.with_references = self.cursor.sentence
            these = "1 reference skipped. Ctrl+R reads it."
            self.said.emit(these if skipped == 1 else f"{skipped} references skipped. Ctrl+R reads them.")
        elif self.slower:
            self.said.emit(SLOWER)
        else:
            self._is_special = False
            if was_special or self._starting:
                self.said.emit(self._reading_words)
        self._starting = False

    def _go_to_next(self) -> None:
        heard = self.cursor.sentence
        if heard is None:
            return
        self._awaits_more = self.cursor.awaits_more
        if self._awaits_more:
            self.said.emit(REST_ON_ITS_WAY)
            return
        following = self.cursor.following()
        self.passed.emit(heard, following)
        if following is None:
            self.fall_silent(self._end_words)
        elif self._settings.after == "stop":
            self.cursor.coming = following
            self.rest(WAITING)
        else:
            self._speak_soon(following)

    def _go_on_with_more(self) -> None:
        """Read on if the voice has come to the end of what was there."""
        if self._awaits_more and self.speaking:
            self._is_special = True
            self._go_to_next()

    @property
    def _reading_words(self) -> str:
        return READING_EXCERPT if self.cursor.reads_excerpt else READING

    @property
    def _end_words(self) -> str:
        if self.cursor.reads_excerpt:
            return END_OF_EXCERPT
        if self.cursor.is_cut_short:
            return CUT_SHORT
        return END_OF_PART if self.cursor.together else END_ELSEWHERE

    def _speak_soon(self, sentence: Sentence) -> None:
        self.cursor.coming = sentence
        gap = self._settings.gap + self.slower * TIME_TO_THINK
        self._delay.start(gap, lambda: self.speak(sentence))

    def _get_ready(self) -> None:
        """Have what Listen would say made ahead, for a person who has listened today."""
        if self._wanted:
            self._delay.start(SETTLED, self._prepare_page)

    def _prepare_page(self) -> None:
        if sentence := self.cursor.on_page():
            self.narration.prepare(sentence)

    # When the page turns

    def _follow_page(self) -> None:
        if self.cursor.sentence is None:
            self._get_ready()
        elif self.cursor.find_again():
            self._keep_up()
        elif self.cursor.in_sight:
            self.cursor.together = True
            self.narration.set_in_sight(True)
        elif self.speaking and not self.takes_along:
            self._part()
        else:
            self._turn_along()

    def _keep_up(self) -> None:
        """Go on with the same sentence in a text that was cut anew."""
        # Between the text and its key points the person may go elsewhere: their place there must stay.
        if self.cursor.sentence is None or (self.cursor.together and not self.cursor.in_sight):
            self.fall_silent("")
            return
        if self.cursor.coming and self.speaking:
            self._speak_soon(self.cursor.coming)
        self.narration.set_in_sight(self.cursor.in_sight)
        self.narration.point_at(self.cursor.sentence)

    def _part(self) -> None:
        """Read on where the voice is, while the person looks elsewhere."""
        self.cursor.together = False
        self.narration.set_in_sight(False)
        self.parted.emit()

    def _turn_along(self) -> None:
        """Take the voice, on or paused, to the piece that was turned to by hand."""
        sentence = self.cursor.on_page()
        if sentence is None:
            self.fall_silent("")
            return
        self.narration.hush()
        self.narration.unmark()
        self.cursor.sentence, self.cursor.coming, self.cursor.together = sentence, None, True
        self.slower = 0
        if self.speaking:
            self._speak_soon(sentence)

    def _leave_text(self) -> None:
        self.with_references = None
        if self.state is not SoundState.SILENT:
            self.fall_silent("")
        if self._is_warm:
            self._delay.start(SETTLED, self._prepare_page)

    # Between sound and silence

    def _lose_device(self) -> None:
        if self.speaking:
            self.rest(LOST)

    def _set_state(self, state: SoundState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()
