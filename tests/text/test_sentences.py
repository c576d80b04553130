"""Sentence ends hold for medical prose, and the spans for any text."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text import sentences

# A "‖" stands where a sentence ends and another begins; it is not part of the text.
PROSE = """
Dr Eleanor slept. ‖Dr. Roberts and Mrs. A. B. Jones read. ‖They stopped.
See Fig. 2 and Figs. 3–4 (p. 12, No. 5, ref. 6, chr. 10, vol. 3). ‖Then rest.
The answer was no. ‖Five people left.
Call us. ‖Tel. 01234 567890, or tel. +44 20 7946 0000. ‖We are here all day.
The dose was 1.5 mg. ‖It rose 2.5-fold vs. Placebo, i.e. Sugar, in approx. 5 h. ‖Cells grew.
Smith et al. ‖The study was small, as in Smith et al. (2019) and Smith et al. Nature 2020.
Blood was taken at 9 a.m. ‖Blood was spun at 9 p.m. Eastern and on 9 a.m. Monday.
Take vitamin C. ‖Patients with hepatitis B. ‖Some had type 2. ‖Group A. ‖The rest got A or B. ‖Nobody asked.
They make IgA. ‖IgM follows interleukin-1. ‖It is part of ME/CFS. ‖A few recover.
He has MS. ‖She has CF. ‖They measured NO. ‖Nobody knew.
We saw J. Smith, J.-P. Dubois, St. John and E. coli. ‖T. gondii grew. ‖C. difficile did not.
The U.S. Food and Drug Administration sits in the U.S. ‖The cost is high.
It went to Acme Inc. ‖The end of Acme Ltd. Partners came soon.
Fruit, rice, etc. ‖The rest was kept. ‖They fell on Jan. 5 and rose on Sept. 12.
It differed (p < 0.05). ‖It stayed at p < 0.05. ‖The rest at pH 7.4. ‖Then nothing.
It was kept at 37 °C. ‖Cells grew at 20 C. ‖Samples stood for 5 d. ‖They took 5 min. ‖Nothing grew.
Levels fell. ‖mRNA levels rose. ‖p53 is one. ‖pH fell. ‖β2-adrenergic receptors rose. ‖12 patients left.
It rose to 5%. ‖>90% slept. ‖~50 did not. ‖$5 was paid. ‖(−)-Catechin helped. ‖(a) Mice were fed. ‖n = 5.
It is in cells.12 ‖The rest.3–5 ‖Patients.[3,4] ‖The third.³ ‖One more. [5, 6] ‖And one.(7) ‖The last.
He said, “It hurts.” ‖He slept. ‖“Is it?” ‖“Yes!” ‖She nodded (a little.) ‖The day was over (at last). ‖Good.
"Is it real?" she asked. ‖Well… it is. ‖And… so on. ‖Wait... no. ‖Then it stopped…. ‖He left.
1. First stand. ‖2. Then sit. ‖Do this: 1. Breathe. ‖2. Rest.
Table 1. Patients were asked. ‖Supplementary Fig. 2. Blood flow fell. ‖See Figure 2. ‖Patients left.
Open nhs.uk/rest. ‖Read file.txt or version 2.0.1 now. ‖Write to a.b@c.org. ‖Thanks.
The ratio was .81 (P < .05) in CD4.12 The half. ‖The rest was lost.
This: and that; Or this. ‖Only the space is gone.‖The end stays. ‖Readme.Md does too.
It works! 🎉 ‖We did it. :) ‖Fine. 👩‍👩‍👧 ‖Next.
i am tired. ‖they are not. ‖does it end? ‖it does.
It was in J. Biol. Chem. 2001 and in N. Engl. J. Med. 2010.
他说。‖你好！‖好？‖是
यह है। ‖वह है।
هل تنام؟ ‖نعم أنام.
"""


@pytest.mark.parametrize("line", PROSE.strip().splitlines())
def test_a_sentence_ends_where_a_reader_ends_it(line: str) -> None:
    assert pieces(line.replace("‖", "")) == line.split("‖")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\n ", [" \n\n "]),
        ("\n\n One. \u00a0Two.\n", ["\n\n One. \u00a0", "Two.\n"]),
        ("a | b\nC | d", ["a | b\nC | d"]),
        ("One line\nof a verse.\nThe next.", ["One line\nof a verse.\n", "The next."]),
        ("No stop\n \nThe next", ["No stop\n \n", "The next"]),
        ("No stop\r\n\r\nthe next", ["No stop\r\n\r\n", "the next"]),
        ("End. \u0301Accent on a space", ["End. \u0301Accent on a space"]),
        ("他说。\ufe0f好。好", ["他说。\ufe0f好。", "好"]),
        ("End.\ud83d\ude00 The next", ["End.\ud83d\ude00 The next"]),
    ],
)
def test_white_space_belongs_to_the_sentence_before_it(text: str, found: list[str]) -> None:
    assert pieces(text) == found


LETTERS = st.one_of(
    st.sampled_from(
        [". ", ".", "! ", "? ", "… ", "\n", "\n\n", " ", "\u00a0", "。", "।", ") ", "” ", "[1] ", "12 "]
    ),
    st.sampled_from(
        [
            "The ",
            "A",
            "a",
            "mRNA",
            "Dr",
            "al",
            "e.g",
            "1",
            "(",
            "“",
            "🙂",
            "👩‍👧",
            "🇬🇧",
            "\u0301",
            "\u200d",
            "\ufe0f",
        ]
    ),
    st.characters(),
)
TEXTS = st.one_of(st.text(), st.lists(LETTERS, max_size=60).map("".join))


@given(TEXTS)
@settings(deadline=None, max_examples=200)
def test_the_spans_are_the_whole_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text))
    assert text.isspace() or not any(piece.isspace() for piece in pieces(text))
    assert not any(piece[0].isspace() for piece in pieces(text)[1:])


@given(TEXTS)
@example("क।\u0301ख")
@example("One\n\n\u200dtwo")
@settings(deadline=None, max_examples=200)
def test_what_a_person_sees_as_one_letter_stays_whole(text: str) -> None:
    for piece in pieces(text)[1:]:
        assert not unicodedata.category(piece[0]).startswith("M")
        assert piece[0] not in "\u200c\u200d"


@given(TEXTS)
@settings(deadline=None, max_examples=200)
def test_a_sentence_on_its_own_is_one_sentence(text: str) -> None:
    for piece in pieces(text):
        assert pieces(piece) == [piece]


@pytest.mark.parametrize(
    "unit", [".", "(", "x", ". ", ".)", ".[1", "A. ", "\n", " ", "。", ".\n", "a.", "x\n\n\u0301"]
)
def test_a_huge_line_is_no_burden(unit: str) -> None:
    text = unit * 100_000
    assert sentences.split(text)[-1][1] == len(text)


def pieces(text: str) -> list[str]:
    """Return the sentences as texts."""
    return [text[start:end] for start, end in sentences.split(text)]
