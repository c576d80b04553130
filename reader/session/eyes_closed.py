"""Listening with closed eyes: few keys, each answered aloud, on a dark page."""

from collections.abc import Callable

from reader.ground.events import Event
from reader.model.scope import Scope
from reader.session.bookmarks import Bookmarks
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.playback import END_OF_EXCERPT
from reader.session.reading import BEGINNING, Reading
from reader.session.saying import Saying
from reader.session.sentences import Sentence
from reader.session.whereabouts import CUT_SHORT
from reader.session.words import AT_ONCE, Words
from reader.speech.voice import VoiceError
from reader.text.spoken import Speak

ONCE_MORE = "Press once more for the page."
END_OF_PART = "End of this part."
END_OF_TEXT = "This is the end of the text."
BOOKMARKED = "Bookmarked."


class EyesClosed:
    """The dark page's twin.

    An answer pauses the reading, which goes on after it from the start of its sentence. A key pressed during
    an answer ends it at once. What fails is said if it can be, and shown when the page is back.
    """

    def __init__(
        self,
        reading: Reading,
        listening: Listening,
        saying: Saying,
        words: Words,
        bookmarks: Bookmarks,
        notices: Notices,
        speak: Speak,
    ) -> None:
        self.changed: Event[[]] = Event()
        """The dim words have come or gone."""
        self.opened: Event[[]] = Event()
        """The person wants to see the page."""
        self._reading = reading
        self._listening = listening
        self._saying = saying
        self._words = words
        self._bookmarks = bookmarks
        self._notices = notices
        self._speak = speak
        self._on = self._looks = self._goes_on = self._at_end = False
        self._told = self._unseen = ""
        self._keys: dict[str, Callable[[], object]] = {
            "space": self.toggle,
            "listen": self.toggle,
            "escape": self.stop,
            "stop": self.stop,
            "again": lambda: self._step(listening.again),
            "slower again": lambda: self._step(listening.again_slower),
            "back": self.sentence_back,
            "forward": self.sentence_forward,
            "bookmark": self._bookmark,
            "where": self._say_where,
            "words": self._say_words,
        }
        listening.passed.connect(self._note_heard)
        listening.said.connect(self._note_words)
        listening.changed.connect(self._follow_voice)

    @property
    def on(self) -> bool:
        """Return whether the page is dark now."""
        return self._on

    @property
    def dim_words(self) -> str:
        """Return what the dark page shows, "" for nothing: how to get the page back, and what has failed."""
        return " ".join(filter(None, (self._unseen, ONCE_MORE))) if self._looks else ""

    def begin(self) -> None:
        """Close the eyes: the voice begins, or goes on, and the page stays with it."""
        self._on, self._looks, self._goes_on, self._at_end = True, False, False, False
        if self._listening.is_elsewhere:
            self._listening.come_back()
        if not self._listening.speaking:
            self._listening.toggle()

    def end(self) -> None:
        """Open the eyes: the reading goes on if it was on, and what has failed is shown."""
        if not self._on:
            return
        self._interrupt()
        self._on = False
        if self._unseen:
            self._notices.say(self._unseen)
            self._unseen = ""

    def press(self, name: str) -> None:
        """Do what a key means by the name of its command; one that means nothing here asks for the page.

        The first such key shows dim words only, for a hand may have slipped; the second brings the page.
        """
        if deed := self._keys.get(name):
            self._show_words(False)
            deed()
        elif self._looks:
            self.opened.emit()
        else:
            self._interrupt()
            self._show_words(True)

    # What a person can do; media keys do some of it, too

    def toggle(self) -> None:
        """Make silence if anything is heard, else go on: after the end of a part with the next one."""
        if self._saying.hush():
            self._goes_on = False
        elif self._at_end:
            self._begin_next_part()
        else:
            self._listening.toggle()

    def pause(self) -> None:
        """Make silence."""
        self._saying.hush()
        self._goes_on = False
        self._listening.pause()

    def stop(self) -> None:
        """Stop the voice; the page stays dark."""
        self._saying.hush()
        self._goes_on = False
        self._listening.stop()

    def sentence_back(self) -> None:
        """Hear the sentence before."""
        self._step(self._listening.sentence_back)

    def sentence_forward(self) -> None:
        """Hear the next sentence, also across the end of the part."""
        if self._at_end:
            self._begin_next_part()
        else:
            self._step(self._listening.sentence_forward)

    def _step(self, move: Callable[[], object]) -> None:
        """Go to another sentence and let it be heard: with closed eyes, nothing else tells of the step."""
        self._saying.hush()
        self._goes_on = False
        move()
        if not self._listening.speaking:
            self._listening.toggle()

    def _begin_next_part(self) -> None:
        if self._reading.in_last_part:
            self._answer(self._end)
        else:
            self._reading.next_part()
            self._listening.listen()

    # Answers

    def tell(self, text: str) -> None:
        """Say something between two sentences; at the end of a part, after what is told there."""
        self._answer(" ".join(filter(None, (self._end, text))))

    def _bookmark(self) -> None:
        reading = self._reading
        self._bookmarks.toggle(reading.document, reading.part.title, reading.chunk, reading.here)
        marked = self._bookmarks.is_marked(reading.document, reading.chunk)
        # Where to find it in the menu is of no use now; that it was taken off, or why it failed, is.
        self._answer(BOOKMARKED if marked else self._notices.message)

    def _say_where(self) -> None:
        before = self._reading.just_read()
        self._answer(f"{self._reading.where()}. {f'Just read: {before}' if before else BEGINNING}")

    def _say_words(self) -> None:
        self._words.use(self._reading.chunks)
        terms = self._words.terms(self._reading.chunk)[:AT_ONCE]
        self._answer(" ".join(f"{term.name}: {term.meaning}" for term in terms) or self._words.why_none)

    def _answer(self, text: str) -> None:
        self._goes_on = self._goes_on or self._listening.speaking
        self._saying.say(self._speak(text, ()).text, self._keep_failure, self._carry_on)

    def _carry_on(self) -> None:
        """Go on with the reading if an answer has interrupted it."""
        if self._goes_on:
            self._goes_on = False
            if not self._listening.speaking:
                self._listening.toggle()

    def _interrupt(self) -> None:
        self._saying.hush()
        self._carry_on()

    # What happens by itself

    def _note_words(self, text: str) -> None:
        self._told = text

    def _note_heard(self, _heard: Sentence, following: Sentence | None) -> None:
        self._at_end = following is None
        self._unseen = ""

    def _follow_voice(self) -> None:
        """Say aloud why the voice has fallen silent, if it was not the person who wished it."""
        if self._listening.active:
            self._at_end = False
        elif self._on and self._told:
            if not self._at_end:
                self._unseen = self._told
            self._answer(self._end or self._told)

    def _keep_failure(self, error: VoiceError) -> None:
        self._unseen = self._unseen or str(error)
        self._carry_on()

    def _show_words(self, looks: bool) -> None:
        if looks != self._looks:
            self._looks = looks
            self.changed.emit()

    @property
    def _end(self) -> str:
        """Return which end the voice has come to, "" for none."""
        if not self._at_end:
            return ""
        if self._reading.scope is not Scope.WHOLE:
            return END_OF_EXCERPT
        if not self._reading.in_last_part:
            return END_OF_PART
        return END_OF_TEXT if self._reading.document.is_whole else CUT_SHORT
