"""What a change of a setting paints anew."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("name", "value", "times"),
    [("volume", 0.9, 0), ("speed", 1.5, 0), ("voice", "calm", 0), ("level", "sentence", 0)]
    + [("dimmer", 1, 1), ("theme", "night", 1), ("size", 24, 1), ("font", "Lexend", 1), ("word", 0.2, 1)],
)
def test_only_what_is_seen_is_painted_anew(
    person: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: object, times: int
) -> None:
    styled: list[str] = []
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda _application, sheet: styled.append(sheet))
    person.sessions.preferences.change(name, value)
    assert len(styled) == times
