"""A row tells what is hard wherever it does not fill the page, and to a screen reader everywhere."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from reader.ui.label import Label
from reader.ui.list_row import ListRow


@pytest.mark.parametrize(
    ("width", "height", "size", "in_sight"),
    [
        pytest.param(1280, 800, 20, True, id="desk"),
        pytest.param(1280, 800, 80, True, id="400 %"),
        pytest.param(360, 640, 20, True, id="phone"),
        pytest.param(320, 480, 20, True, id="smallest"),
        pytest.param(360, 640, 40, False, id="phone, 200 %"),
    ],
)
def test_what_is_hard_is_seen_unless_the_row_would_fill_the_page(
    reader: Any, width: int, height: int, size: float, in_sight: bool
) -> None:
    reader.sessions.preferences.change("size", size)
    reader.window.resize(width, height)
    reader.push("Library")
    QApplication.processEvents()
    rows = [row for row in reader.window.pages["library"].findChildren(ListRow) if row.isVisible()]
    assert len(rows) == 3
    for row in rows:
        assert "longest sentence" in row.accessibleName()
        *_, aside = row.findChildren(Label)
        assert "longest sentence" in aside.text()
        assert aside.isVisible() is in_sight
        assert row.height() < height
        seen = [label for label in row.findChildren(Label) if label.isVisible()]
        assert all(row.rect().contains(label.geometry()) for label in seen), "no words are cut off"
