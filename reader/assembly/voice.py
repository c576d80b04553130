"""The parts that have to do with the voice, and with the hands that are spared by it."""

from functools import cached_property, partial

from reader.assembly.texts import TextParts
from reader.ground import usual_folders
from reader.ground.beside import Post
from reader.session.destination import Destination
from reader.session.eyes_closed import EyesClosed
from reader.session.hands_free import HandsFree
from reader.session.listening import Listening
from reader.session.piece_timing import PieceTiming
from reader.session.portions import Portions
from reader.session.rendering import Manner, Rendering
from reader.session.resting import Resting
from reader.session.saving import Saving
from reader.session.saying import Saying
from reader.session.sleep_timer import SleepTimer
from reader.speech.engines import voices_for
from reader.speech.voice import Voice

READS_ON = "The voice reads on elsewhere."
COME_BACK = "Back to the voice"


class VoiceParts(TextParts):
    """What reads aloud, what listens to it, and what it makes."""

    @cached_property
    def listening(self) -> Listening:
        """Return what reads aloud, as the settings are, and let the quiet line tell of it."""
        notices, preferences, pronouncing = self.notices, self.preferences, self.pronouncing
        settings, speak = preferences.settings, pronouncing.utterance
        listening = Listening(self.reading, self.voice, self.turns.turn(), self.clock, settings, speak)
        pronouncing.changed.connect(listening.renew)
        preferences.changed.connect(listening.use)
        for event in (self.reading.opened, self.details.changed):
            event.connect(lambda: listening.speak_in(self.reading.document.language))
        listening.said.connect(lambda text: notices.say(text) if text else notices.clear())
        listening.parted.connect(lambda: notices.offer_to(READS_ON, COME_BACK, listening.come_back))
        return listening

    @cached_property
    def saying(self) -> Saying:
        """Return what answers, and says a person's own words when they try them."""
        notices = self.notices
        saying = Saying(self.voice, self.turns.turn(), self.listening, self.preferences)
        self.pronouncing.tried.connect(lambda text: saying.say(text, lambda error: notices.say(str(error))))
        return saying

    @cached_property
    def eyes_closed(self) -> EyesClosed:
        """Return listening with eyes closed."""
        speak = self.pronouncing.utterance
        return EyesClosed(
            self.reading, self.listening, self.saying, self.words, self.bookmarks, self.notices, speak
        )

    @cached_property
    def sleep_timer(self) -> SleepTimer:
        """Return what ends the reading for who falls asleep."""
        preferences, notices = self.preferences, self.notices
        return SleepTimer(self.listening, self.reading, preferences, self.sound, notices, self.clock)

    @cached_property
    def saving(self) -> Saving:
        """Return what makes sound files."""
        portions = Portions(self.reading, self.bookmarks, self.texts, self.records)
        return Saving(portions, self._render, self.beside, self.notices, self.preferences, self.clock)

    @cached_property
    def destination(self) -> Destination:
        """Return where a sound file goes."""
        folders = self._browsing(usual_folders.for_sound, lambda _file: False)
        return Destination(self.saving, folders, self.notices)

    def _render(self, manner: Manner) -> Rendering:
        """Make a sound file with a voice of its own: listening goes on meanwhile."""
        beside, notices = self.beside, self.notices

        def new_voice(post: Post) -> Voice:
            voice = voices_for(self.folders.voices, post)
            # The file is made on a thread of its own.
            voice.replaced.connect(lambda sentence: beside.post(partial(notices.say, sentence)))
            return voice

        return Rendering(new_voice, self.pronouncing.utterance, manner)

    @cached_property
    def hands_free(self) -> HandsFree:
        """Return what goes on by itself."""
        hands_free = HandsFree(self.reading, self.pace, self.listening, self.notices, self.clock)
        self.resting.began.connect(hands_free.stop)
        return hands_free

    @cached_property
    def piece_timing(self) -> PieceTiming:
        """Return what times the pieces that are read in silence, and turned by hand."""
        listening, hands_free = self.listening, self.hands_free
        timing = PieceTiming(
            self.reading, self.pace, self.clock, lambda: not listening.active and not hands_free.on
        )
        listening.changed.connect(timing.interrupt)
        return timing

    @cached_property
    def resting(self) -> Resting:
        """Return a rest in the dark."""
        return Resting(self.reading, self.listening, self.eyes_closed, self.notices, self.clock)
