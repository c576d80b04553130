"""Who asks at the caret, in any script, asks about one word; what was selected stays as it was selected."""

from pathlib import Path
from typing import Any

import pytest

from reader.ui.line import Line

SENTENCES = {
    "zh": ("患者经常感到极度疲劳，休息也不能缓解。", "经"),
    "ja": ("患者はとても疲れています。休んでも治りません。", "は"),
    "th": ("ผู้ป่วยมักรู้สึกเหนื่อยมาก", "ว"),
}


@pytest.fixture(params=SENTENCES)
def asker(person: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    """Return a person with the caret two letters into a text without spaces; `wanted` stands there."""
    text, person.wanted = SENTENCES[request.param]
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    person.window.open_file(file)
    person.press("F7", "Right", "Right")
    return person


def test_the_letter_at_the_caret_is_asked_about_and_given_to_write_about(asker: Any) -> None:
    asker.press("Shift+Return")
    assert asker.focused == f"Meaning of {asker.wanted}"
    asker.push("My own words")
    assert asker.focused == "What it means to you"
    assert asker.wanted in [line.text() for line in asker.window.pages["your words"].findChildren(Line)]


def test_letters_that_were_selected_are_asked_about_as_they_are(asker: Any) -> None:
    asker.press(*["Shift+Right"] * 3)
    chosen = asker.window.reading.view.textCursor().selectedText()
    asker.press("Shift+Return")
    assert asker.focused == f"Meaning of {chosen}"
