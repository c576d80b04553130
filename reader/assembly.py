"""Builds all the parts below the screen and joins them; needs no Qt."""

from collections.abc import Callable, Iterable
from functools import cache, partial

from reader.formats.opening import may_hold_text
from reader.formats.shelf import Shelf
from reader.ground import usual_folders
from reader.ground.beside import AtOnce, Beside, Post
from reader.ground.clock import Clock
from reader.model.level import Level
from reader.session.bookmarks import Bookmarks
from reader.session.browsing import Browsing
from reader.session.command import Command, Sessions
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
from reader.store.database import Database
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
from reader.text.spoken import Speak

READS_ON = "The voice reads on elsewhere."
COME_BACK = "Back to the voice"
_AT_ONCE = AtOnce()


def assemble(
    folders: Folders, clock: Clock, voice: Voice, sound: SoundOutput, beside: Beside = _AT_ONCE
) -> Sessions:
    """Return everything a person can do, as they left it; what cannot be read is said, and nothing raised."""
    notices = Notices()
    preferences, commands, database, pronouncing = _kept(folders, notices, clock)
    records = RecordStore(database)
    reading = Reading(notices, Level(preferences.settings.level))
    listening, saying = _speaking(reading, voice, sound, clock, preferences, notices, pronouncing)
    shelf = Shelf()
    fetching = Fetching(shelf, beside, notices, clock)
    glossary = bundled_glossary()
    pace = Pace(PaceStore(database), notices, clock)
    weighing = Weighing(glossary, EffortStore(database), reading, beside, notices)
    library = Library(
        cache(partial(_entries, shelf, glossary)), weighing, pace, records, preferences, notices, clock
    )
    keeping = Keeping(reading, records, notices, clock)
    words = Words(glossary)
    bookmarks = Bookmarks(BookmarkStore(database), notices, clock)
    eyes_closed = EyesClosed(reading, listening, saying, words, bookmarks, notices, pronouncing.utterance)
    sleep_timer = SleepTimer(listening, reading, preferences, sound, notices, clock)
    resting = Resting(reading, listening, eyes_closed, notices, clock)
    reading_time = ReadingTime(reading, listening, resting, pace, TodayStore(database), notices, clock)
    good_place = GoodPlace(reading_time, listening, eyes_closed, sleep_timer, preferences, notices, clock)
    hands_free = HandsFree(reading, pace, listening, notices, clock)
    resting.began.connect(hands_free.stop)
    portions = Portions(reading, bookmarks, shelf, records)
    render = _render(folders, pronouncing.utterance, beside, notices)
    saving = Saving(portions, render, beside, notices, preferences, clock)
    leaving = (
        hands_free.stop,
        fetching.drop_wish,
        saving.leave,
        eyes_closed.stop,
        keeping.keep_now,
        preferences.save_now,
        pace.keep_now,
        good_place.keep_now,
        voice.close,
        sound.close,
        database.close,
    )
    return Sessions(
        notices=notices,
        preferences=preferences,
        reading=reading,
        words=words,
        bookmarks=bookmarks,
        library=library,
        opening=Opening(fetching, records, reading, keeping, library, notices),
        keeping=keeping,
        pace=pace,
        piece_timing=_piece_timing(reading, pace, listening, hands_free, clock),
        weighing=weighing,
        listening=listening,
        commands=commands,
        leave=partial(_leave, leaving),
        voices=Voices(voice, saying, listening, preferences, notices),
        pronouncing=pronouncing,
        saying=saying,
        eyes_closed=eyes_closed,
        resting=resting,
        reading_time=reading_time,
        hands_free=hands_free,
        saving=saving,
        browsing=Browsing(usual_folders.for_texts, may_hold_text, beside, notices, clock),
        destination=_destination(saving, beside, notices, clock),
        sleep_timer=sleep_timer,
    )


def _kept(
    folders: Folders, notices: Notices, clock: Clock
) -> tuple[Preferences, tuple[Command, ...], Database, Pronouncing]:
    """Return what was kept: settings, keys, database and own words; what could not be read is said."""
    file = SettingsFile(folders.settings)
    settings, about_settings = file.load()
    commands, about_keys = with_own_keys(file.keys)
    database, about_database = database_opened(folders.database)
    pronouncing = Pronouncing(bundled_wordings, OwnWordsFile(folders.own_words), notices)
    about = (about_database, about_settings, about_keys, pronouncing.about_kept)
    notices.say(" ".join(filter(None, about)))
    preferences = Preferences(settings, file.save, notices, clock, are_new=file.is_new)
    return preferences, commands, database, pronouncing


def _render(
    folders: Folders, speak: Speak, beside: Beside, notices: Notices
) -> Callable[[Manner], Rendering]:
    """Return what makes a sound file, with a voice of its own: listening goes on meanwhile."""

    def new_voice(post: Post) -> Voice:
        voice = voices_for(folders.voices, post)
        # The file is made on a thread of its own.
        voice.replaced.connect(lambda sentence: beside.post(partial(notices.say, sentence)))
        return voice

    return partial(Rendering, new_voice, speak)


def _destination(saving: Saving, beside: Beside, notices: Notices, clock: Clock) -> Destination:
    folders = Browsing(usual_folders.for_sound, lambda _file: False, beside, notices, clock)
    return Destination(saving, folders, notices)


def _leave(steps: Iterable[Callable[[], object]]) -> None:
    for step in steps:
        step()


def _speaking(
    reading: Reading,
    voice: Voice,
    sound: SoundOutput,
    clock: Clock,
    preferences: Preferences,
    notices: Notices,
    pronouncing: Pronouncing,
) -> tuple[Listening, Saying]:
    """Return what reads aloud and what answers, as the settings are, and let the quiet line tell."""
    turns = Turns(sound)
    listening = Listening(reading, voice, turns.turn(), clock, preferences.settings, pronouncing.utterance)
    pronouncing.changed.connect(listening.renew)
    preferences.changed.connect(listening.use)
    listening.said.connect(lambda text: notices.say(text) if text else notices.clear())
    listening.parted.connect(lambda: notices.offer_to(READS_ON, COME_BACK, listening.come_back))
    saying = Saying(voice, turns.turn(), listening, preferences)
    pronouncing.tried.connect(lambda text: saying.say(text, lambda error: notices.say(str(error))))
    return listening, saying


def _entries(shelf: Shelf, glossary: Glossary) -> tuple[Entry, ...]:
    return tuple(Entry(text.id, text.title, weighed(text, glossary)[0]) for text in shelf.documents())


def _piece_timing(
    reading: Reading, pace: Pace, listening: Listening, hands_free: HandsFree, clock: Clock
) -> PieceTiming:
    """Return what times the pieces that are read in silence, and turned by hand."""
    timing = PieceTiming(reading, pace, clock, lambda: not listening.active and not hands_free.on)
    listening.changed.connect(timing.interrupt)
    return timing
