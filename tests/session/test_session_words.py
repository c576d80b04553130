"""The hard words of a piece: which open, which are dotted, and in what order."""

import pytest

from reader.formats.parsing import parse
from reader.model.chunk import Chunk
from reader.model.level import Level
from reader.model.term import Term
from reader.session.notices import Notices
from reader.session.vocabulary import Vocabulary
from reader.session.words import LOOKED_BACK, NO_LANGUAGE, NO_WORDS, Words
from reader.text.chunks import chunks
from reader.text.glossary import Glossary

GUT = Term("gut", (), "The tube that food goes through.", everyday=True)
CYTOKINE = Term("cytokine", (), "A chemical message between cells.", say="sigh-toe-kine")
PEM = Term("PEM", ("post-exertional malaise",), "Getting worse after effort.", say="pee-ee-em")
FILLER = " ".join(["word"] * 45)

TEXT = f"""
## One

The gut meets a cytokine. The gut is here. {FILLER}.

PEM and the gut and cytokines. {FILLER}.

## Two

The gut again, and PEM. {FILLER}.
"""


def pieces(text: str = TEXT) -> tuple[Chunk, ...]:
    return chunks(parse("markdown", text, "text.md"), Level.LONGER)


class CountingGlossary(Glossary):
    """A glossary that tells how often it searched."""

    searches = 0

    def find(self, text: str) -> tuple[object, ...]:  # type: ignore[override]
        self.searches += 1
        return super().find(text)


class InMemory:
    """Keeps nothing beyond the test."""

    def own(self) -> dict[str, str]:
        return {}

    def known(self) -> tuple[str, ...]:
        return ()

    def write(self, word: str, meaning: str) -> None:
        """Forget it."""

    def know(self, term: str, is_known: bool) -> None:
        """Forget it."""


def nobodys() -> Vocabulary:
    """Return the words of someone who has written nothing yet."""
    return Vocabulary(InMemory(), Notices())  # type: ignore[arg-type]


def used(glossary: Glossary, shown: tuple[Chunk, ...], vocabulary: Vocabulary | None = None) -> Words:
    words = Words(glossary, vocabulary or nobodys())
    words.use(shown)
    return words


def test_every_occurrence_opens_and_everyday_words_are_dotted_once_a_part() -> None:
    shown = pieces()
    words = used(Glossary((GUT, CYTOKINE, PEM)), shown)
    opens = [[hit.term.name for hit in words.hits(chunk)] for chunk in shown]
    dots = [[hit.term.name for hit in words.dotted(chunk)] for chunk in shown]
    assert opens == [["gut", "cytokine", "gut"], ["PEM", "gut", "cytokine"], ["gut", "PEM"]]
    assert dots == [["gut", "cytokine"], ["PEM", "cytokine"], ["gut", "PEM"]]


def test_a_piece_is_dotted_the_same_from_whichever_side_one_comes() -> None:
    shown = pieces()
    forward = used(Glossary((GUT, CYTOKINE, PEM)), shown)
    backward = used(Glossary((GUT, CYTOKINE, PEM)), shown)
    assert [forward.dotted(chunk) for chunk in shown] == [
        backward.dotted(chunk) for chunk in reversed(shown)
    ][::-1]


def test_the_hardest_word_comes_first_and_each_once() -> None:
    shown = pieces()
    words = used(Glossary((GUT, CYTOKINE, PEM)), shown)
    assert [term.name for term in words.terms(shown[1])] == ["cytokine", "PEM", "gut"]
    assert [term.name for term in words.terms(shown[0])] == ["cytokine", "gut"]


def test_another_text_has_its_own_words() -> None:
    words = used(Glossary((GUT, CYTOKINE, PEM)), pieces())
    assert words.hits(pieces()[0])
    other = pieces("Nothing hard here, only PEM.")
    words.use(other)
    assert [hit.term for hit in words.hits(other[0])] == [PEM]
    assert [hit.term for hit in words.dotted(other[0])] == [PEM]


def test_a_piece_is_searched_once_however_often_it_is_shown() -> None:
    glossary = CountingGlossary((GUT, CYTOKINE, PEM))
    shown = pieces()
    words = used(glossary, shown)
    for _ in range(3):
        words.use(shown)
        for chunk in shown:
            words.hits(chunk)
            words.dotted(chunk)
            words.terms(chunk)
    assert glossary.searches == len(shown)


