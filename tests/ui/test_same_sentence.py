"""However often a person changes how much they see, they stay at the same sentence."""

import random
from collections.abc import Callable
from typing import Any

import pytest

LEVELS = ("Ctrl+1", "Ctrl+2", "Ctrl+3")
SWITCHES = 100


def plain(text: str) -> str:
    """Return a text without the ways in which it may be laid out."""
    return " ".join(text.split())


def standing_out(person: Any) -> str:
    """Return the letters that focus lets stand out."""
    start, end = person.window.reading.focus.letters
    return person.sessions.reading.chunk.text[start:end].strip()


def kept(person: Any) -> str:
    """Return the sentence of the kept place."""
    return str(person.sessions.reading.sentence)


def marked(person: Any) -> str:
    """Return the sentence that is heard."""
    return str(person.marked).strip()


Sees = Callable[[Any], str]
WAYS: dict[str, tuple[dict[str, str], tuple[str, ...], Sees]] = {
    "in silence": ({}, (), kept),
    "one clause a line": ({"long_sentences": "clauses"}, (), kept),
    "focus": ({"focus": "sentence"}, (), standing_out),
    "voice": ({}, ("Ctrl+Space",), marked),
    "voice and focus": ({"focus": "sentence"}, ("Ctrl+Space",), standing_out),
}
"""What is set, what is pressed, and what then shows the sentence."""


@pytest.mark.parametrize("way", WAYS)
def test_the_same_sentence_after_a_hundred_switches(reader: Any, way: str) -> None:
    settings, keys, sees = WAYS[way]
    chance = random.Random(way)
    reader.press("Ctrl+1", *["Ctrl+Right"] * chance.randrange(1, 4), "Space", "Space", "Space")
    for name, value in settings.items():
        reader.sessions.preferences.change(name, value)
    reader.press(*keys)
    place, sentence = reader.sessions.reading.place, sees(reader)
    assert sentence
    for _ in range(SWITCHES):
        reader.press(chance.choice(LEVELS))
        assert sees(reader) == sentence
        assert plain(sentence) in plain(reader.text)
    reader.press("Ctrl+1")
    assert plain(reader.text) == plain(sentence)
    assert reader.sessions.reading.place.is_at(place)
