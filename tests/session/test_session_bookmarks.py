"""The Bookmark key and the list of bookmarks, as a person uses them."""

from dataclasses import dataclass

import pytest

from reader.ground.clock import Clock
from reader.model.chunk import Chunk
from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.session.bookmarks import LONGEST_NAME, Bookmarks
from reader.session.notices import Notices
from reader.store.bookmarks import BookmarkStore
from reader.store.database import Database
from reader.text.chunks import chunks

SENTENCES = "Cytokines act early in an infection. They bring on its symptoms. Then others calm them down."
DOCUMENT = Document("gut", "Immune system changes in ME/CFS", (Block("a1", Kind.PARAGRAPH, SENTENCES),))
ONE, TWO, THREE = chunks(DOCUMENT, Level.SENTENCE)
(WHOLE,) = chunks(DOCUMENT, Level.SHORT)


@dataclass
class Desk:
    """A person's bookmarks, and the quiet line beneath them."""

    bookmarks: Bookmarks
    notices: Notices
    database: Database

    def press(self, chunk: Chunk, part: str = "What cytokines do", document: Document = DOCUMENT) -> None:
        """Press the Bookmark key on a piece."""
        self.notices.clear()
        self.bookmarks.toggle(document, part, chunk, chunk.place)

    def marked(self) -> list[bool]:
        """Return which of the three sentences are bookmarked."""
        return [self.bookmarks.is_marked(DOCUMENT, chunk) for chunk in (ONE, TWO, THREE)]

    def names(self) -> list[str]:
        """Return the names in the list."""
        return [bookmark.name for bookmark in self.bookmarks.items()]


@pytest.fixture
def desk(database: Database, clock: Clock) -> Desk:
    notices = Notices()
    return Desk(Bookmarks(BookmarkStore(database), notices, clock), notices, database)


def test_one_key_sets_a_bookmark_and_takes_it_off(desk: Desk) -> None:
    desk.press(TWO)
    assert desk.notices.text == "Bookmarked. You can find it in the menu."
    assert desk.marked() == [False, True, False]
    desk.press(TWO)
    assert desk.notices.text == "Bookmark taken off."
    assert desk.marked() == [False, False, False]


def test_a_bookmark_keeps_its_place_and_its_day(desk: Desk, clock: Clock) -> None:
    desk.press(TWO)
    (bookmark,) = desk.bookmarks.items()
    assert (bookmark.document, bookmark.place, bookmark.made) == ("gut", TWO.place, clock.today())


def test_a_bookmark_is_seen_at_every_level(desk: Desk) -> None:
    desk.press(TWO)
    assert desk.bookmarks.is_marked(DOCUMENT, WHOLE)
    desk.press(WHOLE)
    assert desk.marked() == [False, False, False]


def test_a_bookmark_of_another_text_marks_nothing_here(desk: Desk) -> None:
    desk.press(TWO, document=Document("other", "Other", DOCUMENT.blocks))
    assert desk.marked() == [False, False, False]


def test_a_longer_piece_gives_all_its_bookmarks_back_at_once(desk: Desk) -> None:
    desk.press(ONE)
    desk.press(THREE)
    desk.press(WHOLE)
    assert desk.bookmarks.items() == ()
    desk.notices.undo()
    assert desk.marked() == [True, False, True]


def test_a_heading_without_text_can_be_bookmarked(desk: Desk) -> None:
    blocks = (Block("h", Kind.HEADING, "Left empty", level=1), Block("i", Kind.HEADING, "Next", level=1))
    heading = chunks(Document("d", "", blocks), Level.SHORT)[0]
    desk.press(heading, part="Left empty")
    assert desk.bookmarks.is_marked(DOCUMENT, heading)
    assert desk.names() == ["Immune system changes in ME/CFS, Left empty: Left empty"]


def test_undo_after_setting_takes_it_off(desk: Desk) -> None:
    desk.press(TWO)
    desk.notices.undo()
    assert desk.marked() == [False, False, False]
    assert not desk.notices.can_undo


def test_undo_brings_back_what_was_deleted_even_after_a_few_other_things(desk: Desk) -> None:
    desk.press(ONE)
    desk.press(TWO)
    before = desk.bookmarks.items()
    desk.bookmarks.remove(before[1])
    assert desk.notices.text == "Bookmark taken off. Undo brings it back."
    desk.notices.clear()
    desk.notices.say("One step dimmer.")
    desk.notices.undo()
    assert desk.notices.text == "The bookmark is back."
    assert desk.bookmarks.items() == before


