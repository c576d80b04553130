"""One sentence at a time: from its letters to its sound, and from what is heard back to its letters."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import partial

from reader.ground.events import Event
from reader.session.sentences import Sentence
from reader.session.sounds import Sounds
from reader.speech.voice import Sound, SoundOutput, SoundState, Voice, VoiceError
from reader.text.spoken import Utterance, spoken


@dataclass(frozen=True, slots=True)
class Mark:
    """What is being said: start and end of the sentence and of the word in the shown piece's text."""

    sentence: tuple[int, int]
    word: tuple[int, int] | None = None


class Narration:
    """Says a sentence and tells which word of it is heard. It never goes on to another by itself."""

    def __init__(self, voice: Voice, sound: SoundOutput, speed: float) -> None:
        self.began: Event[[]] = Event()
        """The sentence is about to be heard: the time to show it."""
        self.failed: Event[[VoiceError]] = Event()
        """The sentence cannot be heard."""
        self.marked: Event[[Mark | None]] = Event()
        """Another word or sentence is being said, or none."""
        self._voice = voice
        self._sounds = Sounds(voice)
        self._output = sound
        self._chosen = ""
        self._speed = speed
        self._sentence: Sentence | None = None
        self._utterance: Utterance = spoken("")
        self._heard: Sound | None = None
        self._word: int | None = None
        self._mark: Mark | None = None
        sound.moved.connect(self._follow)

    def say(self, sentence: Sentence, *, softly: bool = False, same_word: bool = False) -> None:
        """Say a sentence from its start, or from the word that was heard last."""
        word = self._word if same_word else None
        self.hush()
        self._sentence, self._utterance = sentence, spoken(sentence.text)
        play = partial(self._play, softly, word)
        self._sounds.want(self._utterance.text, self._speed, play, self.failed.emit)

    def prepare(self, sentence: Sentence) -> None:
        """Have the sound of a sentence made ahead."""
        self._sounds.prepare(spoken(sentence.text).text, self._speed)

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

    def set_speed(self, speed: float) -> bool:
        """Speak at this speed from the next sentence on; return whether that is a change."""
        changes = speed != self._speed
        self._speed = speed
        return changes

    def set_voice(self, voice: str) -> bool:
        """Speak with this voice from the next sentence on; return whether that is a change."""
        changes = voice != self._chosen
        self._chosen = voice
        if changes:
            self._voice.choose(voice)
            self._sounds.forget()
        return changes

    def _play(self, softly: bool, word: int | None, sound: Sound) -> None:
        start = sound.words[word].time if word is not None and word < len(sound.words) else 0.0
        try:
            self._output.play(sound, softly=softly, start=start)
        except VoiceError as error:
            self.failed.emit(error)
            return
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
        if self._sentence is None:
            return None
        whole = (self._sentence.start, self._sentence.end)
        if self._heard is None or self._word is None:
            return Mark(whole)
        word = self._heard.words[self._word]
        start, end = self._utterance.shown(word.start, word.length)
        return Mark(whole, (self._sentence.start + start, self._sentence.start + end))
