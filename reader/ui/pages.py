"""Every page of the window, by the name that commands call it by."""

from typing import Protocol

from reader.ui.about_page import AboutPage
from reader.ui.around_page import AroundPage
from reader.ui.browsing_page import DestinationPage, OpenPage
from reader.ui.comfort_page import ComfortPage
from reader.ui.contents_page import BookmarksPage, ContentsPage, FindPage, Goer
from reader.ui.eyes_closed_page import EyesClosedPage
from reader.ui.how_much_page import HowMuchPage
from reader.ui.library_page import LibraryPage
from reader.ui.menu_page import MenuPage, PlacesPage
from reader.ui.own_words_page import OwnWordsPage
from reader.ui.page import Page
from reader.ui.pronunciation_page import PronunciationPage
from reader.ui.reading_page import ReadingPage
from reader.ui.rest_page import RestPage
from reader.ui.saving_page import SavingPage
from reader.ui.search_page import SearchPage, Visitor
from reader.ui.settings_page import TextPage
from reader.ui.voice_page import VoicePage, WaysToListenPage, WhichVoicePage


class Host(Goer, Visitor, Protocol):
    """What pages may ask of the window they lie in."""

    def run(self, name: str) -> None:
        """Do a command by its name, as its key would."""

    def show_text(self) -> None:
        """Show the open text."""

    def close_open(self) -> object:
        """Show the page that lies under this one."""


def pages_of(window: Host, reading: ReadingPage) -> dict[str, Page]:
    """Return every page of a window by its name."""
    sessions, run = reading.sessions, window.run
    return {
        "comfort": ComfortPage(sessions, run),
        "library": LibraryPage(sessions, run),
        "reading": reading,
        "menu": MenuPage(sessions, run),
        "how much": HowMuchPage(sessions, run),
        "text and light": TextPage(sessions, run),
        "voice": VoicePage(sessions, run),
        "save as sound": SavingPage(sessions, run),
        "where to save": DestinationPage(sessions, run),
        "open": OpenPage(sessions, run),
        "which voice": WhichVoicePage(sessions, run),
        "say it like this": PronunciationPage(sessions, run),
        "ways to listen": WaysToListenPage(sessions, run),
        "places": PlacesPage(sessions, run),
        "contents": ContentsPage(sessions, run, window),
        "bookmarks": BookmarksPage(sessions, run, window),
        "find": FindPage(sessions, run, window),
        "your words": OwnWordsPage(sessions, run),
        "search": SearchPage(sessions, run, window),
        "about": AboutPage(sessions, run),
        "around": AroundPage(sessions, run),
        "eyes closed": EyesClosedPage(sessions, run, window.show_text),
        "rest": RestPage(sessions, run, window.close_open),
    }
