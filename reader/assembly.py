"""Builds all the parts below the screen and joins them; needs no Qt."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial

from reader.formats.opening import may_hold_text
from reader.formats.shelf import Shelf
from reader.ground import usual_folders
from reader.ground.beside import AtOnce, Beside, Post
from reader.ground.clock import Clock
from reader.ground.listing import Item
from reader.model.level import Level
from reader.session.bookmarks import Bookmarks
from reader.session.browsing import Browsing, Wanted
from reader.session.command import Sessions
from reader.session.destination import Destination
from reader.session.eyes_closed import EyesClosed
from reader.session.fetching import Fetching
from reader.session.good_place import GoodPlace
from reader.session.hands_free import HandsFree
from reader.session.keeping import Keeping
from reader.session.library import Entry, Library
from reader.session.listening import Listening
from reader.session.notices import Notices
from reader.session.opening import Opening
from reader.session.own_keys import with_own_keys
from reader.session.pace import Pace
from reader.session.piece_timing import PieceTiming
from reader.session.portions import Portions
from reader.session.preferences import Preferences
from reader.session.pronouncing import Pronouncing
from reader.session.reading import Reading
from reader.session.reading_time import ReadingTime
from reader.session.rendering import Manner, Rendering
from reader.session.resting import Resting
from reader.session.saving import Saving
from reader.session.saying import Saying
from reader.session.sleep_timer import SleepTimer
from reader.session.voices import Voices
from reader.session.weighing import Weighing
from reader.session.words import Words
from reader.speech.engines import voices_for
from reader.speech.turns import Turns
from reader.speech.voice import SoundOutput, Voice
from reader.store.bookmarks import BookmarkStore
from reader.store.database import opened as database_opened
from reader.store.effort import EffortStore
from reader.store.folders import Folders
from reader.store.glossary import bundled_glossary
from reader.store.library import RecordStore
from reader.store.own_words import OwnWordsFile
from reader.store.pace import PaceStore
from reader.store.pronunciation import bundled_wordings
from reader.store.settings import SettingsFile
from reader.store.today import TodayStore
from reader.text.effort import weighed
from reader.text.glossary import Glossary

READS_ON = "The voice reads on elsewhere."
COME_BACK = "Back to the voice"
_AT_ONCE = AtOnce()


def assemble(
    folders: Folders, clock: Clock, voice: Voice, sound: SoundOutput, beside: Beside = _AT_ONCE
) -> Sessions:
    """Return everything a person can do, as they left it; what cannot be read is said, and nothing raised."""
    return _Parts(folders, clock, voice, sound, beside).sessions()


class _Parts:
    """Makes each part when another one first stands on it, so that their order sees to itself."""

    def __init__(
        self, folders: Folders, clock: Clock, voice: Voice, sound: SoundOutput, beside: Beside
    ) -> None:
        self.folders = folders
        self.clock = clock
        self.voice = voice
        self.sound = sound
        self.turns = Turns(sound)
        self.beside = beside
        self.shelf = Shelf()
        self.glossary = bundled_glossary()
        self.notices = notices = Notices()
        file = SettingsFile(folders.settings)
        settings, about_settings = file.load()
        self.preferences = Preferences(settings, file.save, notices, clock, are_new=file.is_new)
        self.commands, about_keys = with_own_keys(file.keys)
        self.database, about_database = database_opened(folders.database)
        self.pronouncing = Pronouncing(bundled_wordings, OwnWordsFile(folders.own_words), notices)
        about = (about_database, about_settings, about_keys, self.pronouncing.about_kept)
        notices.say(" ".join(filter(None, about)))

    def sessions(self) -> Sessions:
        """Return all of them."""
        return Sessions(
            notices=self.notices,
            preferences=self.preferences,
            reading=self.reading,
            listening=self.listening,
            saying=self.saying,
            words=self.words,
            bookmarks=self.bookmarks,
            library=self.library,
            opening=self.opening,
            keeping=self.keeping,
            pace=self.pace,
            piece_timing=self.piece_timing,
            weighing=self.weighing,
            commands=self.commands,
            voices=Voices(self.voice, self.saying, self.listening, self.preferences, self.notices),
            pronouncing=self.pronouncing,
            eyes_closed=self.eyes_closed,
            resting=self.resting,
            reading_time=self.reading_time,
            hands_free=self.hands_free,
            saving=self.saving,
            browsing=self._browsing(usual_folders.for_texts, may_hold_text),
            destination=self.destination,
            sleep_timer=self.sleep_timer,
            leave=self.leaving,
        )

    @cached_property
    def leaving(self) -> Callable[[], None]:
        """Return what falls silent, keeps everything, and lets go of files and processes."""
        steps: tuple[Callable[[], object], ...] = (
            self.hands_free.stop,
            self.fetching.drop_wish,
            self.saving.leave,
            self.eyes_closed.stop,
            self.keeping.keep_now,
            self.preferences.save_now,
            self.pace.keep_now,
            # No session asks for this one: it watches by itself, from now on.
            self.good_place.keep_now,
            self.voice.close,
            self.sound.close,
            self.database.close,
        )

        def leave() -> None:
            for step in steps:
                step()

        return leave

    # Reading

    @cached_property
    def records(self) -> RecordStore:
        return RecordStore(self.database)

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.notices, Level(self.preferences.settings.level))

    @cached_property
    def words(self) -> Words:
        return Words(self.glossary)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        return Bookmarks(BookmarkStore(self.database), self.notices, self.clock)

    @cached_property
    def keeping(self) -> Keeping:
        return Keeping(self.reading, self.records, self.notices, self.clock)

    @cached_property
    def fetching(self) -> Fetching:
        return Fetching(self.shelf, self.beside, self.notices, self.clock)

    @cached_property
    def pace(self) -> Pace:
        return Pace(PaceStore(self.database), self.notices, self.clock)

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
    def weighing(self) -> Weighing:
        return Weighing(self.glossary, EffortStore(self.database), self.reading, self.beside, self.notices)

    @cached_property
    def library(self) -> Library:
        entries = cache(partial(_entries, self.shelf, self.glossary))
        records, preferences = self.records, self.preferences
        return Library(entries, self.weighing, self.pace, records, preferences, self.notices, self.clock)

    @cached_property
    def opening(self) -> Opening:
        keeping, library = self.keeping, self.library
        return Opening(self.fetching, self.records, self.reading, keeping, library, self.notices)

    def _browsing(self, usual: Callable[[], Sequence[Item]], wanted: Wanted) -> Browsing:
        return Browsing(usual, wanted, self.beside, self.notices, self.clock)

    @cached_property
    def hands_free(self) -> HandsFree:
        hands_free = HandsFree(self.reading, self.pace, self.listening, self.notices, self.clock)
        self.resting.began.connect(hands_free.stop)
        return hands_free

    # The voice

    @cached_property
    def listening(self) -> Listening:
        """Return what reads aloud, as the settings are, and let the quiet line tell of it."""
        notices, preferences, pronouncing = self.notices, self.preferences, self.pronouncing
        settings, speak = preferences.settings, pronouncing.utterance
        listening = Listening(self.reading, self.voice, self.turns.turn(), self.clock, settings, speak)
        pronouncing.changed.connect(listening.renew)
        preferences.changed.connect(listening.use)
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
        speak = self.pronouncing.utterance
        return EyesClosed(
            self.reading, self.listening, self.saying, self.words, self.bookmarks, self.notices, speak
        )

    @cached_property
    def sleep_timer(self) -> SleepTimer:
        preferences, notices = self.preferences, self.notices
        return SleepTimer(self.listening, self.reading, preferences, self.sound, notices, self.clock)

    @cached_property
    def saving(self) -> Saving:
        portions = Portions(self.reading, self.bookmarks, self.shelf, self.records)
        return Saving(portions, self._render, self.beside, self.notices, self.preferences, self.clock)

    @cached_property
    def destination(self) -> Destination:
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

    # Rest

    @cached_property
    def resting(self) -> Resting:
        return Resting(self.reading, self.listening, self.eyes_closed, self.notices, self.clock)

    @cached_property
    def reading_time(self) -> ReadingTime:
        kept, pace = TodayStore(self.database), self.pace
        return ReadingTime(self.reading, self.listening, self.resting, pace, kept, self.notices, self.clock)

    @cached_property
    def good_place(self) -> GoodPlace:
        return GoodPlace(
            self.reading_time,
            self.listening,
            self.eyes_closed,
            self.sleep_timer,
            self.preferences,
            self.notices,
            self.clock,
        )


def _entries(shelf: Shelf, glossary: Glossary) -> tuple[Entry, ...]:
    return tuple(Entry(text.id, text.title, weighed(text, glossary)[0]) for text in shelf.documents())
