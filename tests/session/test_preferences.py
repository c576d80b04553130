"""A person makes things comfortable; every change acts at once, is kept soon, and can be taken back."""

from typing import Any

import pytest

from reader.model.level import Level
from reader.model.settings import Settings
from reader.session.notices import Notices
from reader.session.preferences import SAVE_AFTER, Preferences
from reader.store.folders import StoreError

LIMIT = 2.0
"""Seconds until a setting is safe (R16)."""
STEPS = {"paper": 3, "bright": 4, "night": 2, "auto": 0}
"""How far the dimmer goes in the themes of these stories."""


class Story:
    """One who sets things: what is in use, what was kept, and the quiet line."""

    def __init__(self, clock: Any, settings: Settings) -> None:
        self.clock = clock
        self.notices = Notices()
        self.kept: list[Settings] = []
        self.changes: list[Settings] = []
        self.preferences = Preferences(settings, self.kept.append, self.notices, clock)
        self.preferences.know_themes(lambda theme: STEPS[theme], lambda theme: theme == "night")
        self.preferences.changed.connect(self.changes.append)

    @property
    def now(self) -> Settings:
        return self.preferences.settings

    @property
    def light(self) -> tuple[str, float]:
        return self.now.theme, self.now.dimmer

    @property
    def quiet(self) -> str:
        return self.notices.text

    def undo(self, times: int = 1) -> None:
        for _ in range(times):
            self.notices.undo()


@pytest.fixture
def story(clock: Any) -> Story:
    return Story(clock, Settings(theme="paper"))


@pytest.mark.parametrize(
    ("name", "wish", "use"),
    [
        ("size", 24, 24),
        ("size", 5, 14),
        ("size", 500, 96),
        ("size", "large", 20),
        ("size", float("nan"), 20),
        ("column", 1000, 72),
        ("theme", "night", "night"),
        ("theme", "neon", "paper"),
        ("voice", "calm", "calm"),
        ("level", "longer", "longer"),
    ],
)
def test_a_setting_stays_within_its_limits(story: Story, name: str, wish: object, use: object) -> None:
    story.preferences.change(name, wish)
    assert getattr(story.now, name) == use


def test_a_setting_nobody_knows_is_a_mistake_in_the_code(story: Story) -> None:
    with pytest.raises(KeyError):
        story.preferences.change("colour of the moon", 1)
    with pytest.raises(TypeError):
        story.preferences.step("theme", 1)


def test_steps_end_where_the_scale_ends_and_say_so(story: Story) -> None:
    sizes = []
    for _ in range(4):
        story.preferences.step("size", -1)
        sizes.append(story.now.size)
    assert sizes == [18, 16, 14, 14]
    assert story.quiet == "Words: this is as far as it goes."
    story.notices.clear()
    story.preferences.step("size", 1)
    assert (story.now.size, story.quiet) == (16, "")


def test_small_steps_do_not_add_up_to_crumbs(story: Story) -> None:
    for _ in range(7):
        story.preferences.step("speed", -1)
    assert story.now.speed == 0.65


def test_one_setting_is_put_back_and_the_others_stay(story: Story) -> None:
    story.preferences.change("size", 40)
    story.preferences.change("font", "Lexend")
    story.preferences.put_back("size")
    assert (story.now.size, story.now.font) == (20, "Lexend")


def test_all_settings_are_put_back_and_undo_brings_the_own_ones_again(story: Story) -> None:
    story.preferences.change("size", 40)
    story.preferences.change("volume", 0.3)
    own = story.now
    story.preferences.put_all_back()
    assert story.now == Settings()
    assert (story.quiet, story.notices.offer is not None) == ("All settings are put back.", True)
    story.undo()
    assert story.now == own
    assert story.quiet == "The settings are as they were before."


def test_every_change_can_be_undone_the_newest_first(story: Story) -> None:
    story.preferences.change("size", 40)
    story.preferences.step("line", 1)
    story.preferences.dimmer()
    sizes = []
    for _ in range(3):
        story.undo()
        sizes.append((story.now.size, story.now.line, story.now.dimmer))
    assert sizes == [(40, 1.6, 0), (40, 1.55, 0), (20, 1.55, 0)]
    story.undo()
    assert story.quiet == "There is nothing to undo."


