"""Whatever word a person asks about is looked up: in the plain glossary first, then in the dictionary."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reader.formats.parsing import parse
from reader.ground.beside import AtOnce, Beside
from reader.model.document import Block
from reader.model.level import Level
from reader.model.term import Term
from reader.session.learning import Learning
from reader.session.looking_up import (
    ENGLISH_ONLY,
    LITTLE,
    NOT_FOUND,
    SOURCE,
    SOURCE_IN_SHORT,
    TOO_LONG,
    Answer,
    LookingUp,
)
from reader.session.notices import Notices
from reader.session.reading import Reading
from reader.session.vocabulary import Vocabulary
from reader.session.words import Words
from reader.store.database import opened
from reader.store.dictionary import Dictionary
from reader.store.folders import StoreError
from reader.store.meanings import MeaningStore
from reader.text.glossary import Glossary

TEXT = "Post-exertional malaise is a post-viral tide. Blood vessels (BV) of the gut–brain axis are not IL."
MALAISE = Term("PEM", ("post-exertional malaise", "malaise"), "Getting worse after effort.")


class Small(Dictionary):
    """A dictionary of a few words."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words

    def meanings(self, written: str) -> tuple[str, ...]:
        return self._words.get(written.casefold(), ())


class Gone(Dictionary):
    """A dictionary that cannot be read."""

    def meanings(self, written: str) -> tuple[str, ...]:
        raise StoreError("The dictionary could not be read.")


class Asker:
    """One who asks about words of a text."""

    def __init__(
        self, tmp_path: Path, text: str = TEXT, language: str = "en-GB", beside: Beside | None = None
    ) -> None:
        self.notices = Notices()
        self.reading = Reading(self.notices, Level.LONGER)
        vocabulary = Vocabulary(MeaningStore(opened(tmp_path / "reader.db")[0]), self.notices)
        self.words = Words(Glossary((MALAISE,)), vocabulary)
        Learning(self.reading, self.words, beside or AtOnce())
        self.reading.open(replace(parse("markdown", text, "text.md"), language=language))
        self.words.use(self.reading.chunks)
        self.answers: list[Answer] = []

    def ask(self, dictionary: Dictionary, phrase: str) -> Answer | None:
        looking_up = LookingUp(self.reading, self.words, dictionary, AtOnce(), self.notices)
        looking_up.answered.connect(self.answers.append)
        start = self.reading.chunk.text.index(phrase)
        looking_up.ask(start, start + len(phrase))
        return self.answers.pop() if self.answers else None


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    return Asker(tmp_path)


SMALL = Small(
    {"tide": ("the sea", "a flow"), "axis": ("a line",), "blood vessels": ("a tube",), "post": ("a pole",)}
)


def test_the_longest_term_of_the_glossary_comes_first(asker: Asker) -> None:
    found = asker.ask(SMALL, "malaise is a post-viral tide")
    assert found == Answer(0, len("post-exertional malaise"), MALAISE)


def test_the_dictionary_says_that_it_is_one_and_numbers_its_meanings(asker: Asker) -> None:
    found = asker.ask(SMALL, "tide")
    assert found is not None
    assert (found.term.meaning, found.term.more) == ("1. The sea.\n2. A flow.", SOURCE)
    assert found.source == SOURCE_IN_SHORT
    one = asker.ask(SMALL, "axis")
    assert one is not None
    assert one.term.meaning == "A line."


@pytest.mark.parametrize(
    ("phrase", "name"), [("gut–brain axis", "axis"), ("viral tide. Blood", "tide"), ("the gut", "the gut")]
)
def test_of_a_phrase_the_longest_known_words_are_explained(asker: Asker, phrase: str, name: str) -> None:
    found = asker.ask(SMALL, phrase)
    assert found is not None
    assert asker.reading.chunk.text[found.start : found.end] == found.term.name == name


def test_a_part_of_a_word_with_a_hyphen_would_mislead(asker: Asker) -> None:
    found = asker.ask(SMALL, "post-viral")
    assert found is not None
    assert (found.term.meaning, found.source) == (NOT_FOUND, "")


@pytest.mark.parametrize("phrase", ["is a", "the", "of the"])
def test_a_little_word_is_told_to_be_one(asker: Asker, phrase: str) -> None:
    found = asker.ask(SMALL, phrase)
    assert found is not None
    assert (found.term.name, found.term.meaning, found.source) == (phrase, LITTLE, "")


