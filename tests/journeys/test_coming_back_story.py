"""A person comes back the next day: they carry on, are reminded, or read key points only."""

from pathlib import Path
from typing import Any

import pytest

from reader.model.scope import Scope

WAYS = ["Carry on", "Listen from here", "Remind me", "Start this part again"]
TEXT = "".join(
    f"# {name}\n\n{name} begins here. {name} goes on.\n\n{' '.join([name] * 60)}.\n\n"
    for name in ("Gut", "Brain", "Blood", "Bone")
)


def kept(person: Any) -> tuple[str, int, Any]:
    """Return the place on the disk, and the one among the key points."""
    person.sessions.keeping.keep_now()
    last = person.sessions.library.last()
    return last.place.block, last.place.offset, last.key_point


@pytest.fixture
def in_part_three(reader: Any) -> Any:
    """Return someone who has read into the third part, and closes the window for the night."""
    reader.press("Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "Space")
    assert reader.quiet == "Part 3 of 7"
    return reader


def test_the_library_offers_four_ways_and_names_no_time(in_part_three: Any) -> None:
    in_part_three.come_back(days=3)
    met = []
    for _ in WAYS:
        met.append(in_part_three.focused)
        in_part_three.press("Tab")
    assert met == WAYS
    assert in_part_three.quiet == "", "nothing is asked, nothing is said"


def test_reminded_newest_first_and_then_carried_on_with_the_piece_before(in_part_three: Any) -> None:
    person = in_part_three
    piece, place = person.text, kept(person)
    person.press("Left")
    before = person.text
    person.press("Space")
    person.come_back(days=1)
    person.push("Remind me")
    parts = [person.sessions.reading.part.number]
    assert person.quiet == "Key points so far. Part 2 of 7."
    assert person.sessions.reading.chunk.is_key_point
    person.press("Space")
    parts.append(person.sessions.reading.part.number)
    assert parts == [2, 1]
    assert person.window.reading.next.text() == "Carry on"
    assert person.quiet == "Key points so far. Carry on when you are ready."
    assert kept(person) == place
    person.press("Space")
    assert (person.text, person.window.reading.next.text()) == (before, "Next")
    person.press("Space")
    assert person.text == piece


@pytest.mark.parametrize("leave", ["Esc", "Library"])
def test_a_reminder_is_left_for_the_library_and_the_place_is_where_it_was(
    in_part_three: Any, leave: str
) -> None:
    person = in_part_three
    place = kept(person)
    person.come_back(days=1)
    person.push("Remind me")
    if leave == "Library":
        person.push("Library")
    else:
        person.press(leave)
    assert (person.page, person.focused, kept(person)) == ("library", "Carry on", place)
    person.come_back(hours=0.5)
    assert person.page == "library", "a reminder is no reading"


def test_a_word_is_looked_up_in_a_reminder_before_escape_leaves_it(in_part_three: Any) -> None:
    person = in_part_three
    person.come_back(days=1)
    person.push("Remind me")
    person.press("Shift+Return", "Esc")
    assert person.page == "reading"
    person.press("Esc")
    assert person.page == "library"


def test_a_part_is_started_again_and_return_leads_back_on_another_day(in_part_three: Any) -> None:
    person = in_part_three
    piece = person.text
    person.press("Space")
    place = person.text
    person.come_back(days=1)
    person.push("Start this part again")
    assert person.sessions.reading.part.number == 3
    assert person.text not in (piece, place)
    assert person.quiet == "Your other place is kept. Press Alt and Left to return."
    person.come_back(days=1)
    person.push("Carry on")
    person.press("Alt+Left")
    assert person.text == place


def test_key_points_only_from_the_menu_into_a_part_and_back(in_part_three: Any) -> None:
    person = in_part_three
    piece = person.text
    person.press("F10")
    person.push("More ways to read")
    person.push("Key points only. The short of each part, one a piece")
    assert person.quiet == "Key points only. Ctrl+K goes into the part."
    assert person.window.reading.heading == "What cytokines do · Key point"
    assert person.window.reading.next.text() == "Next"
    point = person.text
    person.press("Ctrl+K")
    assert person.text == piece
    person.press("Ctrl+K")
    assert person.text == point
    person.press("F10")
    person.push("More ways to read")
    person.push("The whole text. From this key point into its part")
    assert person.text == piece


def test_the_next_day_the_key_points_go_on_and_the_text_too(in_part_three: Any) -> None:
    person = in_part_three
    person.press("Space")
    piece, place = person.text, kept(person)[:2]
    person.press("Ctrl+K", "Space", "Space")
    points = person.sessions.reading.index
    person.come_back(days=1)
    person.push("Carry on")
    reading = person.sessions.reading
    assert (reading.scope, reading.index) == (Scope.KEY_POINTS, points - 1), "the piece before"
    assert kept(person)[:2] == place
    person.press("Left", "Ctrl+K")
    assert person.text == piece


def test_the_app_opens_straight_on_the_key_point_after_a_short_break(in_part_three: Any) -> None:
    person = in_part_three
    person.press("Ctrl+K", "Space")
    shown = person.text
    person.come_back(hours=0.5)
    assert (person.page, person.text) == ("reading", shown)


def test_a_whole_article_in_key_points_is_about_eight_pieces(reader: Any) -> None:
    reader.press("Ctrl+K")
    shown = reader.press_until("Space", lambda: reader.sessions.reading.ends_text)
    assert 8 <= len(shown) <= 10
    reader.press("Space")
    assert reader.quiet == "This was the last one. Ctrl+K goes into the part."


def test_ones_own_file_has_all_of_it_also_when_it_was_changed_since(reader: Any, tmp_path: Path) -> None:
    file = tmp_path / "own.md"
    file.write_text(TEXT, encoding="utf-8")
    reader.window.open_file(file)
    reader.press("Ctrl+Right", "Ctrl+Right", "Space")
    piece = reader.text
    assert piece.startswith("Blood Blood")
    reader.press("Ctrl+K")
    assert (reader.text, reader.quiet) == (
        "Blood begins here.",
        "First sentences only. Ctrl+K goes into the part.",
    )
    file.write_text("A new beginning.\n\n" + TEXT, encoding="utf-8")
    reader.come_back(days=1)
    reader.push("Carry on")
    assert reader.sessions.reading.scope is Scope.KEY_POINTS
    reader.press("Space")
    assert reader.text == "Blood begins here."
    reader.press("Ctrl+K")
    assert reader.text == piece
    reader.come_back(days=1)
    reader.push("Remind me")
    assert (reader.text, reader.quiet) == ("Brain begins here.", "First sentences so far. Part 2 of 4.")


def test_a_sentence_heard_a_day_never_walks_the_place_back(in_part_three: Any) -> None:
    person = in_part_three
    place = kept(person)
    for _ in range(5):
        person.come_back(days=1)
        person.push("Listen from here")
        person.sound.reach(0.5)
        person.press("Esc")
        assert kept(person) == place


def test_a_focus_that_looks_back_moves_on_to_the_kept_place(in_part_three: Any) -> None:
    person = in_part_three
    person.sessions.preferences.change("focus", "sentence")
    place, index = kept(person), person.sessions.reading.index
    person.come_back(days=1)
    person.push("Carry on")
    assert person.sessions.reading.index == index - 1
    stood_out = []
    while person.sessions.reading.index < index:
        assert kept(person) == place
        stood_out.append(person.window.reading.focus.letters)
        person.press("Down")
    assert len(stood_out) == len(set(stood_out)) > 0
    assert kept(person) == place


def test_less_at_a_time_while_looking_back_stays_with_what_is_in_sight(in_part_three: Any) -> None:
    person = in_part_three
    place = kept(person)
    person.come_back(days=1)
    person.push("Carry on")
    in_sight = person.sessions.reading.chunk.sentences[0].strip()
    person.press("Ctrl+1")
    assert person.text == in_sight
    person.press("Ctrl+3", "Ctrl+1")
    assert (person.text, kept(person)) == (in_sight, place)


def test_a_look_into_the_guide_takes_nothing_away(in_part_three: Any) -> None:
    person = in_part_three
    piece, title = person.text, person.sessions.reading.document.title
    person.press("F1")
    assert person.sessions.reading.document.title == "How to use this reader"
    assert person.quiet == "Press Alt and Left to return to your text."
    person.press("Space", "Alt+Left")
    assert person.text == piece
    person.press("F1", "Space")
    person.come_back(days=1)
    assert person.sessions.library.last().title == title
