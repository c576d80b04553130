"""What was answered once is known for as long as the copies are."""

from reader.model.place import Place
from reader.model.record import Record
from reader.store.answers import AnswerStore
from reader.store.database import Database
from reader.store.library import RecordStore


def begin(database: Database, document: str) -> None:
    RecordStore(database).keep(Record(document, "", Place("", 0), 0, "", "", 0.0))


def test_what_was_brought_to_one_copy_is_not_brought_to_the_next(database: Database) -> None:
    answers = AnswerStore(database)
    answers.keep("second", ["first"], brought=True)
    begin(database, "second")
    assert answers.given("second") == {"first"}
    assert answers.given("third") == frozenset()
    assert answers.brought_elsewhere("third") == {"first"}
    assert answers.brought_elsewhere("second") == frozenset()


def test_what_was_not_wanted_in_one_copy_may_be_wanted_in_the_next(database: Database) -> None:
    answers = AnswerStore(database)
    answers.keep("second", ["first"], brought=True)
    answers.keep("second", ["first"], brought=False)
    begin(database, "second")
    assert answers.given("second") == {"first"}
    assert answers.brought_elsewhere("third") == frozenset()


def test_a_copy_that_is_gone_holds_nothing_for_others(database: Database) -> None:
    answers = AnswerStore(database)
    answers.keep("second", ["first"], brought=True)
    assert answers.brought_elsewhere("third") == frozenset(), "the second has no place any more"
    answers.forget("second")
    assert answers.given("second") == frozenset()
