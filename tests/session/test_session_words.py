"""The hard words of a piece: which open, which are dotted, and in what order."""

from reader.formats.parsing import parse
from reader.model.chunk import Chunk
from reader.model.level import Level
from reader.model.term import Term
from reader.session.words import LOOKED_BACK, Words
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


def used(glossary: Glossary, shown: tuple[Chunk, ...]) -> Words:
    words = Words(glossary)
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
    shown = pieces(f"The gut. {FILLER}. {FILLER}.\n\n" * 3 * LOOKED_BACK)
    words = used(glossary, shown)
    assert words.dotted(shown[-1]) == (), "it stood in a piece just before"
    assert glossary.searches == LOOKED_BACK + 1
