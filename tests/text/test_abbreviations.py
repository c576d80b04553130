"""Abbreviations that a text explains itself: those it does, and those that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.document import Block, Kind
from reader.model.term import Term
from reader.text.abbreviations import explained, learned, told, with_learned

EXPLAINED = [
    ("Antibodies, that is immunoglobulin (Ig), were low.", "Ig", "immunoglobulin"),
    ("She has post-exertional malaise (PEM) after work.", "PEM", "post-exertional malaise"),
    ("PEM (post-exertional malaise) comes a day later.", "PEM", "post-exertional malaise"),
    ("PEM (post-exertional malaise; a crash) comes later.", "PEM", "post-exertional malaise"),
    ("a case of “post-exertional malaise” (PEM)", "PEM", "post-exertional malaise"),
    (
        "myalgic encephalomyelitis/chronic fatigue syndrome (ME/CFS)",
        "ME/CFS",
        "myalgic encephalomyelitis/chronic fatigue syndrome",
    ),
    (
        "the National Institute for Health and Care Excellence (NICE) says",
        "NICE",
        "National Institute for Health and Care Excellence",
    ),
    ("natural killer (NK) cells", "NK", "natural killer"),
    ("an electroencephalogram (EEG)", "EEG", "electroencephalogram"),
    ("electrocardiograms (ECGs) were made", "ECG", "electrocardiograms"),
    ("deoxyribonucleic acid (DNA)", "DNA", "deoxyribonucleic acid"),
    ("and interleukin-6 (IL-6) rises", "IL-6", "interleukin-6"),
    ("Epstein–Barr virus (EBV)", "EBV", "Epstein–Barr virus"),
    ("20 beats per minute (BPM)", "BPM", "beats per minute"),
    ("their quality of life (QoL)", "QoL", "quality of life"),
    ("the Patient Health Questionnaire (PHQ-9)", "PHQ-9", "Patient Health Questionnaire"),
    ("Standing up, orthostatic intolerance (OI, in short), is hard", "OI", "orthostatic intolerance"),
    ("Parkinson’s disease (PD) is another", "PD", "Parkinson’s disease"),
    ("tumour necrosis factor alpha (TNF-α) rose", "TNF-α", "tumour necrosis factor alpha"),
    ("IFNγ (interferon gamma) fell", "IFNγ", "interferon gamma"),
    ("natural killer cells (NK cells)", "NK", "natural killer"),
    ("NK cells (natural killer cells)", "NK", "natural killer"),
    ("post-exertional malaise (hereafter PEM)", "PEM", "post-exertional malaise"),
    ("post-exertional malaise (hereinafter referred to as “PEM”)", "PEM", "post-exertional malaise"),
    ("post-exertional malaise (or PEM for short)", "PEM", "post-exertional malaise"),
    ("post-exertional malaise ('PEM') was", "PEM", "post-exertional malaise"),
    ("post-exertional malaise [PEM] was", "PEM", "post-exertional malaise"),
    ("The post-exertional malaise, or PEM, is late.", "PEM", "post-exertional malaise"),
    ("The PEM, or post-exertional malaise, is late.", "PEM", "post-exertional malaise"),
    ("PEM stands for post-exertional malaise.", "PEM", "post-exertional malaise"),
    ("PEM = post-exertional malaise; more is below.", "PEM", "post-exertional malaise"),
    ("Abbreviations: PEM, post-exertional malaise; and more.", "PEM", "post-exertional malaise"),
    ("the enzyme protein kinase A (PKA)", "PKA", "protein kinase A"),
]

NOT_EXPLAINED = [
    "It was found in 2010 (Smith, 2010).",
    "On Monday (May) it rained.",
    "many people (n = 20) were seen (Fig. 2)",
    "in blood plasma levels (IL)",
    "Fatigue is chronic. Syndrome (CFS) is a word.",
    "He went home (HE) early.",
    "vitamin (D) helps",
    "the gut (GI tract)",
    "as seen before (AS)",
    "London (LDN) is large",
    "the US (see below)",
    "severe acute respiratory syndrome patients (SARS)",
    "PEM (PEM) and PEM (see PEM)",
    "a list (a), (b), (ii) and (IV)",
    "tired people, ill people (TPIP)",
    "BMP4, or BMP7 or another, is needed",
    "the gut and its lining [GL]",
    "PEM, post-exertional malaise, and more",
    "as NICE, or the charity, says",
    "natural killer cells (NK count)",
]


@pytest.mark.parametrize(("text", "short", "long"), EXPLAINED)
def test_a_text_explains_an_abbreviation(text: str, short: str, long: str) -> None:
    (found,) = explained(text)
    assert (found.short, found.long) == (short, long)
    assert text[found.start : found.end].removesuffix("s") == short


@pytest.mark.parametrize("text", NOT_EXPLAINED)
def test_what_only_looks_so_is_left_alone(text: str) -> None:
    assert list(explained(text)) == []


@given(st.text(alphabet="aAbB (),;.-/s1é\n", max_size=120))
def test_whatever_stands_there_is_searched_and_what_is_found_stands_there(text: str) -> None:
    for found in explained(text):
        assert text[found.start : found.end].startswith(found.short)
        assert found.long in text
        assert len(found.long) > len(found.short)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "a (" * 20_000,
        "(AB " + "a b " * 20_000,
        "(AA" * 20_000,
        "AB = a " * 5_000,
        "AB, or " * 5_000,
    ],
)
def test_what_was_made_to_hang_does_not(text: str) -> None:
    assert list(explained(text)) == []


def block(text: str, kind: Kind = Kind.PARAGRAPH) -> Block:
    return Block("b1", kind, text)


def test_two_meanings_of_one_abbreviation_are_both_told_and_one_written_otherwise_is_not() -> None:
    found = learned(
        (
            block("multiple sclerosis (MS), by mass spectrometry (MS)"),
            block("Post-exertional malaise (PEM), or post exertional malaise (PEM)."),
            block("code comment (CC)", Kind.CODE),
        )
    )
    assert told(found["MS"]) == "In this text: multiple sclerosis; or mass spectrometry."
    assert told(found["PEM"]) == "In this text: Post-exertional malaise."
    assert "CC" not in found


def test_an_abbreviation_with_many_meanings_is_none() -> None:
    assert told(("one", "two", "three")) == ""
    assert with_learned((), {"X": ("one", "two", "three")}) == ()


PEM = Term("PEM", ("post-exertional malaise",), "Getting worse after effort.")


def test_the_plain_glossary_wins_and_tells_only_what_differs() -> None:
    assert with_learned((PEM,), {"PEM": ("Post-exertional malaise",)}) == (PEM,)
    (grown,) = with_learned((PEM,), {"PEM": ("pulsed electromagnetism",)})
    assert (grown.meaning, grown.more) == (PEM.meaning, "In this text: pulsed electromagnetism.")


def test_what_the_glossary_does_not_know_becomes_a_term_of_its_own() -> None:
    _, new = with_learned((PEM,), {"DSQ": ("DePaul Symptom Questionnaire",)})
    assert new == Term("DSQ", (), "In this text: DePaul Symptom Questionnaire.")
