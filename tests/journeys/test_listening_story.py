"""A person listens, and does other things while they do."""

from typing import Any

import pytest

SECONDS_OF_A_SENTENCE = 2.0
END = "End of this part. This is a good place to stop."


@pytest.fixture
def listener(reader: Any) -> Any:
    """Return someone who listens to the first part."""
    reader.press("Ctrl+Right", "Ctrl+Space")
    assert reader.quiet == "Reading this part aloud. Space pauses. Esc stops."
    return reader


def sentences(person: Any) -> list[str]:
    """Return the sentences of the piece."""
    return [sentence.strip() for sentence in person.sessions.reading.chunk.sentences]


def hear_next(person: Any, qtbot: Any) -> None:
    """Let the sentence end, and wait until the next one is marked."""
    before = person.marked
    person.sound.end()
    qtbot.waitUntil(lambda: person.marked != before)


def test_the_voice_marks_sentence_by_sentence_and_turns_the_piece(listener: Any, qtbot: Any) -> None:
    first = sentences(listener)
    heard = [listener.marked]
    for _ in first:
        hear_next(listener, qtbot)
        heard.append(listener.marked)
    assert heard[:-1] == first
    assert heard[-1] == sentences(listener)[0], "the piece has turned with the voice"


def test_listening_stops_at_the_end_of_the_part(listener: Any, qtbot: Any) -> None:
    part = listener.sessions.reading.part
    to_hear = sum(
        len(chunk.sentences) for chunk in listener.sessions.reading.chunks if chunk.part == part.index
    )
    for _ in range(to_hear):
        assert listener.quiet != END
        hear_next(listener, qtbot)
    assert listener.quiet == END
    assert listener.sessions.reading.part == part
    assert listener.marked == ""
    listener.press("Space")
    assert listener.sessions.reading.part != part, "Space turns pieces again"


@pytest.mark.parametrize("key", ["Ctrl++", "Ctrl+-", "F9", "Ctrl+1", "Ctrl+3", "F11", "Ctrl+B"])
def test_the_mark_stays_on_its_sentence_whatever_changes(listener: Any, qtbot: Any, key: str) -> None:
    hear_next(listener, qtbot)
    listener.sound.reach(1.5)
    before = listener.marked
    assert before
    listener.press(key)
    assert listener.marked == before
    assert before in listener.text.replace("\n", " ")
    assert listener.sessions.listening.speaking


def test_a_theme_chosen_while_listening_leaves_the_voice_alone(listener: Any, qtbot: Any) -> None:
    hear_next(listener, qtbot)
    before = listener.marked
    listener.press("F10")
    listener.push("Text and light. Size, letters, theme")
    listener.push("Light: Night")
    listener.push("Words: Bigger")
    assert listener.sessions.listening.speaking
    listener.push("Back")
    listener.push("Back")
    assert (listener.page, listener.marked) == ("reading", before)


def test_space_pauses_and_goes_on(listener: Any) -> None:
    before = listener.text
    listener.press("Space")
    assert (listener.quiet, listener.window.reading.listen.text()) == ("Paused. Space goes on.", "Listen")
    listener.press("Space")
    assert (listener.text, listener.window.reading.listen.text()) == (before, "Pause")


def test_escape_first_stops_the_voice_and_then_closes_what_is_open(listener: Any) -> None:
    listener.press("Shift+Return")
    assert listener.sessions.listening.active, "it waits while a word is looked up"
    assert not listener.sessions.listening.speaking
    listener.press("Esc")
    assert not listener.sessions.listening.active
    assert listener.meaning, "the voice first"
    listener.press("Esc")
    assert listener.meaning == ""
    listener.press("Esc")
    assert listener.page == "reading", "then nothing"


def test_turning_on_by_hand_takes_the_voice_along(listener: Any, qtbot: Any) -> None:
    listener.press("Right")
    qtbot.waitUntil(lambda: listener.marked == sentences(listener)[0])
    assert listener.sessions.listening.speaking


@pytest.mark.parametrize("way", ["the button", "the key"])
def test_looking_back_leaves_the_voice_where_it_is_and_one_press_goes_back_to_it(
    listener: Any, qtbot: Any, way: str
) -> None:
    listener.press("Right")
    qtbot.waitUntil(lambda: listener.marked == sentences(listener)[0])
    heard = listener.text
    listener.press("Left")
    assert (listener.marked, listener.quiet) == ("", "The voice reads on elsewhere.")
    assert listener.sessions.listening.speaking
    if way == "the key":
        listener.press("Alt+Left")
    else:
        listener.push("Back to the voice")
    assert (listener.text, listener.marked) == (heard, sentences(listener)[0])
    assert not listener.window.reading.quiet.button.isVisible()


