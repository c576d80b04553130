"""What a change of a setting paints anew."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

HEARD = {"volume": 0.9, "speed": 1.5, "voice": "calm", "level": "sentence"}
SEEN = {"dimmer": 1, "theme": "night", "size": 24, "font": "Lexend", "word": 0.2}


@pytest.mark.parametrize(("name", "value"), [*HEARD.items(), *SEEN.items()])
def test_only_what_is_seen_is_painted_anew(
    person: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    styled: list[str] = []
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda _application, sheet: styled.append(sheet))
    person.sessions.preferences.change(name, value)
    assert len(styled) == (name in SEEN)