def test_what_another_window_took_off_comes_back_with_undo_as_well(desk: Desk) -> None:
    desk.press(ONE)
    (bookmark,) = desk.bookmarks.items()
    BookmarkStore(desk.database).remove(bookmark.id)
    desk.bookmarks.remove(bookmark)
    desk.notices.undo()
    assert desk.bookmarks.items() == (bookmark,)


def test_a_bookmark_gets_a_name_of_ones_own_and_undo_the_old_one(desk: Desk) -> None:
    desk.press(ONE)
    (bookmark,) = desk.bookmarks.items()
    desk.bookmarks.rename(bookmark, "  for\nDr Jones ")
    assert desk.names() == ["for Dr Jones"]
    assert desk.notices.text == "The bookmark has a new name."
    desk.notices.undo()
    assert desk.bookmarks.items() == (bookmark,)


@pytest.mark.parametrize("name", ["", " \n", "same"])
def test_without_a_new_name_the_old_one_stays(desk: Desk, name: str) -> None:
    desk.press(ONE)
    (bookmark,) = desk.bookmarks.items()
    desk.bookmarks.rename(bookmark, bookmark.name if name == "same" else name)
    assert desk.bookmarks.items() == (bookmark,)
    assert desk.notices.text == "The bookmark keeps its name."


def test_a_name_of_any_length_fits_the_list(desk: Desk) -> None:
    desk.press(ONE)
    desk.bookmarks.rename(desk.bookmarks.items()[0], "word " * 500)
    assert len(desk.names()[0]) <= LONGEST_NAME


LONG = "What “low-level immune system activation” means in people with ME/CFS, and what it does not"


@pytest.mark.parametrize(
    ("title", "part", "name"),
    [
        ("Gut", "Antibodies", "Gut, Antibodies: Cytokines act early in an…"),
        ("Gut", "", "Gut, Cytokines act early in an…"),
        ("", "", "Cytokines act early in an…"),
        (
            LONG,
            "When the immune system turns on the body",
            "What “low-level immune system…, When the immune…: Cytokines act early in an…",
        ),
    ],
)
def test_a_bookmark_names_itself(desk: Desk, title: str, part: str, name: str) -> None:
    desk.press(ONE, part, Document("gut", title, DOCUMENT.blocks))
    assert desk.names() == [name]
    assert len(name) <= LONGEST_NAME


def test_the_name_begins_at_the_place_itself(desk: Desk) -> None:
    desk.bookmarks.toggle(DOCUMENT, "", WHOLE, TWO.place)
    assert desk.names() == ["Immune system changes in ME/CFS, They bring on its symptoms…"]


def test_the_screens_are_told_of_each_change(desk: Desk) -> None:
    told: list[int] = []
    desk.bookmarks.changed.connect(lambda: told.append(len(desk.bookmarks.items())))
    desk.press(ONE)
    desk.press(TWO)
    desk.bookmarks.remove(desk.bookmarks.items()[0])
    desk.notices.undo()
    desk.bookmarks.rename(desk.bookmarks.items()[0], "mine")
    assert told == [1, 2, 1, 2, 2]


def test_a_full_disk_is_said_once_and_nothing_breaks(desk: Desk) -> None:
    desk.press(ONE)
    (bookmark,) = desk.bookmarks.items()
    desk.database.rows("PRAGMA query_only = ON")
    refused = "Nothing new can be kept on this computer just now. You can still read."
    for act in (
        lambda: desk.press(TWO),
        lambda: desk.bookmarks.rename(bookmark, "mine"),
        lambda: desk.bookmarks.remove(bookmark),
    ):
        act()
        assert desk.notices.text == refused
        assert not desk.notices.offer
    assert desk.bookmarks.items() == (bookmark,)


def test_an_undo_that_the_disk_refuses_can_be_tried_again(desk: Desk) -> None:
    desk.press(ONE)
    desk.bookmarks.remove(desk.bookmarks.items()[0])
    desk.database.rows("PRAGMA query_only = ON")
    desk.notices.undo()
    assert desk.notices.offer
    desk.database.rows("PRAGMA query_only = OFF")
    desk.notices.undo()
    assert desk.marked() == [True, False, False]


def test_when_the_database_is_gone_the_page_is_unmarked_and_the_list_empty(desk: Desk) -> None:
    desk.press(ONE)
    desk.database.rows("DROP TABLE bookmark")
    assert desk.marked() == [False, False, False]
    assert desk.bookmarks.items() == ()
    assert desk.notices.text