def test_back_and_forward_by_sentence(listener: Any) -> None:
    first, second = sentences(listener)[:2]
    listener.press("Ctrl+Right")
    assert listener.marked == second
    listener.press("Ctrl+Left")
    assert listener.marked == first


def test_louder_is_kept_for_the_next_time(listener: Any) -> None:
    listener.press("Ctrl+Up", "Ctrl+Up")
    assert listener.quiet == "A little louder."
    listener.come_back()
    assert listener.sessions.preferences.settings.volume == pytest.approx(0.7)


def test_the_place_is_where_the_voice_came_to(listener: Any, qtbot: Any) -> None:
    hear_next(listener, qtbot)
    hear_next(listener, qtbot)
    sentence = listener.marked
    listener.come_back(days=1)
    assert sentence in listener.sessions.library.last().sentence


def test_listen_from_here_in_the_library_begins_at_once(reader: Any) -> None:
    reader.press("Space", "Space", "Space")
    reader.come_back(days=1)
    reader.push("Listen from here")
    assert reader.page == "reading"
    assert reader.sessions.listening.speaking
    assert reader.marked


def test_closing_the_window_silences_the_voice(listener: Any) -> None:
    listening = listener.sessions.listening
    listener.close()
    assert not listening.active


def test_a_voice_is_chosen_and_tried(reader: Any) -> None:
    reader.press("F10")
    reader.push("Voice. Loudness, speed, ways to listen")
    reader.push("Which voice. Try them, and choose one")
    reader.push("Clear")
    assert reader.sessions.preferences.settings.voice == "clear"
    reader.push("Back")
    reader.push("Try it")
    assert reader.sound.state.value == "playing"


def test_the_sleep_timer_is_two_presses_from_the_voice_page(listener: Any) -> None:
    listener.press("F10")
    listener.push("Voice. Loudness, speed, ways to listen")
    listener.push("Ways to listen. Eyes closed, sleep timer, pauses, marks")
    listener.push("Sleep timer: After this part")
    assert listener.sessions.sleep_timer.choice == "part"
    assert listener.quiet == "The voice fades out after this part."
    listener.push("Back")
    listener.push("Ways to listen. Eyes closed, sleep timer, pauses, marks")
    listener.tab_to("Sleep timer: After this part")
    assert listener.focus.isChecked()


def test_what_the_voice_skips_is_counted_and_one_key_reads_it(person: Any, tmp_path: Any, qtbot: Any) -> None:
    file = tmp_path / "cited.md"
    file.write_text(
        "Rest helps some people [12]. Pacing helps others (Smith et al., 2019), they say.\n", "utf-8"
    )
    person.window.open_file(file)
    qtbot.waitUntil(lambda: person.page == "reading")
    person.press("Ctrl+Space")
    assert person.quiet == "1 reference skipped. Ctrl+R reads it."
    assert not any("12" in text for text in person.voice.asked)
    person.press("Ctrl+R")
    assert "12" in person.voice.asked[-1]
    assert not person.sessions.listening.speaking
    person.sound.end()
    assert person.sessions.listening.speaking, "the reading goes on"


def test_a_file_is_made_by_the_usual_voice_when_the_chosen_one_is_damaged(reader: Any, tmp_path: Any) -> None:
    reader.folders.voices.mkdir(parents=True)
    (reader.folders.voices / "bf_emma.int8.onnx").write_bytes(b"cut off on the way")
    reader.sessions.preferences.change("voice", "natural:bf_emma.int8")
    told: list[str] = []
    reader.sessions.notices.changed.connect(lambda: told.append(reader.quiet))
    part = next(one for one in reader.sessions.saving.offered() if one.name.startswith("This part"))
    reader.sessions.saving.save(part, tmp_path / "part.wav")
    assert "That voice cannot be used, so the usual voice reads. Your place is safe." in told
    assert (tmp_path / "part.wav").stat().st_size > 100_000


def test_scrolling_back_within_a_piece_is_left_in_peace_until_the_next_sentence(
    listener: Any, qtbot: Any
) -> None:
    listener.window.resize(360, 640)
    listener.sessions.preferences.change("size", 40)
    listener.press("Ctrl+3")
    scroll = listener.window.reading.lines_in_sight
    while scroll()[0] == 0:
        hear_next(listener, qtbot)
        listener.sound.reach(SECONDS_OF_A_SENTENCE - 0.1)
    listener.press("Left")
    back = scroll()
    listener.sound.reach(SECONDS_OF_A_SENTENCE - 0.05)
    listener.sound.reach(0.1)
    listener.sound.reach(SECONDS_OF_A_SENTENCE - 0.1)
    assert scroll() == back, "the words of this sentence pull at nothing"
    hear_next(listener, qtbot)
    assert scroll() != back, "the next sentence is shown"
