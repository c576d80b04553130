"""What is written, and what every voice is given to say for it."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.model.document import Span, Style
from reader.store.pronunciation import bundled_wordings
from reader.text import words
from reader.text.pronunciation import Pronunciation
from reader.text.spoken import SAID_AS_NOTHING, Utterance

PRONUNCIATION = Pronunciation(bundled_wordings(), {})

ABBREVIATIONS = {
    "ME/CFS is real.": "M E CFS is real.",
    "Called CFS/ME then.": "Called CFS M E then.",
    "People with ME rest.": "People with M E rest.",
    "TELL ME MORE": "TELL ME MORE",
    "Tell me more.": "Tell me more.",
    "She has M.E.": "She has M E.",
    "Their GPs and the WHO agree.": "Their GPs and the W H O agree.",
    "Dr. Jones and Prof. Lee met.": "Dr Jones and Professor Lee met.",
    "Rest, e.g. lying down, helps.": "Rest, for example lying down, helps.",
    "That is, i.e. now.": "That is, that is now.",
    "Light, noise, etc.": "Light, noise, et cetera.",
    "Light, noise, etc. are hard.": "Light, noise, et cetera are hard.",
    "Light, etc. Then rest.": "Light, et cetera. Then rest.",
    "Rest vs. effort, approx. half": "Rest versus effort, approximately half",
    "In Fig. 2 and figs. 3": "In figure 2 and figures 3",
    "See fig. tree.": "See fig. tree.",
    "No. 3 is best. No. Not that.": "number 3 is best. No. Not that.",
    "Smith et al. found it.": "Smith et al found it.",
    "open 24/7 and/or he/she": "open twenty-four seven and or he or she",
    "Type II, phase III, types I and II": "Type 2, phase 3, types 1 and 2",
    "World War II, and I agree": "World War 2, and I agree",
    "Part IV, grade II–III": "Part 4, grade 2 to 3",
    "Drs. Lee, Rev. Lee, Ms. Lee": "Doctors Lee, Reverend Lee, Ms Lee",
    "9:30 a.m. on Monday": "9:30 AM on Monday",
    "At 9 a.m. Blood was taken.": "At 9 AM. Blood was taken.",
}

LETTERS = {
    "IgA, IgM, IgG and IgE": "I G eh, I G M, I G G and I G E",
    "immunoglobulin (Ig) A and (Ig) M": "immunoglobulin (I G) eh and (I G) M",
    "vitamin A and a vitamin": "vitamin eh and a vitamin",
    "β2-adrenergic, β-blocker": "beta 2 adrenergic, beta blocker",
    "TNF-α, NF-κB, α-synuclein": "TNF alpha, NF kappa B, alpha synuclein",
    "IL-6, SSRIs and mRNA": "I L-6, S S R I's and mRNA",
    "αβγ and λόγος": "αβγ and λόγος",
    "CD8+ T cells": "CD8 positive T cells",
    "Na+/K+-ATPase and Ca2+": "sodium potassium eh T P ace and calcium",
    "Epstein–Barr, COVID-19–related": "Epstein-Barr, COVID-19-related",
    "CO₂, H₂O and VO₂max": "C O 2, H 2 O and V O 2 max",
    "CO2 and VO2 max": "C O 2 and V O 2 max",
}

DATES = {
    "on 12/03/2024": "on the twelfth of March twenty twenty-four",
    "on 12.03.2024": "on the twelfth of March twenty twenty-four",
    "on 2024-03-12": "on the twelfth of March twenty twenty-four",
    "on 25/12/99": "on the twenty-fifth of December ninety-nine",
    "on 12 March 2024": "on the twelfth of March twenty twenty-four",
    "on the 3rd May 2005": "on the third of May two thousand and five",
    "31/02/2024, 03/25/2024, 29/02/2023": "31/02/2024, 03/25/2024, 29/02/2023",
    "version 1.2.3 of 12.3": "version 1.2.3 of 12.3",
    "the 1990s and 2010s": "the nineteen nineties and twenty tens",
    "In 1998 (1905), 2019–2021": "In nineteen ninety-eight (nineteen oh five), 2019 to 2021",
    "at 9.30 am or 10:30": "at 9:30 am or 10:30",
    "on 12-03-2024, 12-03-24": "on the twelfth of March twenty twenty-four, 12-03-24",
    "12 Mar 2024, 3rd Sept. 2005": "the twelfth of March twenty twenty-four, the third of September 2005",
    "March 12, 2024, Mar. 12th, 2024": (
        "March the twelfth, twenty twenty-four, March the twelfth, twenty twenty-four"
    ),
    "in March 12 people; Mar 12": "in March 12 people; Mar 12",
    "c. 1990, vitamin C. 1990": "about nineteen ninety, vitamin C. nineteen ninety",
}

NUMBERS = {
    "2.1–4.8": "2.1 to 4.8",
    "5-10 mg, 18–65 years": "5 to 10 milligrams, 18 to 65 years",
    "5%–10%, 5 mg–10 mg": "5% to 10%, 5 milligrams to 10 milligrams",
    "a 1-2-1 talk, 9-5, SF-36": "a 1-2-1 talk, 9-5, SF-36",
    "p < 0.05 and P>.05": "p less than 0.05 and P more than 0.05",
    "a < b, <b>": "a < b, <b>",
    "≥ 7, ≤7, 5±2, 3 × 4": "at least 7, at most 7, 5 plus or minus 2, 3 times 4",
    "rest → ease": "rest to ease",
    "20%, 37 °C, 37°C": "20%, 37 degrees Celsius, 37 degrees Celsius",
    "1,250 or 1250 or 10\u202f000": "1,250 or 1250 or 10,000",
    "1/2 an hour, 3/4": "half an hour, three quarters",
    "grade 1/2": "grade 1/2",
    "2½ hours": "2 and a half hours",
    "£5m, £1.50, £2": "5 million pounds, 1 pound 50, 2 pounds",
    "call 020 7946 0958": "call 0 2 0, 7 9 4 6, 0 9 5 8",
    "call +44 20 7946 0958": "call plus 4 4, 2 0, 7 9 4 6, 0 9 5 8",
    "£5–10, £5-£10, 10-15%": "5 pounds to 10, 5 pounds to 10 pounds, 10 to 15%",
    "10 000 people, 2010 100": "10,000 people, 2010 100",
    "1:1000, a 2:1 ratio, at 10:30": "1 to 1000, a 2 to 1 ratio, at 10:30",
    "(OR 1.5; 95% CI, 1.2–1.9)": "(odds ratio 1.5; 95% C I, 1.2 to 1.9)",
    "5 OR 7.5, OR 5, WORK OR 1.5": "5 OR 7.5, OR 5, WORK OR 1.5",
    "muscle/joint pain": "muscle, joint pain",
    "https://a.org/and/or": "https://a.org/and/or",
}

UNITS = {
    "1 mg, 5 mg, 0.5mg": "1 milligram, 5 milligrams, 0.5 milligrams",
    "3 µg, 3 μg, 5ml": "3 micrograms, 3 micrograms, 5 millilitres",
    "5 mg/day": "5 milligrams per day",
    "3 mmol/L, 4 ng/mL": "3 millimoles per litre, 4 nanograms per millilitre",
    "ng/mL and steps/day": "nanograms per millilitre and steps per day",
    "cells/mL, 300 copies/ml": "cells per millilitre, 300 copies per millilitre",
    "20 IU/mL, 5 U/L, 5 mEq/L": (
        "20 international units per millilitre, 5 units per litre, 5 milliequivalents per litre"
    ),
    "150 × 10⁹/L": "150 times 10 to the power of 9 per litre",
    "5 mg/kg/day, 3/day, 9/L": "5 milligrams per kilogram per day, 3 per day, 9 per litre",
    "120/80 mmHg, 20/80": "120 over 80 millimetres of mercury, 20/80",
    "60 bpm, 300 kcal, 5 cm": "60 beats per minute, 300 kilocalories, 5 centimetres",
    "20 kg/m², 5 m2": "20 kilograms per square metre, 5 square metres",
    "1250 mg, a 5-mg dose": "1,250 milligrams, a 5 milligram dose",
    "in their 30s, 5m people": "in their 30s, 5m people",
    "I am 5 in a row": "I am 5 in a row",
}

POWERS = {
    "10², 10⁶, 10⁻⁶": "10 squared, 10 to the power of 6, 10 to the power of minus 6",
    "x² and χ²": "x squared and chi squared",
    "10^9/L, 3 x 10^6": "10 to the power of 9 per litre, 3 times 10 to the power of 6",
    "Zn²⁺ and ³²P": "Zn 2 plus and 32 P",
}

TABLES = {**ABBREVIATIONS, **LETTERS, **DATES, **NUMBERS, **UNITS, **POWERS}


@pytest.mark.parametrize(("written", "said"), TABLES.items())
def test_what_is_written_is_said_as_a_person_would(written: str, said: str) -> None:
    """Row by row."""
    made = PRONUNCIATION.utterance(written)
    assert made.text == said
    assert not made.skipped


def test_each_word_of_an_abbreviation_said_in_words_is_marked_by_itself() -> None:
    """A range marks its ends and its dash; a date is marked as a whole."""
    text = "2.1–4.8 mg on 12/03/2024"
    made = PRONUNCIATION.utterance(text)
    shown = [text[slice(*made.shown(start, end - start))] for start, end in words.spans(made.text)]
    assert shown == ["2.1", "–", "4.8", "mg", "on", *["12/03/2024"] * 6]


def test_a_persons_own_words_come_before_everything() -> None:
    """However they are cased, as whole words only."""
    own = Pronunciation(bundled_wordings(), {"pots": "pots", "Naomi": "nay oh mee", "5 mg": "a little"})
    made = own.utterance("POTS, naomi’s 5 mg, Naomis and teapots")
    assert made.text == "pots, nay oh mee’s a little, Naomis and teapots"


def test_an_own_word_in_capitals_is_another_word_in_small_letters() -> None:
    """Whoever has ME said letter by letter still wants to be told, and to be let in."""
    own = Pronunciation(bundled_wordings(), {"ME": "em ee", "IT": "eye tee", "A": "eh"})
    assert (
        own.utterance("Tell me of ME; it is a test in IT.").text
        == "Tell me of em ee; it is a test in eye tee."
    )


def test_own_words_are_found_over_the_end_of_a_line_and_not_within_a_number() -> None:
    """A line may end anywhere."""
    own = Pronunciation(bundled_wordings(), {"long covid": "long kohvid", "5": "a hand"})
    assert own.utterance("Long\nCovid, long  covid, 5, 1.5").text == "long kohvid, long kohvid, a hand, 1.5"


TROUBLE = (
    *(
        "ME/CFS",
        "e.g.",
        "[1]",
        "(Smith et al., 2019)",
        "¹²",
        "12/03/2024",
        "–",
        "5 mg/day",
        "\u0301",
        "\ud800",
    ),
    *("\u202e", "א", " ", "\n", "β2-", "CO₂", "½", "£5m", "II", "type ", "+", "²", "0", "1/2", ".", "\u00ad"),
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(TROUBLE), st.text(max_size=3))).map("".join))


@st.composite
def styled(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """Return any text with any styles on it."""
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from(Style)), max_size=5))
    return text, tuple(Span(min(a, b), max(a, b), style) for a, b, style in pairs)


def check_way_back(text: str, made: Utterance) -> None:
    """See that every said letter comes from shown ones, in order, and within the text."""
    assert len(made.letters) == len(made.text)
    for before, after in zip(made.letters, made.letters[1:], strict=False):
        assert before[0] <= after[0]
        assert before[1] <= after[1]
    assert all(0 <= start < end <= len(text) for start, end in (*made.letters, *made.skipped))


@settings(max_examples=200, deadline=None)
@given(styled())
@example(("5\ud800 mg \u0301[1]", ()))
@example(("9" * 10_000, ()))
@example(("ME/CFS" * 2_000, ()))
def test_every_spoken_word_leads_back_to_the_letters_it_came_from(case: tuple[str, tuple[Span, ...]]) -> None:
    """On any text with any styles; and what is neither skipped nor silent is said."""
    text, spans = case
    made = PRONUNCIATION.utterance(text, spans)
    check_way_back(text, made)
    check_way_back(text, PRONUNCIATION.references(text, spans))
    covered = {index for span in (*made.letters, *made.skipped) for index in range(*span)}
    left_out = {letter for index, letter in enumerate(text) if index not in covered}
    silent = {letter for letter in left_out if letter.isspace() or letter in SAID_AS_NOTHING}
    assert all(letter in "™®-‐‑" or not letter.isprintable() for letter in left_out - silent)


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    """Four times as many words take about four times as long."""
    text = "The ME/CFS group (n = 12) took 5–10 mg/day [1], e.g. β2-blockers (Smith et al., 2019).² " * 1500

    def seconds(length: int) -> float:
        begin = time.process_time()
        PRONUNCIATION.utterance(text[:length])
        return time.process_time() - begin

    short, long = seconds(len(text) // 4), seconds(len(text))
    assert long < 16 * short


@pytest.mark.parametrize(
    "nasty", ["[", "(", "1/", "(Smith, ", "5 mg/", "[1, ", "1–", "a.b@", "¹,", "I and ", "²("]
)
def test_what_never_ends_does_not_hang(nasty: str) -> None:
    """Patterns that try again and again would."""
    check_way_back(nasty * 20_000, PRONUNCIATION.utterance(nasty * 20_000))
