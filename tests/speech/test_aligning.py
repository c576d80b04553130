"""Words that an engine writes out are found again in the text that a person reads."""

import pytest

from reader.speech.aligning import heard


def at(text: str, *said: str) -> dict[str, float]:
    """Return the word of the text at each certain place, when the words said begin a second apart."""
    found = heard(text, [(word, float(second)) for second, word in enumerate(said)])
    return {text[place:].split(maxsplit=1)[0].strip(",.()“”"): second for place, second in found}


@pytest.mark.parametrize(
    ("text", "said", "times"),
    [
        ("Two calm words.", "Two calm words.", {"Two": 0, "calm": 1, "words": 2}),
        ("walked 5 km home.", "walked 5 kilometers home.", {"walked": 0, "5": 1, "km": 2, "home": 3}),
        ("on 12 March, early", "on the twelfth of March, early", {"on": 0, "12": 1, "March": 4, "early": 5}),
        ("ME/CFS isn’t new", "ME/CFS isn't new", {"ME/CFS": 0, "isn’t": 1, "new": 2}),
        ("some — or all", "some — or all", {"some": 0, "or": 2, "all": 3}),
        ("a + b", "a plus b", {"a": 0, "b": 2}),
        ("the “gut” (the belly)", "the “gut” (the belly)", {"the": 2, "gut": 1, "belly": 3}),
        ("one two three", "four five six", {"one": 0}),
    ],
)
def test_what_is_certain_is_found(text: str, said: str, times: dict[str, float]) -> None:
    assert at(text, *said.split()) == times


def test_a_word_without_a_sound_has_no_time() -> None:
    assert heard("a b", [("a", 0.0), ("b", None)]) == [(0, 0.0)]


def test_where_nothing_is_said_nothing_is_heard() -> None:
    assert heard("a b", []) == []
    assert heard("", [("a", 0.0)]) == []
