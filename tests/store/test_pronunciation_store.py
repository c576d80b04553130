"""The pronunciation tables, and what is said of a broken one."""

import re

import pytest

from reader.store.pronunciation import bundled_wordings, wordings_of


def test_all_bundled_tables_can_be_read() -> None:
    """Each of them has something to say."""
    wordings = bundled_wordings()
    assert {word.written: word.said for word in wordings.words}["ME/CFS"] == "M E CFS"
    assert {unit.written: unit.many for unit in wordings.units}["mg"] == "milligrams"
    assert wordings.signs["≥"] == "at least"
    assert wordings.letters["β"] == "beta"
    assert wordings.per["day"] == "day"
    assert wordings.signs_before_number["<"] == "less than"


def test_an_abbreviation_is_spelled_with_its_plural() -> None:
    """A lone A would be the article, so it is written as both voices say the letter."""
    said = {word.written: word.said for word in wordings_of('spelled = ["RNA"]', "a.toml").words}
    assert said == {"RNA": "R N eh", "RNAs": "R N eh's"}


BROKEN = {
    "[[word": "a.toml: Expected ']]'",
    "[[words]]": "a.toml: nothing is called 'words'",
    '[[word]]\nwritten = ["a"]': "a.toml, word 1: 'said' is missing",
    '[[word]]\nwritten = "a"\nsaid = "b"': "a.toml, word 1: 'written' is unknown, or of the wrong kind",
    '[[word]]\nwritten = ["+"]\nsaid = "b"': "a.toml, word 1: what is written begins with a letter or digit",
    '[[unit]]\nwritten = ["g"]\none = "gram"': "a.toml, unit 1: 'many' is missing",
    "signs = 3": "a.toml: 'signs' is no table of texts",
}


@pytest.mark.parametrize(("content", "complaint"), BROKEN.items())
def test_a_broken_table_names_file_and_entry(content: str, complaint: str) -> None:
    """So that whoever wrote it finds it."""
    with pytest.raises(ValueError, match=f"^{re.escape(complaint)}"):
        wordings_of(content, "a.toml")
