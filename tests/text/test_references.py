"""Which references a voice skips, and what is said of them when a person asks."""

import pytest

from reader.model.document import Span, Style
from reader.store.pronunciation import bundled_wordings
from reader.text.pronunciation import Pronunciation

PRONUNCIATION = Pronunciation(bundled_wordings(), {})

SKIPPED = {
    "It is so [1].": ("It is so.", ["[1]"]),
    "It is so [2, 3–5], but": ("It is so, but", ["[2, 3–5]"]),
    "So [1][2] it is.": ("So it is.", ["[1]", "[2]"]),
    "It is (Smith et al., 2019).": ("It is.", ["(Smith et al., 2019)"]),
    "It is (Smith & Jones 2019; Lee 2020) so": ("It is so", ["(Smith & Jones 2019; Lee 2020)"]),
    "It is (see van der Berg et al. 2019a, b).": ("It is.", ["(see van der Berg et al. 2019a, b)"]),
    "Only fatigue.¹²": ("Only fatigue.", ["¹²"]),
    "Much fatigue¹,² and": ("Much fatigue and", ["¹,²"]),
    "In those† and these‡": ("In those and these", ["†", "‡"]),
    "It is so.[citation needed]": ("It is so.", ["[citation needed]"]),
}


@pytest.mark.parametrize(("written", "rest"), SKIPPED.items())
def test_a_reference_is_skipped_and_noted(written: str, rest: tuple[str, list[str]]) -> None:
    """The sentence stays whole without it."""
    made = PRONUNCIATION.utterance(written)
    assert (made.text, [written[start:end] for start, end in made.skipped]) == rest


KEPT = [
    "It was so (2019).",
    "It is (see Figure 2).",
    "It was [sic] so.",
    "Held in (London, 2012).",
    "It is (Smith, 2019).",
    "In two places (England and Wales, 2019).",
    "It was 95% CI [2, 5].",
    "As was shown in [3].",
    "The list [a, b] of x[1]y",
    "The year [2019].",
]


@pytest.mark.parametrize("written", KEPT)
def test_what_may_carry_meaning_is_never_skipped(written: str) -> None:
    """Wording a reference is a small thing; losing words is not."""
    assert PRONUNCIATION.utterance(written).skipped == ()


RAISED = {
    ("fatigue", "12", ""): "fatigue",
    ("by 2019", "3", ""): "by 2019",
    ("10", "6", " cells"): "10 to the power of 6 cells",
    ("5 m", "2", ""): "5 square metres",
    ("x", "2", ""): "x squared",
    ("the 1", "st", " day"): "the 1st day",
    ("CO", "2", ""): "C O 2",
    ("CD4", "+", " cells"): "CD4 positive cells",
}


@pytest.mark.parametrize(("written", "said"), RAISED.items())
def test_a_raised_number_is_a_mark_only_after_a_word(written: tuple[str, str, str], said: str) -> None:
    """After a number, a unit or a variable it is a power."""
    before, raised, _ = written
    mark = Span(len(before), len(before) + len(raised), Style.SUPERSCRIPT)
    assert PRONUNCIATION.utterance("".join(written), (mark,)).text == said


def test_a_raised_number_that_is_a_link_is_a_mark_anywhere() -> None:
    """No power is a link."""
    spans = (Span(2, 3, Style.SUPERSCRIPT), Span(2, 3, Style.LINK, "#note"))
    assert PRONUNCIATION.utterance("105", spans).skipped == ((2, 3),)


def test_code_is_said_as_it_is_written() -> None:
    """Its brackets are no references."""
    text = "Take vs[1] or so [2]."
    made = PRONUNCIATION.utterance(text, (Span(5, 10, Style.CODE),))
    assert made.text == "Take vs[1] or so."
    assert made.skipped == ((17, 20),)


def test_the_references_alone_are_said_with_the_way_back_to_them() -> None:
    """For the key that reads what was skipped."""
    text = "It is so [2, 3–5], or so (Smith et al., 2019), or not.⁷"
    made = PRONUNCIATION.references(text)
    assert made.text == "Reference 2, 3 to 5. Smith et al, 2019. Reference 7."
    assert [text[slice(*made.shown(made.text.index(word), len(word)))] for word in ("2, ", "Smi", "7.")] == [
        "[2, 3–5]",
        "(Smith et al., 2019)",
        "⁷",
    ]


def test_a_sentence_of_nothing_but_references_says_nothing() -> None:
    """It still has what was skipped."""
    made = PRONUNCIATION.utterance("(Smith et al., 2019)")
    assert (made.text, made.skipped) == ("", ((0, 20),))
