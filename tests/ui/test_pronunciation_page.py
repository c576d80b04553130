"""A person says how a word is to be said, by keyboard alone."""

from typing import Any

import pytest

from reader.session.pronouncing import KEPT, NO_WORD, TAKEN_OFF
from reader.store.own_words import OwnWordsFile

PAGE = "say it like this"


@pytest.fixture
def writer(reader: Any) -> Any:
    """Return someone who has opened the page and is about to type."""
    reader.window.run(PAGE)
    assert reader.focused == "Word"
    return reader


def test_a_word_is_typed_tried_and_kept(writer: Any) -> None:
    said: list[str] = []
    writer.sessions.pronouncing.tried.connect(said.append)
    writer.write("Niamh")
    writer.press("Return")
    assert writer.focused == "Say it like this"
    writer.write("neev")
    writer.push("Try it")
    assert said == ["neev"]
    writer.push("Keep")
    assert writer.quiet == KEPT
    assert writer.focused == "Word"
    assert OwnWordsFile(writer.folders.own_words).load() == ({"Niamh": "neev"}, "")
    writer.push("Try it: Niamh")
    assert said == ["neev", "neev"]


def test_a_word_is_taken_off_and_brought_back(writer: Any) -> None:
    writer.sessions.pronouncing.add("Niamh", "neev")
    writer.push("Take off: Niamh")
    assert writer.quiet == TAKEN_OFF
    assert writer.sessions.pronouncing.words() == ()
    writer.press("Ctrl+Z")
    assert writer.sessions.pronouncing.words() == (("Niamh", "neev"),)
    writer.push("Try it: Niamh")


def test_what_was_typed_stays_until_it_makes_sense(writer: Any) -> None:
    writer.press("Tab")
    writer.write("neev")
    writer.press("Return")
    assert writer.quiet == NO_WORD
    assert writer.focused == "Say it like this"
    assert writer.focus.text() == "neev"


def test_esc_leads_back(writer: Any) -> None:
    writer.press("Escape")
    assert writer.page == "reading"


def test_a_word_that_is_kept_is_said_so_by_the_voice(writer: Any) -> None:
    word = writer.sessions.reading.chunk.text.split()[0]
    writer.sessions.pronouncing.add(word, "neev")
    writer.press("Escape", "Ctrl+Space")
    assert any(text.startswith("neev ") for text in writer.voice.asked)
