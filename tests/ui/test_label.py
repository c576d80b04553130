"""Words on a page: where their lines end, and what a screen reader is given of them."""

import pytest
from PySide6.QtGui import QAccessible, QTextLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.ui.label import Label

SENTENCE = "Changes are found in ME/CFS and in and/or out."
PATH = "/home/someone/papers/a-very-long-name_of_a_file.md"


def lines(label: Label) -> list[str]:
    """Return the lines as Qt breaks what it is given, without what is not seen."""
    layout = QTextLayout(QLabel.text(label), label.font())
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.width())
        found.append(layout.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return [line.replace("\u2060", "").replace("\u200b", "").strip() for line in found]


@pytest.fixture
def label(qtbot: QtBot) -> Label:
    label = Label(SENTENCE)
    qtbot.addWidget(label)
    label.show()
    return label


def test_me_cfs_is_torn_at_no_width(label: Label) -> None:
    ends = set()
    for width in range(120, 400, 3):
        label.resize(width, 100)
        found = lines(label)
        assert " ".join(found) == SENTENCE
        ends.add(len(found))
    assert len(ends) > 2


def test_what_is_wider_than_the_column_breaks_all_the_same(label: Label) -> None:
    label.setText(PATH)
    label.resize(150, 300)
    found = lines(label)
    assert "".join(found) == PATH
    assert len(found) > 1
    assert all(label.fontMetrics().horizontalAdvance(line) <= 150 for line in found)


@pytest.mark.parametrize("text", [SENTENCE, PATH, "Plain words."])
def test_a_screen_reader_is_given_the_words_alone(label: Label, text: str) -> None:
    label.setText(text)
    label.resize(150, 300)
    assert label.text() == text
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == text
