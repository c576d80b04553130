"""A person is told beforehand what a text asks, at the pace that is their own."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reader.ui.list_row import ListRow

LIGHTEST = "Lightest first"


class Patience:
    """A clock that the story moves, in the place of the real one."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def patience(person: Any) -> Patience:
    person.calendar.now = Patience()
    return person.calendar.now


def read(person: Any, patience: Patience, pieces: int, seconds: float = 60) -> None:
    """Read some pieces for so many seconds each."""
    for _ in range(pieces):
        patience.seconds += seconds
        person.press("Space")


def rows(person: Any) -> list[str]:
    """Return the names of the rows in the library, from the top."""
    return [
        row.accessibleName()
        for row in person.window.pages["library"].findChildren(ListRow)
        if row.isVisible()
    ]


def test_the_first_time_the_library_asks_nothing_and_tells_little(person: Any) -> None:
    assert rows(person)[0].endswith("7 parts · about 10 minutes · not started")
    with pytest.raises(pytest.fail.Exception):
        person.tab_to(LIGHTEST)


def test_whoever_reads_slowly_is_told_more_minutes_and_may_have_it_forgotten(
    reader: Any, patience: Patience
) -> None:
    read(reader, patience, 8)
    reader.push("Library")
    slowly = [int(row.line.split("about ")[1].split()[0]) for row in reader.sessions.library.rows()]
    assert min(slowly) > 15
    reader.window.run("how much")
    reader.push("Forget my pace")
    assert reader.quiet == "Your pace is forgotten. Minutes are told at a calm pace again."
    assert reader.sessions.library.rows()[0].line.startswith("7 parts · about 10 minutes")
    with pytest.raises(pytest.fail.Exception):
        reader.tab_to("Forget my pace")
    reader.press("Ctrl+Z")
    reader.tab_to("Forget my pace")


def test_the_pace_is_still_known_the_next_day(reader: Any, patience: Patience) -> None:
    read(reader, patience, 8)
    pace = reader.sessions.pace.words_a_minute
    reader.come_back(days=1)
    assert reader.sessions.pace.is_learned
    assert reader.sessions.pace.words_a_minute == pytest.approx(pace)


def look_up_a_word(person: Any) -> None:
    person.press("Shift+Return", "Esc")


def look_into_the_menu(person: Any) -> None:
    person.press("F10", "Esc")


def listen_a_little(person: Any) -> None:
    person.press("Ctrl+Space", "Esc")


def rest(person: Any) -> None:
    person.press("F8", "Space")
    person.calendar.now.seconds += 1
    person.press("Space")


def go_to_another_window(_person: Any) -> None:
    window = QApplication.activeWindow()
    assert window is not None
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


@pytest.mark.parametrize(
    "interrupted", [look_up_a_word, look_into_the_menu, listen_a_little, rest, go_to_another_window]
)
def test_a_piece_that_was_interrupted_teaches_nothing(
    reader: Any, patience: Patience, interrupted: Any
) -> None:
    samples: list[int] = []
    reader.sessions.pace.changed.connect(lambda: samples.append(1))
    for _ in range(3):
        patience.seconds += 10
        piece = reader.text
        interrupted(reader)
        assert reader.text == piece
        patience.seconds += 10
        reader.press("Space")
    assert samples == []
    read(reader, patience, 2)
    assert samples == [1, 1]


@pytest.fixture
def owner(person: Any, home: Path) -> Any:
    """Return a person who has read a letter of their own, and sees the library the next day."""
    file = home / "letter.md"
    file.write_text("# One\n\nA cytokine is small.\n\n# Two\n\nIt goes far, and is soon gone again.\n")
    person.window.open_file(file)
    person.press("Space")
    person.come_back(days=1)
    return person


def test_a_text_of_ones_own_is_told_in_the_library_without_opening_it(owner: Any) -> None:
    assert rows(owner)[-1] == (
        "letter. 2 parts · up to 5 minutes · finished. 1 hard word · longest sentence 8 words"
    )


def test_the_lightest_first_is_one_press_and_the_same_press_leads_back(owner: Any) -> None:
    *articles, letter = rows(owner)
    owner.push(LIGHTEST)
    assert (owner.focused, owner.focus.isChecked()) == (LIGHTEST, True)
    assert rows(owner) == [letter, *articles]
    owner.press("Space")
    assert (owner.focused, owner.focus.isChecked()) == (LIGHTEST, False)
    assert rows(owner) == [*articles, letter]
    owner.press("Ctrl+Z")
    assert rows(owner) == [letter, *articles]
    owner.come_back(days=1)
    assert rows(owner) == [letter, *articles], "it is kept"


def test_the_contents_tell_of_each_part(reader: Any) -> None:
    reader.press("Ctrl+T")
    told = [row.accessibleName() for row in reader.window.pages["contents"].findChildren(ListRow)]
    assert len(told) == len(reader.sessions.reading.parts)
    assert all(" · longest sentence " in row and "Up to 5 minutes · " in row for row in told)


def test_while_reading_no_minutes_are_told(reader: Any) -> None:
    for _ in range(len(reader.sessions.reading.chunks)):
        assert "minute" not in reader.quiet
        reader.press("Space")
