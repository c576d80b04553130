"""What a word may be a form of."""

import pytest

from reader.text.lemmas import is_little, lemmas


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


@pytest.mark.parametrize(
    "word",
    [
        "it",
        "who",
        "The",
        "as",
        "in",
        "many",
        "twelve",
        "12",
        "1990s",
        "3rd",
        "9.30",
        "50%",
        "don't",
        "can’t",
        "we've",
        "who's",
        "NO",
        "I",
        "b",
        "despite",
    ],
)
def test_little_words_join_or_count_and_mean_nothing_alone(word: str) -> None:
    assert is_little(word)


@pytest.mark.parametrize(
    "word", ["mother", "IT", "US", "WHO", "B12", "million", "patient's", "re", "Ig", "second", "can-do"]
)
def test_all_other_words_mean_something(word: str) -> None:
    assert not is_little(word)
