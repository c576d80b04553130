"""What the desktop's media keys do, whether the page is seen or dark."""

from typing import Any

import pytest

from reader.ui.media_keys import MediaKeys


@pytest.fixture
def deck(reader: Any) -> MediaKeys:
    reader.press("Ctrl+Right")
    return reader.window._media_keys


def test_the_keys_play_pause_step_and_stop(reader: Any, deck: MediaKeys) -> None:
    deck.step(True)
    assert deck.status == "Stopped", "with nothing to be heard there is no step"
    deck.toggle()
    assert deck.status == "Playing"
    deck.play()
    assert deck.status == "Playing"
    first = reader.marked
    deck.step(True)
    assert reader.marked != first
    deck.step(False)
    assert reader.marked == first
    deck.pause()
    deck.pause()
    assert deck.status == "Paused"
    deck.play()
    deck.stop()
    assert deck.status == "Stopped"


def test_in_the_dark_they_do_what_the_few_keys_do(reader: Any, deck: MediaKeys) -> None:
    reader.press("Ctrl+E", "I")
    assert deck.status == "Paused"
    deck.toggle()
    assert reader.sound.state.value == "silent", "the answer is over"
    deck.toggle()
    assert deck.status == "Playing"
    reader.press("I")
    deck.pause()
    reader.sound.finished.emit()
    assert deck.status == "Paused", "the reading does not go on after an answer that was silenced"
    deck.step(True)
    assert deck.status == "Playing"
    assert reader.page == "eyes closed"


def test_the_desktop_is_told_of_each_change_once(reader: Any, deck: MediaKeys) -> None:
    told: list[tuple[str, str]] = []
    deck._tell = lambda: told.append((deck.status, deck.titles[0]))
    title = reader.sessions.reading.document.title
    deck.toggle()
    deck.pause()
    deck.pause()
    assert told == [("Playing", title), ("Paused", title)]