def test_what_the_text_explains_comes_before_the_dictionary(tmp_path: Path) -> None:
    found = Asker(tmp_path, "Beta tones (BT) are low. The BT rose.").ask(SMALL, "BT rose")
    assert found is not None
    assert found.term.meaning == "In this text: Beta tones."


def test_another_language_is_not_looked_up_as_english(tmp_path: Path) -> None:
    found = Asker(tmp_path, language="de").ask(SMALL, "tide")
    assert found is not None
    assert found.term.meaning == ENGLISH_ONLY


def test_no_word_of_another_language_is_taken_for_an_english_term(tmp_path: Path) -> None:
    asker = Asker(tmp_path, "Le malaise, et la fatigue.", language="fr")
    assert asker.words.dotted(asker.reading.chunk) == ()
    found = asker.ask(SMALL, "malaise")
    assert found is not None
    assert found.term.meaning == ENGLISH_ONLY
    asker.reading.mend(replace(asker.reading.document, language="en"))
    assert asker.ask(SMALL, "malaise") == Answer(3, 10, MALAISE)


def test_a_page_of_letters_is_no_word(tmp_path: Path) -> None:
    asker = Asker(tmp_path, "tide " * 40)
    assert asker.ask(SMALL, "tide " * 20) is None
    assert asker.notices.message == TOO_LONG


def test_a_dictionary_that_is_gone_is_said_once_and_nothing_else_happens(asker: Asker) -> None:
    assert asker.ask(Gone(Path("none")), "tide") is None
    assert asker.notices.message == "The dictionary could not be read."


class Later(AtOnce):
    """Does what it is asked when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def do(self, job, then, failed) -> None:  # type: ignore[no-untyped-def]
        self.waiting.append(lambda: then(job()))


def test_an_answer_that_comes_too_late_is_not_shown(asker: Asker) -> None:
    later = Later()
    looking_up = LookingUp(asker.reading, asker.words, SMALL, later, asker.notices)
    looking_up.answered.connect(asker.answers.append)
    at = asker.reading.chunk.text.index("tide")
    looking_up.ask(at, at + 4)
    at = asker.reading.chunk.text.index("axis")
    looking_up.ask(at, at + 4)
    for answer in later.waiting:
        answer()
    assert [answer.term.name for answer in asker.answers] == ["axis"]


def test_an_answer_about_another_text_is_not_shown(asker: Asker) -> None:
    later = Later()
    looking_up = LookingUp(asker.reading, asker.words, SMALL, later, asker.notices)
    looking_up.answered.connect(asker.answers.append)
    at = asker.reading.chunk.text.index("tide")
    looking_up.ask(at, at + 4)
    asker.reading.open(parse("markdown", "Another text, which is shown by now.", "text.md"))
    for answer in later.waiting:
        answer()
    assert asker.answers == []


def test_what_comes_in_later_is_learned_too(tmp_path: Path) -> None:
    asker = Asker(tmp_path, "The BT rose.")
    assert asker.words.hits(asker.reading.chunk) == ()
    document = asker.reading.document
    more = parse("markdown", "The BT rose.\n\nBeta tones (BT) are low.", "text.md").blocks
    asker.reading.grow(replace(document, blocks=more, cuts={}))
    assert [hit.term.name for hit in asker.words.hits(asker.reading.chunk)] == ["BT"]


class Watched(tuple[Block, ...]):
    """Blocks that write down when one is looked at, as those of a kept text are made then."""

    looked: list[str]

    def __iter__(self) -> Iterator[Block]:
        for block in super().__iter__():
            self.looked.append(block.text)
            yield block


def test_what_a_text_explains_is_looked_for_beside_the_page_alone(tmp_path: Path) -> None:
    later = Later()
    asker = Asker(tmp_path, beside=later)
    blocks = Watched(parse("markdown", "The BT rose.\n\nBeta tones (BT) are low.", "text.md").blocks)
    blocks.looked = []
    asker.reading.open(replace(asker.reading.document, blocks=blocks, id="another"))
    blocks.looked.clear()
    asker.reading.opened.emit()
    assert blocks.looked == []
    later.waiting.pop()()
    assert len(blocks.looked) == 2
