"""A person reads one sentence, or some lines, at a time; and lets the text go on by itself."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.session.hands_free import GOES_ON, STOPPED
from tests.journeys.conftest import Person

END_OF_PART = "End of this part. This is a good place to stop."


def standing(person: Any) -> str:
    """Return the letters that stand out."""
    letters = person.window.reading.focus.letters
    return person.sessions.reading.chunk.text[slice(*letters)].strip() if letters else ""


def sentences(person: Any) -> list[str]:
    return [sentence.strip() for sentence in person.sessions.reading.chunk.sentences]


def choose(person: Any, focus: str) -> None:
    """Choose what stands out, by the menu."""
    person.press("F10")
    person.push("More ways to read")
    person.push(f"Focus: {focus}")
    assert (person.quiet == "Down and Up move what stands out.") == (focus != "Off")
    person.press("Esc", "Esc")
    assert person.page == "reading"


@pytest.fixture
def focused(reader: Any) -> Any:
    """Return someone at the beginning of the first part, where one sentence stands out."""
    reader.press("Ctrl+Right")
    choose(reader, "One sentence")
    return reader


def test_down_and_up_go_from_sentence_to_sentence(focused: Any) -> None:
    first, second, *_ = sentences(focused)
    assert standing(focused) == first
    focused.press("Down")
    assert standing(focused) == second
    focused.press("Up")
    assert standing(focused) == first


def test_next_turns_the_piece_and_the_first_sentence_stands_out(focused: Any) -> None:
    before = focused.text
    focused.press("Down", "Space")
    assert focused.text != before
    assert standing(focused) == sentences(focused)[0]
    focused.press("Up")
    assert focused.text == before
    assert standing(focused) == sentences(focused)[-1]


def test_after_days_the_same_sentence_stands_out(focused: Any) -> None:
    focused.press("Down", "Down")
    sentence = standing(focused)
    focused.close()
    focused.open()
    assert standing(focused) == sentence
    focused.press("Ctrl+3")
    assert standing(focused) == sentence
    focused.press("Ctrl+1")
    assert standing(focused) == focused.text.strip() == sentence


def test_it_is_off_until_it_is_chosen_and_then_off_again(reader: Any) -> None:
    reader.press("Ctrl+Right")
    place = reader.sessions.reading.place
    reader.press("Down", "Down", "Up")
    assert (standing(reader), reader.sessions.reading.place) == ("", place)
    choose(reader, "Three lines")
    reader.press("Down")
    assert standing(reader)
    choose(reader, "Off")
    assert standing(reader) == ""


def test_with_the_caret_on_the_arrows_are_its_own(focused: Any) -> None:
    first = standing(focused)
    focused.press("F7", "Down")
    assert standing(focused) == first
    assert not focused.window.reading.view.textCursor().atStart()


def test_what_is_heard_stands_out_and_the_arrows_rest(focused: Any, qtbot: Any) -> None:
    focused.press("Ctrl+Space")
    for sentence in sentences(focused)[:2]:
        qtbot.waitUntil(lambda sentence=sentence: focused.marked == sentence)
        assert standing(focused) == sentence
        focused.press("Down")
        assert standing(focused) == sentence
        focused.sound.end()


@pytest.mark.parametrize("follow", ["word", "sentence", "nothing"])
def test_the_line_of_the_heard_word_stands_out_or_those_of_the_sentence(reader: Any, follow: str) -> None:
    reader.press("Ctrl+Right", "Ctrl+3")
    reader.window.resize(500, 900)
    choose(reader, "One line")
    reader.sessions.preferences.change("follow", follow)
    reader.press("Ctrl+Space")
    reader.sound.reach(3.9)
    heard, view = sentences(reader)[0], reader.window.reading.view
    lines = [line.strip() for line in view.painted_lines()]
    last = next(number for number, line in enumerate(lines) if heard.split()[-1] in line)
    expected = lines[last] if follow == "word" else " ".join(lines[: last + 1])
    assert standing(reader) == expected
    assert last > 0, "the sentence is longer than a line"


def test_an_opened_meaning_scrolls_by_the_arrows_and_leaves_the_focus_alone(focused: Any) -> None:
    focused.press("Down")
    sentence = standing(focused)
    focused.press("Shift+Return", "Down", "Up", "Up")
    assert focused.meaning
    assert standing(focused) == sentence


# Hands free


@pytest.fixture
def unhurried(qapp: Any, home: Any, clock: Any) -> Iterator[Any]:
    """Return someone at the beginning of a part, for whom time passes when the story says so."""
    someone = Person(qapp, home)
    someone.calendar = clock
    someone.open(wish="immune-system-changes")
    someone.press("Ctrl+Right")
    yield someone
    someone.close()


def wait_for_a_change(person: Any, seen: Callable[[], object]) -> None:
    """Let time pass until something looks otherwise."""
    before = seen()
    for _ in range(600):
        if seen() != before:
            return
        person.calendar.advance(1)
    pytest.fail("Nothing has changed in ten minutes.")


def test_it_reads_on_to_the_end_of_the_part_and_no_further(unhurried: Any) -> None:
    part = unhurried.sessions.reading.part
    unhurried.press("F10")
    unhurried.push("More ways to read")
    unhurried.push("Go on by itself. Silent, at your own pace. Any key stops it.")
    assert (unhurried.page, unhurried.quiet) == ("reading", GOES_ON)
    while unhurried.sessions.hands_free.on:
        wait_for_a_change(unhurried, lambda: unhurried.text)
    assert unhurried.quiet == END_OF_PART
    assert unhurried.sessions.reading.part == part
    unhurried.calendar.advance(10_000)
    assert unhurried.sessions.reading.part == part
    unhurried.press("Space")
    assert unhurried.sessions.reading.part != part, "Space turns pieces again, at the first press"


def test_with_focus_it_goes_from_sentence_to_sentence(unhurried: Any) -> None:
    choose(unhurried, "One sentence")
    expected = sentences(unhurried)
    unhurried.press("Ctrl+G")
    seen = [standing(unhurried)]
    for _ in expected[1:]:
        wait_for_a_change(unhurried, lambda: standing(unhurried))
        seen.append(standing(unhurried))
    assert seen == expected
    while unhurried.sessions.hands_free.on:
        wait_for_a_change(unhurried, lambda: standing(unhurried))
    assert (standing(unhurried), unhurried.quiet) == (sentences(unhurried)[-1], END_OF_PART)


def test_in_big_letters_no_line_is_passed_over(unhurried: Any) -> None:
    unhurried.window.resize(360, 640)
    unhurried.sessions.preferences.change("size", 40)
    page = unhurried.window.reading
    unhurried.press("Ctrl+G")
    seen = set(page.lines_in_sight())
    piece = unhurried.sessions.reading.index
    while unhurried.sessions.reading.index == piece:
        seen |= set(page.lines_in_sight())
        wait_for_a_change(unhurried, lambda: (unhurried.text, page.lines_in_sight()))
    unhurried.press("Left")
    assert seen == set(range(len(page.view.line_tops())))


@pytest.mark.parametrize("key", ["Space", "Ctrl+G", "A", "Tab", "Shift+A", "Esc"])
def test_a_key_stops_it_and_turns_nothing(unhurried: Any, key: str) -> None:
    unhurried.press("Ctrl+G")
    before = unhurried.text
    assert unhurried.sessions.hands_free.on
    unhurried.press(key)
    unhurried.calendar.advance(10_000)
    assert (unhurried.sessions.hands_free.on, unhurried.text) == (False, before)
    if key != "Esc":
        assert unhurried.quiet == STOPPED
    if key == "Tab":
        unhurried.press("Shift+Tab")
    unhurried.press("Space")
    assert unhurried.text != before, "it was the first press only"


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("Right", lambda person: person.sessions.reading.index),
        ("Ctrl+B", lambda person: len(person.sessions.bookmarks.items())),
        ("F10", lambda person: person.page),
        ("F8", lambda person: person.page),
        ("Ctrl+Space", lambda person: person.sessions.listening.speaking),
        ("F9", lambda person: person.sessions.preferences.settings.dimmer),
    ],
)
def test_another_key_stops_it_and_does_its_work(
    unhurried: Any, key: str, done: Callable[[Any], object]
) -> None:
    before = done(unhurried)
    unhurried.press("Ctrl+G", key)
    assert done(unhurried) != before
    piece = unhurried.sessions.reading.index
    unhurried.press("Esc")
    unhurried.calendar.advance(10_000)
    assert (unhurried.sessions.hands_free.on, unhurried.sessions.reading.index) == (False, piece)


def test_a_held_key_does_not_stop_what_it_began(unhurried: Any) -> None:
    unhurried.press("Ctrl+G")
    for key in (Qt.Key.Key_G, Qt.Key.Key_Control):
        again = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier, "", autorep=True)
        QApplication.sendEvent(unhurried.focus, again)
    assert unhurried.sessions.hands_free.on


def test_a_key_of_the_left_edge_stops_it_and_is_forgotten(unhurried: Any) -> None:
    before = unhurried.text
    unhurried.press("Ctrl+G")
    QTest.keyPress(unhurried.focus, Qt.Key.Key_Control)
    assert (unhurried.sessions.hands_free.on, unhurried.quiet) == (False, STOPPED)
    QTest.keyRelease(unhurried.focus, Qt.Key.Key_Control)
    unhurried.press("Space")
    assert unhurried.text != before


def test_a_press_of_the_mouse_stops_it(unhurried: Any) -> None:
    unhurried.press("Ctrl+G")
    QTest.mouseClick(unhurried.window.reading.view.viewport(), Qt.MouseButton.LeftButton)
    assert (unhurried.sessions.hands_free.on, unhurried.quiet) == (False, STOPPED)


def test_a_window_that_is_put_away_stops_it(unhurried: Any) -> None:
    unhurried.press("Ctrl+G")
    unhurried.window.hide()
    assert not unhurried.sessions.hands_free.on


def test_another_window_in_front_stops_it(unhurried: Any, qtbot: Any) -> None:
    unhurried.press("Ctrl+G")
    other = QWindow()
    other.show()
    other.requestActivate()
    qtbot.waitUntil(lambda: not unhurried.sessions.hands_free.on)
    other.close()


def test_it_is_never_kept_until_the_next_time(unhurried: Any) -> None:
    unhurried.press("Ctrl+G")
    unhurried.close()
    unhurried.open()
    piece = unhurried.sessions.reading.index
    unhurried.calendar.advance(10_000)
    assert (unhurried.sessions.hands_free.on, unhurried.sessions.reading.index) == (False, piece)
