"""The glossary is read from its files, and a broken entry says where it stands."""

import pytest

from reader.model.term import Term
from reader.store.glossary import bundled_glossary, terms_of


def test_the_bundled_files_give_one_glossary() -> None:
    glossary = bundled_glossary()
    (hit,) = glossary.find("cytokines")
    assert hit.term.say == "sigh-toe-kine"
    assert hit.term in glossary.terms


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("mitochondrial", "mitochondria"),
        ("Lymphocytes", "lymphocyte"),
        ("comorbid", "comorbidity"),
        ("co-morbidities", "comorbidity"),
        ("dysautonomia", "dysautonomia"),
        ("metabolic", "metabolism"),
        ("PoTS", "POTS"),
        ("orthostatic intolerance", "orthostatic intolerance"),
        ("orthostatic tachycardia", "orthostatic"),
        ("fibromyalgia’s", "fibromyalgia"),
        ("NK cells", "NK cell"),
        ("IL‑6", "interleukin"),
        ("TNF-alpha", "TNF"),
        ("blood–brain barrier", "blood-brain barrier"),
        ("SARS-CoV-2", "SARS-CoV-2"),
        ("meta-analyses", "meta-analysis"),
        ("p value", "p-value"),
    ],
)
def test_a_word_of_leaflets_and_papers_is_explained(written: str, name: str) -> None:
    assert bundled_glossary().find(written)[0].term.name == name


@pytest.mark.parametrize("everyday", ["nice", "pots", "get", "sympathetic", "flare", "who", "A rct."])
def test_an_everyday_word_is_taken_for_no_term(everyday: str) -> None:
    assert bundled_glossary().find(everyday) == ()


def test_an_entry_needs_no_more_than_a_term_and_its_meaning() -> None:
    assert terms_of('[[entry]]\nterm = "gut"\nmeaning = "The bowels."', "body.toml") == (
        Term("gut", (), "The bowels."),
    )


def test_an_entry_may_say_all() -> None:
    entry = """
        [[entry]]
        term = "gut"
        forms = ["guts of old"]
        say = "gut"
        meaning = "The bowels."
        more = "A long tube."
        everyday = true
    """
    assert terms_of(entry, "body.toml") == (
        Term("gut", ("guts of old",), "The bowels.", say="gut", more="A long tube.", everyday=True),
    )


def test_a_file_may_be_empty() -> None:
    assert terms_of("# nothing yet", "body.toml") == ()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("[[entry]", r"body\.toml: "),
        ("entry = 3", r"body\.toml: an entry begins with"),
        ("entry = [1]", r"body\.toml: an entry begins with"),
        ('[[entry]]\nmeaning = "x"', r"body\.toml, entry 1 \(without a term\): 'term' is missing"),
        ('[[entry]]\nterm = ""\nmeaning = "x"', "'term' is missing"),
        ('[[entry]]\nterm = "gut"', r"entry 1 \(gut\): 'meaning' is missing"),
        ('[[entry]]\nterm = "a"\nmeaning = "x"\n[[entry]]\nterm = "b"', r"entry 2 \(b\)"),
        ('[[entry]]\nterm = "gut"\nmeaning = 3', "'meaning' is of the wrong kind"),
        ('[[entry]]\nterm = "gut"\nmeaning = "x"\neveryday = "yes"', "'everyday' is of the wrong kind"),
        ('[[entry]]\nterm = "gut"\nmeaning = "x"\nforms = "guts"', "'forms' is of the wrong kind"),
        ('[[entry]]\nterm = "gut"\nmeaning = "x"\nforms = [3]', "a form is not a text"),
        ('[[entry]]\nterm = "gut"\nmeaning = "x"\nfroms = []', "nothing is called 'froms'"),
    ],
)
def test_a_broken_entry_is_named(content: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        terms_of(content, "body.toml")
