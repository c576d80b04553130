"""The first minute: one page that asks whether this is comfortable, and takes everything for a yes."""

import json
from typing import Any

import pytest

from reader.model.settings import Settings
from reader.ui.label import Label


def words_on(person: Any) -> str:
    """Return all that stands on the page."""
    page = person.window.pages[person.page]
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def kept(person: Any) -> Any:
    return json.loads(person.folders.settings.read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", ["Return", "Space", "Esc"])
def test_one_key_leads_on_to_the_library_and_the_question_never_comes_again(newcomer: Any, key: str) -> None:
    assert (newcomer.page, newcomer.focused) == ("comfort", "Start")
    assert "Is this comfortable?" in words_on(newcomer)
    newcomer.press(key)
    assert (newcomer.page, newcomer.focused) == ("library", "Read the first one")
    assert "Two short articles to read or hear." in words_on(newcomer)
    newcomer.press("Esc")
    assert newcomer.page == "library"
    newcomer.come_back(days=1)
    assert newcomer.page == "library"


def test_closing_the_window_is_an_answer_too(newcomer: Any) -> None:
    newcomer.come_back()
    assert newcomer.page == "library"
    assert newcomer.sessions.preferences.settings == Settings()


def test_having_seen_the_page_is_enough(newcomer: Any, qtbot: Any) -> None:
    qtbot.waitUntil(newcomer.folders.settings.exists)
    assert kept(newcomer)["theme"] == "auto"


def test_light_and_letters_change_at_once_and_stay(newcomer: Any) -> None:
    before = newcomer.window.grab().toImage().pixelColor(3, 3).lightnessF()
    newcomer.push("Dimmer")
    assert newcomer.window.grab().toImage().pixelColor(3, 3).lightnessF() < before
    newcomer.push("Bigger words")
    newcomer.press("Return")
    newcomer.push("Start")
    assert newcomer.page == "library"
    newcomer.come_back(days=1)
    settings = newcomer.sessions.preferences.settings
    assert (settings.dimmer, settings.size) == (1, 24)


@pytest.mark.parametrize(
    ("button", "end"),
    [
        ("Dimmer", "This is as dim as it goes."),
        ("Brighter", "This is as bright as these colours go."),
        ("Smaller words", "Words: this is as far as it goes."),
        ("Bigger words", "Words: this is as far as it goes."),
    ],
)
def test_at_the_end_of_its_scale_a_button_stays_and_only_says_so(
    newcomer: Any, button: str, end: str
) -> None:
    newcomer.tab_to(button)
    newcomer.press_until("Space", lambda: newcomer.quiet == end)
    before = newcomer.sessions.preferences.settings
    newcomer.press("Space")
    assert (newcomer.focused, newcomer.quiet) == (button, end)
    assert newcomer.sessions.preferences.settings == before
    assert end in words_on(newcomer)


def test_nothing_else_is_asked(newcomer: Any) -> None:
    names = []
    while newcomer.focused not in names:
        names.append(newcomer.focused)
        newcomer.press("Tab")
    assert sorted(names) == ["Bigger words", "Brighter", "Dimmer", "Smaller words", "Start"]
    assert newcomer.quiet == ""


@pytest.mark.parametrize("size", [(1280, 800), (360, 640), (320, 480)], ids=str)
def test_start_is_the_largest_and_in_sight_with_the_question(newcomer: Any, size: tuple[int, int]) -> None:
    newcomer.close()
    newcomer.folders.settings.unlink()
    newcomer.open(*size)
    start = newcomer.focus
    others = [each for each in newcomer.window.pages["comfort"].findChildren(type(start)) if each != start]
    assert all(start.width() >= each.width() and start.height() > each.height() for each in others)
    for widget in (start, newcomer.window.pages["comfort"].findChild(Label)):
        assert widget.visibleRegion().boundingRect() == widget.rect()


def test_what_is_said_in_a_small_window_does_not_cover_start(newcomer: Any) -> None:
    newcomer.window.resize(320, 480)
    newcomer.press("F9")
    assert newcomer.quiet == "One step dimmer. Shift and F9 goes back."
    assert newcomer.focused == "Start"
    assert newcomer.focus.visibleRegion().boundingRect() == newcomer.focus.rect()


def test_a_button_that_grows_bigger_words_stays_in_sight(newcomer: Any) -> None:
    newcomer.window.resize(320, 480)
    newcomer.tab_to("Bigger words")
    for _ in range(12):
        newcomer.press("Space")
        assert newcomer.focus.visibleRegion().boundingRect() == newcomer.focus.rect()


def test_who_has_read_before_is_not_asked(newcomer: Any) -> None:
    newcomer.press("Space", "Space")
    newcomer.close()
    newcomer.folders.settings.unlink()
    newcomer.calendar.ahead += 86_400
    newcomer.open()
    assert newcomer.page == "library"


def test_where_nothing_can_be_kept_reading_goes_on_all_the_same(
    newcomer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    newcomer.close()
    newcomer.folders.settings.unlink()

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("reader.ground.files.write_whole", full)
    newcomer.open()
    newcomer.press("F9", "Esc", "Return")
    assert newcomer.page == "reading"
    newcomer.come_back()
    assert newcomer.page == "reading", "the place was kept, and is answer enough"


def test_a_text_that_was_asked_for_opens_and_the_question_waits(newcomer: Any) -> None:
    newcomer.close()
    newcomer.folders.settings.unlink()
    newcomer.open(wish="immune-system-changes")
    assert newcomer.page == "reading"
    newcomer.press("Esc")
    assert newcomer.page == "reading", "there is no comfort page under it"