def test_at_the_end_of_a_very_long_part_only_what_was_just_read_is_searched() -> None:
    glossary = CountingGlossary((GUT, CYTOKINE, PEM))
    before = f"A start. {FILLER}. {FILLER}.\n\n" * 3 * LOOKED_BACK
    shown = pieces(f"## One\n\n{before}The gut.\n\n## Two\n\nThe end.")
    words = used(glossary, shown)
    assert [hit.term for hit in words.dotted(shown[-2])] == [GUT]
    assert LOOKED_BACK < glossary.searches <= LOOKED_BACK + 3


def test_no_more_is_searched_than_is_needed_to_dot_a_piece() -> None:
    glossary = CountingGlossary((GUT, CYTOKINE, PEM))
    shown = pieces(f"The gut. {FILLER}. {FILLER}.\n\n" * 3 * LOOKED_BACK + "The gut, and PEM.")
    words = used(glossary, shown)
    assert [hit.term for hit in words.dotted(shown[-1])] == [PEM], "the gut stood in a piece just before"
    assert glossary.searches <= 4


def test_a_word_that_one_knows_has_no_dots_and_still_opens() -> None:
    known = nobodys()
    shown = pieces()
    words = used(Glossary((GUT, CYTOKINE, PEM)), shown, known)
    told: list[str] = []
    words.changed.connect(lambda: told.append("changed"))
    known.know("cytokine")
    assert told == ["changed"]
    assert [hit.term for hit in words.dotted(shown[0])] == [GUT]
    assert [term.name for term in words.terms(shown[1])] == ["PEM", "gut"]
    assert [hit.term.name for hit in words.hits(shown[0])] == ["gut", "cytokine", "gut"]
    known.bring_back("cytokine")
    assert [hit.term.name for hit in words.dotted(shown[0])] == ["gut", "cytokine"]


def test_own_words_come_first_and_the_shipped_ones_after_them() -> None:
    mine = nobodys()
    shown = pieces()
    words = used(Glossary((GUT, CYTOKINE, PEM)), shown, mine)
    mine.write("Cytokine", "a messenger")
    cytokine = words.hits(shown[0])[1].term
    assert cytokine.name == "cytokine"
    assert (cytokine.meaning, cytokine.more) == ("Your own words: a messenger.", CYTOKINE.meaning)


@pytest.mark.parametrize("word", ["word", "Words"])
def test_a_word_of_ones_own_is_found_in_every_form(word: str) -> None:
    mine = nobodys()
    mine.write(word, "What is said?")
    shown = pieces("Many words, and one word.")
    found = used(Glossary((GUT,)), shown, mine).hits(shown[0])
    assert {hit.term.meaning for hit in found} == {"Your own words: What is said?"}
    assert len(found) == (2 if word == "word" else 1)


def test_what_a_text_explains_is_found_in_it_until_another_one_is_open() -> None:
    shown = pieces("The DSQ is long.")
    words = used(Glossary((PEM,)), shown)
    assert words.hits(shown[0]) == ()
    words.learn({"DSQ": ("DePaul Symptom Questionnaire",)})
    assert [hit.term.meaning for hit in words.hits(shown[0])] == [
        "In this text: DePaul Symptom Questionnaire."
    ]
    words.learn({})
    assert words.hits(shown[0]) == ()


def test_in_another_language_only_what_is_written_or_explained_there_is_found() -> None:
    (piece,) = chunks(parse("markdown", "Le gut. La cytokine.", "text.md"), Level.LONGER)
    words = used(Glossary((GUT, CYTOKINE)), (piece,))
    assert (len(words.terms(piece)), words.why_none) == (2, NO_WORDS)
    words.read_in("fr-CA")
    assert (words.dotted(piece), words.terms(piece), words.why_none) == ((), (), NO_LANGUAGE)
    words.learn({"gut": ("grand utile tout",)})
    assert [term.meaning for term in words.terms(piece)] == ["In this text: grand utile tout."]
    words.read_in("en-GB")
    assert len(words.terms(piece)) == 2
