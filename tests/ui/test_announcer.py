"""What a screen reader is told: all that is new, once, and nothing while the voice speaks (R34)."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.session.notices import Offer


@pytest.fixture
def screen_reader() -> Iterator[None]:
    """Let Qt believe that someone listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(reader: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch, screen_reader: None) -> list[str]:
    """Return what is told from now on, in order, to someone who has opened an article."""
    heard: list[str] = []
    describe = QWidget.setAccessibleDescription

    def listen(widget: QWidget, text: str) -> None:
        describe(widget, text)
        if text:
            assert widget is reader.focus, "Orca says only what has the focus"
            heard.append(text)

    monkeypatch.setattr(QWidget, "setAccessibleDescription", listen)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].startswith("In short. For new or worse symptoms")
    heard.clear()
    return heard


def test_a_new_piece_is_told_once_and_whole(reader: Any, told: list[str]) -> None:
    reader.press("Space", "Space", "Space")
    assert told[2:] == [reader.text]
    assert told[0].startswith("In ME/CFS research")


def test_a_new_part_is_told_with_its_name_after_which_comes_what_the_quiet_line_says(
    reader: Any, told: list[str]
) -> None:
    reader.press("Ctrl+Right")
    assert told == [f"The question, and a simple picture. {reader.text} Part 1 of 7"]


def test_the_end_of_a_part_is_told_after_its_last_piece(reader: Any, told: list[str]) -> None:
    while not reader.quiet.startswith("End of this part"):
        reader.press("Space")
    assert told[-1].endswith(f"{reader.text} End of this part. This is a good place to stop.")


def test_a_sentence_of_the_quiet_line_is_told_once_each_time(reader: Any, told: list[str]) -> None:
    reader.press("F9", "F9")
    assert told == ["One step dimmer. Shift and F9 goes back."] * 2


def test_what_one_key_changes_is_told_together(reader: Any, told: list[str]) -> None:
    reader.press("Ctrl+1")
    assert told == [f"{reader.text} One sentence at a time."]


def test_a_button_that_keeps_the_focus_tells_the_new_piece(reader: Any, qtbot: Any, told: list[str]) -> None:
    reader.tab_to("Next")
    reader.press("Space")
    qtbot.waitUntil(lambda: bool(told))
    assert reader.text in told[0]
    assert len(told) == 1


def test_what_was_told_is_gone_when_the_focus_comes_back(reader: Any, told: list[str]) -> None:
    reader.press("Space", "Tab", "Shift+Tab")
    assert reader.focus.accessibleDescription() == ""


def test_nothing_is_told_while_the_voice_speaks(reader: Any, told: list[str]) -> None:
    reader.press("Ctrl+Space", "Right", "F9", "Ctrl+B")
    assert told == []
    reader.press("Space")
    assert told == ["Paused. Space goes on."]


def test_a_piece_that_turns_behind_another_page_is_not_told(reader: Any, qtbot: Any, told: list[str]) -> None:
    reader.press("F10", "Ctrl+3")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["A longer piece at a time."]


def test_nothing_is_described_where_nobody_listens(reader: Any, told: list[str]) -> None:
    QAccessible.setActive(False)
    reader.press("Space", "F9")
    assert told == []


def test_where_announcements_are_heard_the_same_words_are_announced(
    reader: Any, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            announced.append(event.message())

    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "windows")
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    reader.press("Space", "Space")
    assert (len(announced), told) == (2, [])
    assert reader.text in announced[1]


def test_in_a_rest_nothing_is_told_but_how_to_go_on_and_afterwards_all_of_it(
    reader: Any, qtbot: Any, told: list[str]
) -> None:
    reader.press("Space", "Space")
    qtbot.waitUntil(lambda: len(told) == 2)
    reader.press("F8")
    told.clear()
    reader.sessions.notices.say("The sound file is ready.")
    announcer = reader.window._announcer
    qtbot.waitUntil(lambda: not announcer._soon.isActive())
    assert told == []
    reader.sessions.resting.end()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["The sound file is ready."]
    reader.press("Space", "F8")
    qtbot.waitUntil(lambda: reader.focused == "Rest")
    told.clear()
    reader.sessions.resting.end()
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].startswith("You last read: ")


def test_how_much_of_a_text_is_here_is_told_once(reader: Any, qtbot: Any, told: list[str]) -> None:
    notices = reader.sessions.notices
    for amount in ("A little", "About half", "Nearly all"):
        notices.rest(f"{amount} of the text is here so far.", Offer("Stop", lambda: None))
        reader.press("F9", "Shift+F9")
    notices.clear()
    notices.rest("Part 2 of 7")
    qtbot.waitUntil(lambda: "Part 2 of 7" in told[-1])
    assert "so far" in told[0]
    assert not [words for words in told[1:] if "so far" in words]
