"""The parts that have to do with texts: which there are, where one is in them, and their words."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial

from reader.formats.opening import may_hold_text
from reader.formats.shelf import Shelf
from reader.ground.beside import Beside
from reader.ground.clock import Clock
from reader.ground.listing import Item
from reader.model.level import Level
from reader.session.about import About
from reader.session.belongings import Belongings
from reader.session.bookmarks import Bookmarks
from reader.session.browsing import Browsing, Wanted
from reader.session.catalogue import Entry, Stock
from reader.session.copying import Copying
from reader.session.details import Details
from reader.session.editions import Editions
from reader.session.fetching import Fetching
from reader.session.keeping import Keeping
from reader.session.learning import Learning
from reader.session.library import Library
from reader.session.looking_up import LookingUp
from reader.session.notices import Notices
from reader.session.opening import Opening
from reader.session.own_keys import with_own_keys
from reader.session.pace import Pace
from reader.session.preferences import Preferences
from reader.session.pronouncing import Pronouncing
from reader.session.reading import Reading
from reader.session.search import Search
from reader.session.taking_in import TakingIn
from reader.session.texts import Texts
from reader.session.vocabulary import Vocabulary
from reader.session.weighing import Weighing
from reader.session.words import Words
from reader.speech.turns import Turns
from reader.speech.voice import SoundOutput, Voice
from reader.store.answers import AnswerStore
from reader.store.bookmarks import BookmarkStore
from reader.store.database import opened as database_opened
from reader.store.dictionary import Dictionary
from reader.store.effort import EffortStore
from reader.store.folders import Folders, StoreError
from reader.store.glossary import bundled_glossary
from reader.store.library import RecordStore
from reader.store.meanings import MeaningStore
from reader.store.own_words import OwnWordsFile
from reader.store.pace import PaceStore
from reader.store.pronunciation import bundled_wordings
from reader.store.search import SearchStore
from reader.store.settings import SettingsFile
from reader.store.texts import TextStore
from reader.text.effort import weighed
from reader.text.glossary import Glossary


class TextParts:
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

    @cached_property
    def text_store(self) -> TextStore:
        """Return the person's own texts, in order again after whatever happened to them."""
        store = TextStore(self.folders.texts, self.database)
        try:
            store.tidy()
        except StoreError as error:
            self.notices.say(str(error))
        return store

    @cached_property
    def texts(self) -> Texts:
        """Return where texts come from; what it tells, it tells beside the page."""
        texts, beside, say = Texts(self.shelf, self.text_store, self.clock), self.beside, self.notices.say
        texts.not_kept.connect(lambda words: beside.post(partial(say, words)))
        return texts

    @cached_property
    def belongings(self) -> Belongings:
        """Return all that is kept of a text."""
        marks, answers = BookmarkStore(self.database), AnswerStore(self.database)
        return Belongings(self.text_store, self.records, marks, answers)

    @cached_property
    def editions(self) -> Editions:
        """Return what brings place and bookmarks along to a newer copy of a text."""
        reading, keeping = self.reading, self.keeping
        holders = self.search_store.holders
        editions = Editions(self.belongings, holders, reading, keeping, self.beside, self.notices)
        editions.brought.connect(self.bookmarks.changed.emit)
        return editions

    @cached_property
    def details(self) -> Details:
        """Return what mends what the library says of a text."""
        keeping, beside = self.keeping, self.beside
        return Details(self.text_store, self.records, self.reading, keeping, beside, self.notices)

    @cached_property
    def records(self) -> RecordStore:
        """Return where a person is in each text."""
        return RecordStore(self.database)

    @cached_property
    def reading(self) -> Reading:
        """Return the open text."""
        return Reading(self.notices, Level(self.preferences.settings.level))

    @cached_property
    def words(self) -> Words:
        """Return the hard words of a piece, with those that the open text explains itself."""
        words = Words(self.glossary, self.vocabulary)
        Learning(self.reading, words, self.beside)
        return words

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the person's own meanings, and the words they know."""
        return Vocabulary(MeaningStore(self.database), self.notices)

    @cached_property
    def looking_up(self) -> LookingUp:
        """Return what explains any word."""
        return LookingUp(self.reading, self.words, Dictionary(), self.beside, self.notices)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """Return the places to find again."""
        return Bookmarks(self.belongings.marks, self.notices, self.clock)

    @cached_property
    def keeping(self) -> Keeping:
        """Return what keeps the place."""
        return Keeping(self.reading, self.records, self.notices, self.clock)

    @cached_property
    def fetching(self) -> Fetching:
        """Return what fetches a text beside the page."""
        return Fetching(self.texts, self.beside, self.notices, self.clock)

    @cached_property
    def taking_in(self) -> TakingIn:
        """Return what takes many files into the library."""
        show = self.opening.open_file
        return TakingIn(self.texts, may_hold_text, show, self.beside, self.notices, self.clock)

    @cached_property
    def copying(self) -> Copying:
        """Return what opens a text that was copied elsewhere."""
        return Copying(self.texts, self.fetching, self.reading, self.keeping, self.notices)

    @cached_property
    def pace(self) -> Pace:
        """Return how quickly this person reads."""
        return Pace(PaceStore(self.database), self.notices, self.clock)

    @cached_property
    def weighing(self) -> Weighing:
        """Return what a text asks."""
        return Weighing(self.glossary, EffortStore(self.database), self.reading, self.beside, self.notices)

    @cached_property
    def library(self) -> Library:
        """Return what there is to read."""
        stock = Stock(cache(partial(_entries, self.shelf, self.glossary)), self.text_store.all)
        records, preferences = self.records, self.preferences
        return Library(stock, self.weighing, self.pace, records, preferences, self.notices, self.clock)

    @cached_property
    def search_store(self) -> SearchStore:
        """Return the words of all texts."""
        return SearchStore(self.folders.search)

    @cached_property
    def search(self) -> Search:
        """Return what searches all texts, and takes in whatever comes into the library."""
        titles = self.library.titles
        search = Search(self.search_store, self.texts, self.text_store.all, titles, self.beside, self.notices)
        self.texts.kept.connect(lambda document: self.beside.post(partial(search.take, document)))
        return search

    @cached_property
    def about(self) -> About:
        """Return what takes a text out of the library."""
        about = About(self.belongings, self.reading, self.keeping, self.notices)
        about.left.connect(self.search.forget)
        about.left.connect(self.texts.leave_out)
        about.came_back.connect(self.texts.let_in)
        about.came_back.connect(lambda _: self.search.warm())
        for event in (about.left, about.came_back):
            event.connect(lambda _: self.bookmarks.changed.emit())
        return about

    @cached_property
    def opening(self) -> Opening:
        """Return the ways to open a text."""
        keeping, library = self.keeping, self.library
        return Opening(self.fetching, self.records, self.reading, keeping, library, self.notices)

    def _browsing(self, usual: Callable[[], Sequence[Item]], wanted: Wanted) -> Browsing:
        return Browsing(usual, wanted, self.beside, self.notices, self.clock)


def _entries(shelf: Shelf, glossary: Glossary) -> tuple[Entry, ...]:
    return tuple(Entry(text.id, text.title, weighed(text, glossary)[0]) for text in shelf.documents())
