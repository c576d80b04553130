"""One sentence at a time: from its letters to its sound, and from what is heard back to its letters."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial

from reader.ground.events import Event
from reader.model.settings import LIMITS, Number, Settings
from reader.session.sentences import Sentence
from reader.session.soft_pauses import with_soft_pauses
from reader.session.sounds import Sounds
from reader.speech.choosing import for_language
from reader.speech.voice import Sound, SoundOutput, SoundState, Voice, VoiceError
from reader.text.spoken import Speak, Utterance, spoken, spoken_in

SLOWER = 0.8
"""How much slower each "again, slower" is than the time before."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is being said: start and end of the sentence and of the word in the shown piece's text."""

    sentence: tuple[int, int]
    word: tuple[int, int] | None = None


class Narration:
    """Says a sentence and tells which word of it is heard. It never goes on to another by itself."""

    def __init__(self, voice: Voice, sound: SoundOutput, speak: Speak, settings: Settings) -> None:
        self.began: Event[[]] = Event()
        """The sentence is about to be heard: the time to show it."""
        self.failed: Event[[VoiceError]] = Event()
        """The sentence cannot be heard."""
        self.marked: Event[[Mark | None]] = Event()
        """Another word or sentence is being said, or none."""
        self._voice = voice
        self._sounds = Sounds(voice)
        self._output = sound
        self._speak = speak
        self._settings = settings
        self._sentence: Sentence | None = None
        self._utterance: Utterance = spoken("")
        self._heard: Sound | None = None
        self._word: int | None = None
        self._mark: Mark | None = None
        self._in_sight = True
        self._language = "en"
        voice.choose(settings.voice)
        sound.moved.connect(self._follow)
        sound.failed.connect(self.failed.emit)

    @property
    def skipped(self) -> int:
        """Return how many references the sentence holds that are not said."""
        return len(self._utterance.skipped)

    def say(
        self, sentence: Sentence, *, softly: bool = False, same_word: bool = False, slower: int = 0
    ) -> None:
        """Say a sentence, some steps slower than usual, from its start or from the word heard last."""
        word = self._word if same_word else None
        self.hush()
        self._sentence, self._utterance = sentence, self._spoken(sentence)
        # What takes its time to start does so while the sound is made.
        self._output.warm()
        limit = LIMITS["speed"]
        assert isinstance(limit, Number)
        speed = max(limit.low, self._settings.speed * SLOWER**slower)
        play = partial(self._play, softly, word, speed)
        self._choose()
        self._sounds.want(self._utterance.text, speed, play, self.failed.emit)

    def prepare(self, sentence: Sentence) -> None:
        """Have the sound of a sentence made ahead."""
        self._choose()
        self._sounds.prepare(self._spoken(sentence).text, self._settings.speed)

    def pause(self) -> None:
        """Fall silent within the sentence; one that is not heard yet is not said at all."""
        self._sounds.drop_wish()
        if self._output.state is SoundState.PLAYING:
            self._output.pause()

    def resume(self) -> bool:
        """Go on within the sentence; return whether there was one to go on with."""
        if self._output.state is not SoundState.PAUSED:
            return False
        self._output.resume()
        return True

    def hush(self) -> None:
        """Fall silent; the mark stays."""
        self._sounds.drop_wish()
        self._heard = self._word = None
        self._output.stop()

    def point_at(self, sentence: Sentence) -> None:
        """Mark a sentence that is shown: another one, or the same in a piece cut anew."""
        self._sentence, self._mark = sentence, None
        self._tell_mark()

    def unmark(self) -> None:
        """Take the mark away."""
        self._sentence = None
        self._tell_mark()

    def set_in_sight(self, in_sight: bool) -> None:
        """Tell the mark only while the page shows the sentence."""
        if in_sight != self._in_sight:
            self._in_sight = in_sight
            self._tell_mark()

    def speak_in(self, language: str) -> None:
        """Speak the language of another text from now on."""
        if language != self._language:
            self._language = language
            self._sounds.forget()

    def use(self, settings: Settings) -> bool:
        """Mark and speak as the settings say; return whether what is said sounds otherwise now."""
        before, self._settings = self._settings, settings
        if settings.voice != before.voice:
            self._choose()
            self._sounds.forget()
        self._tell_mark()
        return (settings.voice, settings.speed) != (before.voice, before.speed)

    def _choose(self) -> None:
        # Whoever says something beside the reading may have chosen another one since.
        self._voice.choose(for_language(self._settings.voice, self._language))

    def _spoken(self, sentence: Sentence) -> Utterance:
        speak = spoken_in(self._language, self._speak)
        return speak(sentence.text, sentence.spans)

    def _play(self, softly: bool, word: int | None, speed: float, sound: Sound) -> None:
        if self._sentence and self._settings.long_sentences == "clauses":
            sound = with_soft_pauses(sound, self._sentence, self._utterance, speed)
        start = sound.words[word].time if word is not None and word < len(sound.words) else 0.0
        self._output.play(sound, softly=softly, start=start)
        self._heard = sound
        self.began.emit()
        # The page may be another one now, where the same numbers are other letters.
        self._mark = None
        self._tell_mark()

    def _follow(self, position: float) -> None:
        if self._heard:
            index = bisect_right(self._heard.words, position, key=lambda word: word.time) - 1
            self._word = index if index >= 0 else None
            self._tell_mark()

    def _tell_mark(self) -> None:
        mark = self._current_mark()
        if mark != self._mark:
            self._mark = mark
            self.marked.emit(mark)

    def _current_mark(self) -> Mark | None:
        if self._sentence is None or not self._in_sight or self._settings.follow == "nothing":
            return None
        whole = (self._sentence.start, self._sentence.end)
        sound = self._heard
        # An estimated time may be a word off, and no mark is better than a wrong one.
        if sound is None or self._word is None or not sound.measured or self._settings.follow != "word":
            return Mark(whole)
        word = sound.words[self._word]
        start, end = self._utterance.shown(word.start, word.length)
        return Mark(whole, (self._sentence.start + start, self._sentence.start + end))
