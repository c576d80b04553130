"""What a word may be a form of."""

import pytest

from reader.text.lemmas import LITTLE_WORDS, lemmas


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("cells", "cell", "n"),
        ("viruses", "virus", "n"),
        ("antibodies", "antibody", "n"),
        ("rashes", "rash", "n"),
        ("worsened", "worsen", "v"),
        ("caused", "cause", "v"),
        ("causing", "cause", "v"),
        ("resting", "rest", "v"),
        ("weaker", "weak", "a"),
        ("latest", "late", "a"),
    ],
)
def test_a_regular_form_leads_to_its_lemma(form: str, lemma: str, kind: str) -> None:
    assert (lemma, kind) in tuple(lemmas(form))


def test_a_word_comes_first_as_it_is_written_and_as_any_kind() -> None:
    assert next(iter(lemmas("rest"))) == ("rest", "nvar")


def test_nothing_is_made_so_short_that_it_is_no_word() -> None:
    assert [lemma for lemma, _ in lemmas("as")] == ["as"]
    assert all(lemma for lemma, _ in lemmas("s"))


def test_little_words_join_others_and_mean_nothing_alone() -> None:
    assert {"it", "who", "the", "as", "in"} <= LITTLE_WORDS
    assert "mother" not in LITTLE_WORDS
