"""Somebody with little energy, from the first start to the next day, one sentence at a time, by keyboard."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from reader.model.scope import Scope
from reader.session.resting import ONE_PRESS
from reader.ui.controls import Control
from tests.house.test_words_on_screen import faults

GOOD_PLACE = "End of this part. This is a good place to stop."


def assert_calm(person: Any) -> None:
    """Hold what is so at every step: few controls, kind words, one thing with the focus."""
    page = person.window.pages[person.page]
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert [fault for words in said for fault in faults(words)] == []
    assert person.focus.isVisible()
    if person.page == "reading":
        in_row = {each for each in page.findChildren(Control) if each.isVisible()} - {page.quiet.button}
        assert len(in_row - set(page.popover.findChildren(Control))) <= 6


def sentences(person: Any) -> int:
    return len(person.sessions.reading.chunk.sentences)


@pytest.fixture
def settled(newcomer: Any) -> Any:
    """Return someone who has made the light and the words comfortable, and sees one sentence at a time."""
    person = newcomer
    assert_calm(person)
    person.push("Dimmer")
    person.push("Bigger words")
    person.push("Start")
    assert (person.page, person.focused) == ("library", "Read the first one")
    assert_calm(person)
    person.press("F10")
    person.push("One sentence")
    assert_calm(person)
    person.press("Esc")
    assert (person.page, person.focused) == ("library", "Read the first one")
    person.press("Return")
    return person


def test_the_first_piece_asks_for_nothing(settled: Any) -> None:
    assert settled.quiet == "Press Next when you are ready. There is no hurry."
    assert sentences(settled) == 1
    assert_calm(settled)


def test_reading_listening_and_resting(settled: Any, qtbot: Any) -> None:
    person = settled
    for _ in range(5):
        person.press("Space")
        assert sentences(person) <= 1
        assert_calm(person)
    person.press("Ctrl+Right", "Ctrl+Space")
    assert person.quiet == "Reading this part aloud. Space pauses. Esc stops."
    for _ in range(2):
        heard = person.marked
        person.sound.end()
        qtbot.waitUntil(lambda heard=heard: person.marked not in ("", heard))
        assert person.marked.strip() == person.text.replace("\n", " ").strip()
        assert_calm(person)
    heard = person.marked.strip()

    person.press("F8")
    assert (person.page, person.sound.state.value) == ("rest", "silent")
    person.let_pass(1800)
    person.press("Space")
    assert person.page == "rest", "it may have been a bump"
    person.let_pass(ONE_PRESS)
    person.press("Space")
    assert (person.page, person.text.replace("\n", " ").strip()) == ("reading", heard)
    assert not person.sessions.listening.active, "nothing begins to speak by itself"
    assert_calm(person)


def test_every_part_ends_at_a_good_place(settled: Any) -> None:
    settled.press("Ctrl+Right")
    shown = settled.press_until("Space", lambda: settled.quiet == GOOD_PLACE)
    assert len(set(shown)) > 3
    assert settled.sessions.reading.chunk.is_key_point
    assert_calm(settled)


def test_the_next_day(settled: Any) -> None:
    person = settled
    person.press("Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "Space", "Space")
    sentence, settings = person.text, person.sessions.preferences.settings
    person.come_back(days=1)
    assert (person.page, person.focused, person.quiet) == ("library", "Carry on", "")
    assert person.sessions.preferences.settings == settings
    assert_calm(person)

    person.push("Remind me")
    parts = []
    while person.sessions.reading.scope is Scope.REMINDER:
        parts.append(person.sessions.reading.part.number)
        assert_calm(person)
        person.press("Space")
    assert parts == sorted(set(parts), reverse=True), "newest first, one a piece"
    assert parts[0] == 2

    before = person.text
    assert sentences(person) == 1
    person.press("Space")
    assert person.text == sentence != before, "the piece before came first, to pick up the thread"
    assert_calm(person)


def test_carry_on_alone_is_enough(settled: Any) -> None:
    settled.press("Ctrl+Right", "Space", "Space")
    sentence = settled.text
    settled.come_back(days=30)
    settled.press("Return", "Space")
    assert settled.text == sentence
    settled.come_back(hours=0.5)
    assert (settled.page, settled.text) == ("reading", sentence), "after a short while, straight on the piece"
