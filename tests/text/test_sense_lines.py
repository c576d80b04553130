"""A long sentence is set one clause a line; the words stay, and nothing that belongs together is parted."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.shelf import Shelf
from reader.model.document import Block, Document, Kind, Span, Style
from reader.model.level import Level
from reader.store.glossary import bundled_glossary
from reader.text import sense_lines, words
from reader.text.chunks import chunks

BORDER = "| "

LAID_OUT = """
When a person with ME/CFS rests before they are tired, | the body has time to recover, | and the next day is often easier than it would have been without that rest.
In the first weeks after the infection, | most people slept badly and could not think clearly, | but the tests that the clinic ran that spring showed nothing out of the ordinary.
The nurse wrote the dose on a card, | because the family had asked about it twice | and nobody wanted the same mistake to be made again in the night.
Each of the samples was kept cold for two days, | which is longer than usual, | although the laboratory had promised that the results would be there on Monday morning.
The report suggests that the gut and the brain are linked more closely than was thought, | while the older studies, | most of which were small, found no such link at all.
The doctor, who had known the family for many years, was asked | whether the new medicine could be given together with the old one, and agreed at once.
She rested for an hour in the dark room before the visit; | even so, the light in the corridor was too much for her, | and the doctor drew the curtain at once.
Some of the cells in the sample were smaller than expected, | suggesting that something had gone wrong | when the blood was taken from the vein at the clinic.
If you feel worse on the day after a walk, | it helps to write down how far you went, | so that the next walk can be a little shorter.
He asked for one thing only: | a quiet room with thick curtains, a bed, a lamp that could be turned very low, and nobody who would talk to him before noon.
The two wards did not differ in size, light, noise, cost, or number of beds, | but the people in the first one slept for longer than those in the second.
She told the nurse, | “I felt my heart race on the stairs, so I stopped,” | and then she lay down for the rest of the day with the curtains drawn.
The samples were taken at home, kept on ice for an hour, and read on a small machine (Model II), | and the results were sent to the family by post.
There was no bus between the town and the village, | and the nurse had to walk the whole way in the rain on each of those cold days.
If the weather is kind, | the garden and the small park behind the clinic are open to patients, | but nobody is asked to walk farther than the first bench.
On a good day she is able to shower and have breakfast | before the tiredness comes, | but most of the other days are spent in bed with the curtains drawn.
Many people get worse a day after they have done too much - | a thing that is hard to explain and that few of their friends have ever seen.
He said the second part of the talk was not the only – or even the main – reason for the long drive home through the snow that night in March.
The nurse drew the curtain across the window of the small room on the left | and closed the door without a sound, so quietly that nobody in it woke.
Some or all of the beds were moved to the new ward in the spring, | and in the first week, most people stayed awake for half of the night.
Few of those who were asked came to the second visit, | probably due to the long way from the station and the two flights of stairs at its end.
The nights are always the same for her, | and on a bad day she stays in the dark from breakfast to supper without a single book.
The family went every summer to a town by the sea, a quiet old place that is not on any of the maps in the few shops of the county.
The war had taken the roof off the school – | nobody in the town ever forgot that morning – | and the children were taught in the church until the summer.
"""  # noqa: E501  (a sentence a line)

WHOLE = """
We weighed the spleen, the liver, the kidneys, the heart and both lungs of every animal on the first, third, tenth and last day of the trial in Leeds.
The levels of zinc, iron and copper in the blood of older men and the levels of vitamin D in the blood of younger women were measured twice.
Both the people with long Covid and the people without any illness at all were given the same tests by the same two nurses at the same clinic.
The Department for Work and Pensions and the National Institute for Health and Care Excellence in Manchester and London, England, sent their answers to us by post on June 5, 2010.
A dose of 1,000 mg, e.g., for a man of 80 kg (which is a lot, and which few can bear, because it burns), was given at 9 a.m. every day until Friday.
"""  # noqa: E501


def lines(sentence: str) -> list[str]:
    starts = [0, *sense_lines.breaks(sentence), len(sentence)]
    return [sentence[start:end] for start, end in pairwise(starts)]


@pytest.mark.parametrize("expected", LAID_OUT.strip().split("\n"))
def test_a_long_sentence_is_set_one_clause_a_line(expected: str) -> None:
    assert lines(expected.replace(BORDER, "")) == expected.split(BORDER)


@pytest.mark.parametrize("sentence", WHOLE.strip().split("\n"))
def test_without_a_safe_border_a_sentence_stays_whole(sentence: str) -> None:
    assert words.count(sentence) > sense_lines.LONG
    assert lines(sentence) == [sentence]


def test_a_sentence_of_25_words_stays_whole() -> None:
    sentence = (
        "The cat slept on the warm red chair all day, and the dog, who was old, lay by the door because he "
        "liked being cool."
    )
    assert words.count(sentence) == 25
    assert lines(sentence) == [sentence]
    assert len(lines(sentence.replace("all day", "nearly all day"))) > 1


TOGETHER = """
(which was late, because it rained)
[who were old, and who slept]
“when it rains, because it can”
"if she asks, and he can"
‘while it was, and it is’
1,000 mg
5 mg
e.g., because
i.e. which
Fig. 2
Smith and Jones
Work and Pensions
both the cat and the dog
10 to 12
two weeks after
as often as
as soon as
even though
those who
ME/CFS
Dr Smith
p = 0.05
vitamin\u00a0D
"""


@pytest.mark.parametrize("unit", TOGETHER.strip().split("\n"))
def test_no_line_begins_within_what_belongs_together(unit: str) -> None:
    frames = (
        f"In the summer after the war, the people of the town saw {unit} it was, and nobody who lived there "
        "then could say where it had come from, because no one asked.",
        f"The nurse said that {unit} they were told, which was not much, and that the rest would come when "
        "the doctor had seen the results of the second test.",
    )
    for sentence in frames:
        inside = range(sentence.index(unit) + 1, sentence.index(unit) + len(unit))
        assert lines(sentence) != [sentence]
        assert not set(sense_lines.breaks(sentence)) & set(inside)


def test_no_line_begins_within_a_word_of_the_glossary() -> None:
    for term in bundled_glossary().terms:
        for form in (term.name, *term.forms):
            sentence = (
                f"Many people who have read about {form} have asked the clinic about it, because the word is "
                f"in every leaflet, and although {form} is easy to say, it is hard to explain."
            )
            start = sentence.index(form)
            breaks = sense_lines.breaks(sentence)
            assert breaks
            assert not [at for at in breaks if start < at < start + len(form)], form


def test_no_line_begins_within_a_link_or_in_code() -> None:
    text = LAID_OUT.strip().split("\n")[2].replace(BORDER, "")
    first, second = sense_lines.breaks(text)

    def breaks(kind: Kind, *spans: Span) -> tuple[int, ...]:
        document = Document("d", "D", (Block("b", kind, text, spans=spans),))
        return sense_lines.breaks_in(chunks(document, Level.SHORT)[0])

    assert breaks(Kind.PARAGRAPH) == breaks(Kind.KEY_POINT) == (first, second)
    assert breaks(Kind.PARAGRAPH, Span(first - 3, first + 3, Style.LINK, "https://x")) == (second,)
    assert breaks(Kind.PARAGRAPH, Span(first, second, Style.EMPHASIS)) == (first, second)
    assert breaks(Kind.CODE) == breaks(Kind.TABLE) == ()


def test_the_bundled_articles_keep_every_word_and_have_no_tiny_lines() -> None:
    for document in Shelf().documents():
        for piece in chunks(document, Level.SENTENCE):
            at = sense_lines.breaks_in(piece)
            made = [piece.text[start:end] for start, end in pairwise([0, *at, len(piece.text)])]
            assert "".join(made) == piece.text
            assert len(made) == 1 or min(map(words.count, made)) >= sense_lines.FEWEST


SOME_WORDS = """
the cat saw a dog and it was, but which who because (if) “when” that they 5 mg, 10; e.g. Dr Smith: – in order
to we had, [ ] " ( ) and she is. although\u00a0there
"""
PROSE = st.lists(st.sampled_from(re.split("[ \n]", SOME_WORDS)), min_size=20, max_size=80).map(" ".join)


def is_open(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for letter in text:
        depth = max(0, depth + (letter == opening) - (letter == closing))
    return depth > 0


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_whatever_is_written_lines_begin_after_a_single_space_and_outside_brackets(text: str) -> None:
    for at in sense_lines.breaks(text):
        assert re.fullmatch(r"\S \S", text[at - 2 : at + 1])
        assert not any(is_open(text[:at], *pair) for pair in ("()", "[]", "“”"))
        assert text[:at].count('"') % 2 == 0
    assert all(words.count(line) >= sense_lines.FEWEST for line in lines(text)) or len(lines(text)) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_nothing_that_can_be_written_is_lost(text: str) -> None:
    long = f"{text} and so it goes on and on, " * 8
    assert "".join(lines(long)) == long
