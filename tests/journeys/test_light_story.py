"""A person makes the light and the letters comfortable, and finds the way back from each of it."""

import json
from typing import Any

import pytest

from reader.model.settings import Settings

TEXT_AND_LIGHT = "Text and light. Size, letters, theme"


def lightness(person: Any) -> float:
    """Return how light that corner is, 0 to 1."""
    return person.window.grab().toImage().pixelColor(3, 3).lightnessF()


def steps(person: Any, key: str, end: str) -> list[float]:
    """Press a key until the quiet line says that it goes no further; return the light after each step."""
    found: list[float] = []
    for _ in range(40):
        person.press(key)
        if end in person.quiet:
            return found
        found.append(lightness(person))
    pytest.fail(f"{key} goes on for ever")


def test_the_dimmer_goes_to_its_floor_then_to_night_and_the_same_way_back(reader: Any) -> None:
    way = [lightness(reader), *steps(reader, "F9", "as dim as it goes")]
    assert reader.sessions.preferences.settings.theme == "night"
    assert way == sorted(set(way), reverse=True), "each step is darker than the one before"
    assert steps(reader, "Shift+F9", "as bright as") == way[-2::-1]


def test_the_dimmer_button_does_the_same_on_every_page(person: Any) -> None:
    for open_page in ([], ["F10"], ["Esc", "Return"]):
        person.press(*open_page)
        before = lightness(person)
        person.push("Dimmer")
        assert lightness(person) < before, person.page


def test_settings_are_put_back_and_undo_brings_the_own_ones_again(reader: Any) -> None:
    reader.press("F10")
    reader.push(TEXT_AND_LIGHT)
    reader.push("Light: Dusk")
    reader.push("Words: Bigger")
    reader.push("More settings")
    reader.push("Letters: Lexend")
    reader.push("Between letters: Wider")
    own = reader.sessions.preferences.settings
    assert (own.theme, own.size, own.font, own.letter) == ("dusk", 22, "Lexend", 0.02)
    reader.push("Put settings back")
    assert reader.sessions.preferences.settings == Settings()
    reader.press("Ctrl+Z")
    assert reader.sessions.preferences.settings == own
    reader.come_back()
    assert reader.sessions.preferences.settings == own


def test_pressing_again_stays_on_the_same_control(reader: Any) -> None:
    reader.press("F10")
    reader.push(TEXT_AND_LIGHT)
    reader.push("Words: Bigger")
    reader.press("Space", "Return")
    assert reader.focused == "Words: Bigger"
    assert reader.sessions.preferences.settings.size == 26


def test_the_end_of_a_scale_is_said(reader: Any) -> None:
    reader.press(*["Ctrl+-"] * 3)
    assert reader.sessions.preferences.settings.size == 14
    reader.press("Ctrl+-")
    assert "as far as it goes" in reader.quiet


def test_one_sentence_at_a_time_is_chosen_in_the_menu(reader: Any) -> None:
    reader.press("Space", "F10")
    reader.push("One sentence")
    reader.press("Esc")
    chunk = reader.sessions.reading.chunk
    assert (reader.page, len(chunk.sentences)) == ("reading", 1)


@pytest.mark.parametrize("content", ["{ not json", "[1, 2]", '"\ud800"'])
def test_a_broken_settings_file_is_kept_aside_and_said_kindly(person: Any, content: str) -> None:
    person.press("F9")
    person.close()
    file = person.folders.settings
    file.write_bytes(content.encode("utf-8", "surrogatepass"))
    person.open()
    assert person.quiet == (
        "Your settings could not be read, so the usual ones are in use. The old file is kept."
    )
    assert person.sessions.preferences.settings == Settings()
    (aside,) = file.parent.glob("*broken*")
    assert aside.read_bytes() == content.encode("utf-8", "surrogatepass")
    person.press("F9")
    person.come_back()
    assert person.sessions.preferences.settings.dimmer == 1, "from now on everything is kept again"


def test_a_value_that_does_not_fit_is_mended_and_the_rest_stays(person: Any) -> None:
    person.close()
    file = person.folders.settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"size": 4000, "theme": "dusk", "from the future": 1}), encoding="utf-8")
    person.open()
    assert person.quiet == "A setting did not fit, so the nearest usual one is in use."
    settings = person.sessions.preferences.settings
    assert (settings.size, settings.theme) == (96, "dusk")
    person.press("Ctrl+-")
    person.close()
    assert json.loads(file.read_text(encoding="utf-8"))["from the future"] == 1
