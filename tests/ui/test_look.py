"""What a change of a setting paints anew."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from reader.ui.palette import theme

HEARD = {"volume": 0.9, "speed": 1.5, "voice": "calm", "level": "sentence"}
SEEN = {"dimmer": 1, "theme": "night", "size": 24, "font": "Lexend"}
OF_THE_TEXT_ALONE = {"word": 0.2, "line": 2.0, "column": 54, "long_sentences": "clauses"}


@pytest.mark.parametrize(("name", "value"), [*HEARD.items(), *SEEN.items(), *OF_THE_TEXT_ALONE.items()])
def test_only_what_is_seen_is_painted_anew(
    person: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    styled: list[str] = []
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda _application, sheet: styled.append(sheet))
    person.sessions.preferences.change(name, value)
    assert len(styled) == (name in SEEN)


@pytest.mark.parametrize("name", ["dusk", "night", "contrast"])
def test_no_surface_that_qt_paints_by_itself_is_brighter_than_a_dark_page(person: Any, name: str) -> None:
    """A menu of the right button, for one, is no page of ours (R17)."""
    person.sessions.preferences.change("theme", name)
    palette = QApplication.palette()
    page = palette.color(QPalette.ColorRole.Window).lightness()
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(theme(name).selection)
    for role in ("Base", "AlternateBase", "Button", "Light", "Midlight", "ToolTipBase"):
        assert palette.color(getattr(QPalette.ColorRole, role)).lightness() <= page, role
    for role in ("Text", "ButtonText", "ToolTipText"):
        assert palette.color(getattr(QPalette.ColorRole, role)).lightness() > page, role


def test_in_a_narrow_window_the_button_lies_under_its_sentence(person: Any) -> None:
    person.window.resize(360, 640)
    person.sessions.preferences.change("size", 40)
    person.window.open_text("immune-system-changes")
    person.sessions.notices.offer_to("The voice reads on elsewhere.", "Back to the voice", lambda: None)
    quiet = person.window.reading.quiet
    sentence = next(label for label in quiet.findChildren(QLabel) if label.text())
    assert sentence.width() == quiet.width()
    assert sentence.geometry().bottom() < quiet.button.geometry().top()
    assert quiet.button.geometry().bottom() <= quiet.height()
    assert sentence.height() >= sentence.heightForWidth(sentence.width()), "no word is cut off"


def test_menus_neither_slide_nor_fade_and_hold_no_bright_pictures(person: Any) -> None:
    assert person.page == "library"
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateTooltip):
        assert not QApplication.isEffectEnabled(effect)
    assert QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
