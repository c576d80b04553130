"""A long sentence is set one clause a line, and what is read, copied and marked stays the text itself."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleTextInterface, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model.level import Level
from reader.text import sense_lines
from reader.ui.chunk_view import ChunkView
from reader.ui.window import Window
from tests.journeys.conftest import Person

LINES = (
    "When a person with ME/CFS rests before they are tired, ",
    "the body \U0001f600 has time to recover, ",
    "and the next day is often easier than it would have been ",
    "because nobody asked for more.",
)
TEXT = "".join(LINES)
UNITS = """
The two \U0001f600 walks of 5.3~km and of 12~km took her 9~weeks to learn, and in the end Ms.~Green and
Dr~Brown, e.g.~as in Table~3 of Gray et~al. from 1990, were right about vitamin~D and the 20~mg that she took.
"""
SIZES = [(1280, 800, 20), (1280, 800, 80), (360, 640, 20), (360, 640, 40), (320, 480, 20)]


@pytest.fixture
def reading(person: Person) -> Person:
    """Return someone who reads that sentence, one at a time, with another one after it."""
    path = Path(person.home, "lines.txt")
    path.write_text(f"{TEXT} This one is short.\n", encoding="utf-8")
    person.window.open_file(path)
    person.sessions.preferences.set_level(Level.SENTENCE)
    assert person.text == TEXT
    return person


def view(person: Person) -> ChunkView:
    return person.window.reading.view


def accessible(person: Person) -> QAccessibleTextInterface:
    return QAccessible.queryAccessibleInterface(view(person)).textInterface()


def begins(shown: ChunkView) -> list[int]:
    """Return where each painted line but the first begins."""
    lines = [line for line in shown.painted_lines() if line]
    return [sum(map(len, lines[:number])) for number in range(1, len(lines))]


def set_size(window: Window, width: int, height: int, points: float) -> None:
    window.sessions.preferences.change("size", points)
    window.resize(width, height)
    QApplication.processEvents()


def test_one_clause_stands_on_each_line(reading: Person) -> None:
    assert view(reading).painted_lines() == LINES


@pytest.mark.parametrize(("width", "height", "points"), SIZES)
def test_at_every_size_each_clause_begins_a_line_and_no_letter_is_another(
    reading: Person, width: int, height: int, points: float
) -> None:
    set_size(reading.window, width, height, points)
    shown = view(reading)
    assert set(sense_lines.breaks(TEXT)) <= set(begins(shown))
    assert shown.painted_text() == shown.toPlainText() == reading.sessions.reading.chunk.text == TEXT
    steps = {round(after - before) for before, after in pairwise(shown.line_tops())}
    assert len(steps) == 1
    assert shown.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("width", "height", "points"), SIZES)
def test_no_line_cuts_me_cfs_in_two(reading: Person, width: int, height: int, points: float) -> None:
    for wider in range(0, 300, 60):
        set_size(reading.window, width + wider, height, points)
        for long_sentences in ("whole", "clauses"):
            reading.sessions.preferences.change("long_sentences", long_sentences)
            assert not [line for line in view(reading).painted_lines() if line.endswith("/")]
            assert view(reading).painted_text() == TEXT


@pytest.mark.parametrize("long_sentences", ["whole", "clauses"])
def test_at_no_width_a_line_ends_within_what_is_read_as_one_thing(
    person: Person, long_sentences: str
) -> None:
    path = Path(person.home, "units.txt")
    path.write_text(UNITS.replace("~", " "), encoding="utf-8")
    person.window.open_file(path)
    person.sessions.preferences.change("long_sentences", long_sentences)
    torn = [end + " " for end in re.findall(r"(\S+)~", UNITS)]
    for width in range(360, 700, 20):
        set_size(person.window, width, 640, 20)
        assert view(person).painted_text() == person.text
        assert not [line for line in view(person).painted_lines() if line.endswith(tuple(torn))]
        assert view(person).horizontalScrollBar().maximum() == 0


def test_the_last_word_of_a_clause_does_not_stand_alone_if_two_have_room(reading: Person) -> None:
    for width in range(420, 900, 20):
        set_size(reading.window, width, 640, 20)
        lines = view(reading).painted_lines()
        assert set(sense_lines.breaks(TEXT)) <= set(begins(view(reading)))
        assert not [line for line in lines if len(line.split()) == 1]


def test_as_written_it_is_set_as_wide_as_the_page(reading: Person) -> None:
    reading.sessions.preferences.change("long_sentences", "whole")
    whole = view(reading).painted_lines()
    assert len(whole) < len(LINES)
    reading.sessions.preferences.change("long_sentences", "clauses")
    assert view(reading).painted_lines() == LINES
    reading.sessions.preferences.change("long_sentences", "whole")
    assert view(reading).painted_lines() == whole


def test_the_preset_of_a_level_brings_the_lines_and_the_place_stays(reading: Person) -> None:
    place = reading.sessions.reading.place
    for level, is_set in ((Level.SHORT, False), (Level.SENTENCE, True), (Level.LONGER, False)):
        reading.sessions.preferences.set_level(level)
        assert set(sense_lines.breaks(TEXT)).issubset(begins(view(reading))) == is_set
        assert reading.sessions.reading.place.offset == place.offset


def test_what_is_copied_is_what_was_written(reading: Person) -> None:
    shown = view(reading)
    cursor = shown.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    shown.setTextCursor(cursor)
    assert shown.createMimeDataFromSelection().text() == TEXT


def test_a_screen_reader_hears_the_text_line_by_line(reading: Person) -> None:
    heard = accessible(reading)
    # Python gives no count in UTF-16 here: one face is two of Qt's letters.
    assert heard.text(0, heard.characterCount()) == TEXT
    assert heard.characterCount() == len(TEXT) + 1


def test_the_mark_and_the_bar_lie_round_their_letters(reading: Person) -> None:
    shown = view(reading)
    start = TEXT.index("recover")
    word = shown.rect_of(start, start + len("recover"))
    letters = shown.rect_of(len(LINES[0]), len(LINES[0]) + len(LINES[1]))
    assert letters.contains(word)
    assert letters.left() < 2
    assert letters.right() < shown.width()
    assert all(rect.right() <= shown.width() for rect in line_rects(shown))


def line_rects(shown: ChunkView) -> list[QRectF]:
    spans = pairwise([0, *begins(shown), len(TEXT)])
    return [shown.rect_of(start, end) for start, end in spans]


def test_a_press_beside_a_line_opens_nothing_and_on_a_word_its_meaning(reading: Person) -> None:
    shown = view(reading)
    start = TEXT.index("ME/CFS")
    rect = shown.rect_of(start, start + len("ME/CFS"))
    beside = QPointF(shown.width() - 3, rect.center().y()).toPoint()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert reading.meaning == ""
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert "ME/CFS" in reading.meaning


def test_the_next_piece_has_its_own_lines(reading: Person) -> None:
    reading.press("Space")
    assert view(reading).painted_lines() == ("This one is short.",)
    reading.press("Shift+Space")
    assert view(reading).painted_lines() == LINES


def test_what_holds_together_goes_to_the_next_line_as_one(person: Person) -> None:
    """No line ends after “Dr”, nor after “Prof”: it ends before the first of them."""
    text = "She spoke at length with " + "Dr Prof St Brown and " * 40
    path = Path(person.home, "held.txt")
    path.write_text(text, encoding="utf-8")
    person.window.open_file(path)
    shown = view(person)
    assert len(shown.painted_lines()) > 5
    assert all(not line.rstrip().endswith(("Dr", "Prof", "St")) for line in shown.painted_lines())


def test_initials_without_end_are_set_in_lines_that_are_full(person: Person) -> None:
    """There is no better end for any of these lines: none of them becomes a line of one letter."""
    path = Path(person.home, "initials.txt")
    path.write_text("A. " * 300, encoding="utf-8")
    person.window.open_file(path)
    lines = view(person).painted_lines()
    assert len(lines) < 40
    assert all(len(line) > 20 for line in lines[:-1])


def test_a_piece_of_many_paragraphs_is_laid_out_together(person: Person) -> None:
    path = Path(person.home, "code.md")
    path.write_text("```\n" + "a\n" * 150 + "```\n", encoding="utf-8")
    person.window.open_file(path)
    shown = view(person)
    changes: list[None] = []
    shown.document().contentsChanged.connect(lambda: changes.append(None))
    QApplication.sendEvent(shown, QEvent(QEvent.Type.FontChange))
    assert 0 < len(changes) < 10
