"""What a text asks of its reader is told beforehand, as a whole and part by part."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.document import Block, Document, Kind
from reader.model.effort import Effort
from reader.model.term import Term
from reader.text.effort import hardness, length, weighed
from reader.text.glossary import Glossary
from reader.text.places import identified

GLOSSARY = Glossary(
    (
        Term("cytokine", ("cytokines",), "A messenger."),
        Term("butyrate", (), "A fatty acid."),
        Term("immune system", (), "What defends the body.", everyday=True),
    )
)


def document(*blocks: tuple[Kind, str]) -> Document:
    made = (Block("", kind, text, int(kind is Kind.HEADING)) for kind, text in blocks)
    return Document("gut", "The gut", identified(tuple(made)))


GUT = document(
    (Kind.HEADING, "In short"),
    (Kind.PARAGRAPH, "A cytokine. It goes far."),
    (Kind.HEADING, "What butyrate does"),
    (Kind.PARAGRAPH, "Your immune system sends Cytokines, a cytokine each time. Then it rests."),
    (Kind.TABLE, "one | two | three | four | five | six | seven | eight | nine | ten"),
    (Kind.CODE, "This line of code is longer than every sentence that there is. " * 2),
    (Kind.HEADING, "Where it goes"),
    (Kind.KEY_POINT, "Butyrate and cytokines meet."),
    (Kind.HEADING, "Nothing yet"),
)


def test_a_text_and_each_of_its_parts() -> None:
    assert weighed(GUT, GLOSSARY) == (
        Effort(words=5 + 12 + 10 + 24 + 4, hard_words=2, longest_sentence=9, parts=3),
        (
            Effort(words=5, hard_words=1, longest_sentence=3, parts=0),
            Effort(words=12 + 10 + 24, hard_words=1, longest_sentence=9, parts=1),
            Effort(words=4, hard_words=2, longest_sentence=4, parts=1),
            Effort(words=0, hard_words=0, longest_sentence=0, parts=1),
        ),
    )


def test_no_word_of_another_language_is_a_hard_one() -> None:
    whole, _ = weighed(replace(GUT, language="de"), GLOSSARY)
    assert whole.hard_words == 0


@given(st.lists(st.tuples(st.sampled_from(Kind), st.text("a.B \n", max_size=40)), max_size=8))
@settings(max_examples=100, deadline=None)
def test_the_parts_together_are_the_text(blocks: list[tuple[Kind, str]]) -> None:
    whole, parts = weighed(document(*blocks), GLOSSARY)
    assert whole.words == sum(part.words for part in parts)
    assert whole.parts == sum(part.parts for part in parts)
    assert whole.longest_sentence == max((part.longest_sentence for part in parts), default=0)


@pytest.mark.parametrize(
    ("effort", "pace", "told"),
    [
        (Effort(600, 12, 28, 8), 120, "8 parts · up to 5 minutes"),
        (Effort(600, 12, 28, 8), 60, "8 parts · about 10 minutes"),
        (Effort(600, 12, 28, 8), 20, "8 parts · about 30 minutes"),
        (Effort(601, 12, 28, 1), 120, "about 10 minutes"),
        (Effort(3, 0, 3, 0), 120, "up to 5 minutes"),
        (Effort(17500, 0, 9, 2), 100, "2 parts · about 175 minutes"),
        (Effort(18000, 0, 9, 2), 100, "2 parts · about 3 hours"),
        (Effort(159000, 0, 9, 335), 120, "335 parts · about 23 hours"),
    ],
)
def test_how_long(effort: Effort, pace: float, told: str) -> None:
    assert length(effort, pace) == told


@pytest.mark.parametrize(
    ("effort", "told"),
    [
        (Effort(600, 12, 28, 8), "12 hard words · longest sentence 28 words"),
        (Effort(600, 1, 1, 8), "1 hard word · longest sentence 1 word"),
        (Effort(600, 0, 28, 8), "longest sentence 28 words"),
        (Effort(600, 0, 0, 8), ""),
        (Effort(600, 2, 0, 8), "2 hard words"),
    ],
)
def test_how_hard(effort: Effort, told: str) -> None:
    assert hardness(effort) == told


def test_the_lighter_of_two_has_fewer_words_then_fewer_hard_ones_then_shorter_sentences() -> None:
    efforts = [Effort(11, 1, 6, 1), Effort(11, 0, 9, 1), Effort(10, 9, 9, 9), Effort(11, 1, 5, 2)]
    assert sorted(efforts) == [efforts[2], efforts[1], efforts[3], efforts[0]]
