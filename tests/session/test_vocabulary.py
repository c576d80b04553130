"""A person writes meanings of their own, and says which words they know."""

import pytest

from reader.session.notices import Notices
from reader.session.vocabulary import (
    BACK,
    DOTTED,
    KEPT,
    KNOWN,
    LONGEST_MEANING,
    NO_MEANING,
    NO_WORD,
    TOO_LONG,
    Vocabulary,
)
from reader.store.database import Database
from reader.store.folders import StoreError
from reader.store.meanings import MeaningStore


def begun(database: Database) -> tuple[Vocabulary, Notices]:
    notices = Notices()
    return Vocabulary(MeaningStore(database), notices), notices


def test_a_meaning_is_kept_changed_and_taken_back_step_by_step(database: Database) -> None:
    vocabulary, notices = begun(database)
    assert vocabulary.write("  Brain   fog ", "cotton wool")
    assert notices.message == KEPT
    assert vocabulary.write("brain fog", "a cloud")
    assert vocabulary.own == {"Brain fog": "a cloud"}, "one word, however it is written"
    vocabulary.take_off("BRAIN FOG")
    assert vocabulary.own == {}
    notices.undo()
    assert (vocabulary.own_of("brain fog"), notices.message) == ("a cloud", BACK)
    notices.undo()
    assert vocabulary.own_of("brain fog") == "cotton wool"
    assert begun(database)[0].own == {"Brain fog": "cotton wool"}


@pytest.mark.parametrize(
    ("word", "meaning", "said"),
    [
        ("", "something", NO_WORD),
        ("cell", " ", NO_MEANING),
        ("cell", "x" * (LONGEST_MEANING + 1), TOO_LONG),
    ],
)
def test_what_cannot_be_kept_is_said(database: Database, word: str, meaning: str, said: str) -> None:
    vocabulary, notices = begun(database)
    assert not vocabulary.write(word, meaning)
    assert (notices.message, vocabulary.own) == (said, {})


def test_a_known_word_comes_back_by_undo_or_from_the_list(database: Database) -> None:
    vocabulary, notices = begun(database)
    vocabulary.know("cell")
    assert (notices.message, begun(database)[0].known) == (KNOWN, ("cell",))
    notices.undo()
    assert (notices.message, vocabulary.known) == (DOTTED, ())
    vocabulary.know("cell")
    vocabulary.bring_back("cell")
    assert begun(database)[0].known == ()


class Full(MeaningStore):
    """A disk that takes nothing."""

    def write(self, word: str, meaning: str) -> None:
        raise StoreError("The disk is full.")


def test_a_full_disk_is_told_and_the_meaning_holds_meanwhile(database: Database) -> None:
    notices = Notices()
    vocabulary = Vocabulary(Full(database), notices)
    vocabulary.write("cell", "a brick")
    assert vocabulary.own_of("cell") == "a brick"
    assert notices.message == "The disk is full."