def test_what_changes_nothing_tells_nobody_and_leaves_nothing_to_undo(story: Story) -> None:
    story.preferences.change("size", story.now.size)
    story.preferences.put_back("font")
    assert (story.changes, story.kept, story.notices.can_undo) == ([], [], False)
    assert story.clock.waiting == 0


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Level.SENTENCE, "One sentence at a time."),
        (Level.SHORT, "A short piece at a time."),
        (Level.LONGER, "A longer piece at a time."),
    ],
)
def test_how_much_at_a_time(story: Story, level: Level, said: str) -> None:
    story.preferences.set_level(level)
    assert (story.now.level, story.quiet) == (level.value, said)


def test_how_much_at_a_time_brings_the_voice_along_and_undo_brings_both_back(story: Story) -> None:
    story.preferences.change("speed", 1.2)
    story.preferences.set_level(Level.SENTENCE)
    assert (story.now.speed, story.now.gap) == (0.9, 0.6)
    assert story.light == ("paper", 0)
    story.undo()
    assert (story.now.level, story.now.speed) == ("short", 1.2)


def test_the_dimmer_never_wraps_round_to_bright(story: Story) -> None:
    way = []
    for _ in range(7):
        story.preferences.dimmer()
        way.append(story.light)
    assert way == [
        ("paper", 1), ("paper", 2), ("paper", 3), ("night", 0), ("night", 1), ("night", 2), ("night", 2),
    ]  # fmt: skip
    assert story.quiet == "This is as dim as it goes."


def test_brighter_goes_the_same_way_back_and_no_further(story: Story) -> None:
    for _ in range(6):
        story.preferences.dimmer()
    way = []
    for _ in range(7):
        story.preferences.brighter()
        way.append(story.light)
    assert way == [
        ("night", 1), ("night", 0), ("paper", 3), ("paper", 2), ("paper", 1), ("paper", 0), ("paper", 0),
    ]  # fmt: skip
    assert story.quiet == "This is as bright as these colours go."


def test_a_night_that_was_chosen_stays_night(clock: Any) -> None:
    story = Story(clock, Settings(theme="night"))
    story.preferences.brighter()
    assert story.light == ("night", 0)
    assert story.quiet == "This is as bright as these colours go."


def test_more_dimmer_than_a_theme_has_is_no_hidden_step(clock: Any) -> None:
    story = Story(clock, Settings(theme="paper", dimmer=12))
    story.preferences.brighter()
    assert story.light == ("paper", 2)


def test_a_change_is_kept_in_time_and_a_flurry_of_them_once(story: Story) -> None:
    for _ in range(4):
        story.preferences.step("size", 1)
        story.clock.advance(0.1)
    story.clock.advance(SAVE_AFTER)
    assert [settings.size for settings in story.kept] == [28]
    assert SAVE_AFTER < LIMIT


def test_somebody_who_never_stops_changing_is_not_kept_waiting(story: Story) -> None:
    for number in range(60):
        story.preferences.change("size", 14 + number)
        story.clock.advance(0.1)
        if number * 0.1 > LIMIT:
            assert story.now.size - story.kept[-1].size <= LIMIT / 0.1


def test_what_still_waits_is_kept_when_the_window_goes(story: Story) -> None:
    story.preferences.change("size", 40)
    story.preferences.save_now()
    story.preferences.save_now()
    story.clock.advance(LIMIT)
    assert [settings.size for settings in story.kept] == [40]


def test_settings_that_cannot_be_kept_are_in_use_all_the_same(clock: Any) -> None:
    def refuse(_settings: Settings) -> None:
        raise StoreError("Your settings could not be kept. They stay until you close the window.")

    story = Story(clock, Settings(theme="paper"))
    preferences = Preferences(Settings(), refuse, story.notices, clock)
    preferences.change("size", 40)
    clock.advance(LIMIT)
    assert preferences.settings.size == 40
    assert story.quiet == "Your settings could not be kept. They stay until you close the window."


def test_who_is_asked_may_have_the_bright_paper_and_the_key_never_leads_there(story: Story) -> None:
    story.preferences.brighter()
    assert (story.light, story.quiet) == (("paper", 0), "This is as bright as these colours go.")
    story.preferences.brighter_paper()
    assert (story.light, story.quiet) == (("bright", 0), "One step brighter. F9 goes back.")
    story.preferences.brighter_paper()
    assert (story.light, story.quiet) == (("bright", 0), "This is as bright as these colours go.")


def test_from_night_nothing_leads_to_paper_by_itself(story: Story) -> None:
    story.preferences.change("theme", "night")
    story.preferences.brighter_paper()
    assert story.light == ("night", 0)
