"""A paragraph is set from the side it is read from, and so is the room before a list item."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from reader.ui.marks import x_at

TEXT = "Rest helps.\n\nמנוחה עוזרת.\n\n- one\n- אחת\n"


def test_right_to_left_stands_at_the_right_and_the_rest_at_the_left(person: Any, home: Path) -> None:
    (home / "rest.md").write_text(TEXT, encoding="utf-8")
    person.window.open_file(home / "rest.md")
    view = person.window.reading.view
    middle = view.width() / 2
    sides = {}
    block = view.document().begin()
    while block.isValid():
        if block.text():
            form, line = block.blockFormat(), block.layout().lineAt(0)
            from_right = form.layoutDirection() == Qt.LayoutDirection.RightToLeft
            ink = line.naturalTextRect().center().x() + block.layout().position().x()
            assert (ink > middle) == from_right
            sides[block.text()] = (from_right, form.leftMargin() > 0, form.rightMargin() > 0)
        block = block.next()
    assert sides == {
        "Rest helps.": (False, False, False),
        "מנוחה עוזרת.": (True, False, False),
        "one": (False, True, False),
        "אחת": (True, False, True),
    }


TABLE = "| When | How |\n|---|---|\n| Evening | " + "lying down in the dark " * 12 + "|\n| Noon | short |\n"


def test_the_row_of_a_table_that_wraps_goes_on_set_in(person: Any, home: Path) -> None:
    (home / "rest.md").write_text(TABLE, encoding="utf-8")
    person.window.open_file(home / "rest.md")
    document = person.window.reading.view.document()
    rows = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    edges = {
        row.text().split(" ")[0]: [row.layout().lineAt(at).x() for at in range(row.layout().lineCount())]
        for row in rows
    }
    first, *others = edges["Evening"]
    assert others
    assert min(others) > first == edges["Noon"][0] == edges["When"][0]


DOSES = (
    "| Medicine | Dose | When |\n|---|---|---|\n| Iron | 14 mg | at noon |\n| Vitamin B12 | 1 mg | daily |\n"
)


def bars(person: Any) -> list[list[float]]:
    """Return where the bars of each row stand, in px."""
    block, found = person.window.reading.view.document().firstBlock(), []
    while block.isValid():
        line = block.layout().lineAt(0)
        found.append([round(x_at(line, at)) for at, letter in enumerate(block.text()) if letter == "|"])
        block = block.next()
    return found


def test_the_cells_of_a_table_stand_under_each_other_where_there_is_room(person: Any, home: Path) -> None:
    (home / "doses.md").write_text(DOSES, encoding="utf-8")
    person.window.open_file(home / "doses.md")
    first, *others = bars(person)
    assert len(first) == 2
    assert others == [first, first]
    person.window.resize(320, 480)
    first, *others = bars(person)
    assert others != [first, first]
    assert person.window.reading.view.painted_text().startswith("Medicine | Dose | When\nIron | 14 mg")


def test_the_lines_of_an_address_stand_close(person: Any, home: Path) -> None:
    (home / "letter.md").write_text("Clinic of Rest\n\nRoom 5\n\nRest helps.\n\nIt does.\n", encoding="utf-8")
    person.window.open_file(home / "letter.md")
    document = person.window.reading.view.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    layout = document.documentLayout()
    tops = [layout.blockBoundingRect(block).top() for block in blocks if block.text()]
    address, *others = [below - above for above, below in pairwise(tops)]
    assert len(others) == 2
    assert 1.5 * address < min(others)
