"""The general dictionary: likely meanings first, in whatever form a word stands."""

from pathlib import Path

import pytest

from reader.store.dictionary import MOST, Dictionary
from reader.store.folders import StoreError


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("mitochondria", "producing energy"),
        ("worsened", "grow worse"),
        ("cytokines", "immune system"),
        ("stopped", "come to a halt"),
        ("cells", "functional unit of all organisms"),
        ("blood vessels", "blood circulates"),
        ("Blood-vessel", "blood circulates"),
        ("US", "North American republic"),
        ("IT", "computers"),
        ("WHO", "health activities"),
        ("mice", "rodents"),
        ("patients’", "medical care"),
        ("relapse's", "deteriorate"),
        ("left", "side of the body"),
        ("Dr", "medical practitioner"),
        ("Fatigued", "extremely tired"),
        ("stool", "bowels"),
    ],
)
def test_a_word_is_found_in_its_forms(dictionary: Dictionary, word: str, said: str) -> None:
    assert said in " ".join(dictionary.meanings(word))


@pytest.mark.parametrize(
    "word",
    ["it", "us", "the", "The", "was", "qzxw", "", "—", "日本", "\0", "a\tb\n", "NO", "I", "12", "many", "al"],
)
def test_a_little_word_or_none_has_no_meaning(dictionary: Dictionary, word: str) -> None:
    assert dictionary.meanings(word) == ()


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        ("better", "(comparative of ‘good’)"),
        ("worse", "(comparative of ‘bad’)"),
        ("follow-up", "a piece of work"),
        ("went", "change location"),
    ],
)
def test_the_likeliest_meaning_comes_first(dictionary: Dictionary, word: str, begins: str) -> None:
    assert dictionary.meanings(word)[0].startswith(begins)


def test_what_is_written_small_is_no_name(dictionary: Dictionary) -> None:
    assert "disease" not in " ".join(dictionary.meanings("aids"))
    assert "disease" in dictionary.meanings("AIDS")[0]


def test_few_meanings_are_given_and_rare_ones_left_out(dictionary: Dictionary) -> None:
    assert 1 < len(dictionary.meanings("crash")) <= MOST
    assert len(dictionary.meanings("cell")) == 2


@pytest.mark.parametrize("content", [None, b"", b"PK no archive"])
def test_a_dictionary_that_is_gone_or_damaged_is_told_kindly(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "wordnet.zip"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match="The plain words of this reader still work"):
        Dictionary(path).meanings("cell")
