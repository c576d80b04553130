"""What a person can set, and the way back from it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.model.level import Level
from reader.model.settings import LIMITS, Number, Settings
from reader.session.delay import Delay
from reader.session.notices import Notices
from reader.store.folders import StoreError

SAVE_AFTER = 0.5
"""Seconds from a change to the disk; R16 allows 2."""


class Preferences:
    """The settings in use. Every change acts at once and is kept soon after."""

    def __init__(
        self,
        settings: Settings,
        keep: Callable[[Settings], object],
        notices: Notices,
        clock: Clock,
        *,
        are_new: bool = False,
    ) -> None:
        self.are_new = are_new
        """Whether nothing was ever set before this start."""
        self.changed: Event[[Settings]] = Event()
        self._settings = settings
        self._keep = keep
        self._notices = notices
        self._delay = Delay(clock)
        self._dimmest: Callable[[str], int] = lambda _theme: 0
        self._is_dark: Callable[[str], bool] = lambda _theme: True
        self._before_night = ""

    @property
    def settings(self) -> Settings:
        """Return the settings in use."""
        return self._settings

    def know_themes(self, dimmest: Callable[[str], int], is_dark: Callable[[str], bool]) -> None:
        """Learn how far the dimmer goes in a theme, and which themes are dark; the window knows."""
        self._dimmest, self._is_dark = dimmest, is_dark

    def change(self, name: str, value: object) -> None:
        """Set one setting, within its limits; raises KeyError for an unknown name."""
        repaired: Any = LIMITS[name].repaired(value, getattr(self._settings, name))
        self._change_to(replace(self._settings, **{name: repaired}))

    def step(self, name: str, steps: int) -> None:
        """Move a number by so many of its steps; at the end of its scale say so.

        The dimmer's scale ends where the theme's light does, so its steps are those of its key.
        """
        if name == "dimmer":
            (self.dimmer if steps > 0 else self.brighter)()
            return
        limit = LIMITS[name]
        if not isinstance(limit, Number):
            raise TypeError(f"{name} has no steps.")
        before = getattr(self._settings, name)
        self.change(name, round(before + steps * limit.step, 4))
        if getattr(self._settings, name) == before:
            self._notices.say(f"{limit.label}: this is as far as it goes.")

    def put_back(self, name: str) -> None:
        """Set one setting to its usual value."""
        self.change(name, getattr(Settings(), name))

    def put_all_back(self) -> None:
        """Set everything to its usual value; Undo brings the person's own settings again."""
        before = self._settings
        self._use(Settings())
        self._notices.offer_undo("All settings are put back.", lambda: self._bring_back(before))

    def set_level(self, level: Level) -> None:
        """Show more or less at a time, with what that brings along; the light stays as it is."""
        self._change_to(self._settings.at(level))
        self._notices.say(f"{level.label} at a time.")

    def dimmer(self) -> None:
        """Make everything one step darker; after a light theme's last step comes night."""
        theme, steps = self._settings.theme, int(self._settings.dimmer)
        if steps < self._dimmest(theme):
            self.change("dimmer", steps + 1)
        elif self._is_dark(theme):
            self._notices.say("This is as dim as it goes.")
            return
        else:
            self._before_night = theme
            self._change_to(replace(self._settings, theme="night", dimmer=0))
        self._notices.say("One step dimmer. Shift and F9 goes back.")

    def brighter(self) -> None:
        """Take one step of the dimmer back, also the one from a light theme to night."""
        theme, before = self._settings.theme, self._before_night
        steps = min(int(self._settings.dimmer), self._dimmest(theme))
        if steps:
            self.change("dimmer", steps - 1)
        elif theme == "night" and before:
            self._change_to(replace(self._settings, theme=before, dimmer=self._dimmest(before)))
            self._before_night = ""
        else:
            self._notices.say("This is as bright as these colours go.")
            return
        self._notices.say("One step brighter. F9 goes back.")

    def brighter_paper(self) -> None:
        """Take a step towards light, from the usual paper to the bright one, too."""
        before = self._settings
        self.brighter()
        if self._settings == before and before.theme != "bright" and not self._is_dark(before.theme):
            self._change_to(replace(before, theme="bright", dimmer=0))
            self._notices.say("One step brighter. F9 goes back.")

    def louder(self) -> None:
        """Make the voice a step louder."""
        self._step_loudness(1, "A little louder.", "This is as loud as it goes.")

    def softer(self) -> None:
        """Make the voice a step softer."""
        self._step_loudness(-1, "A little softer.", "This is as soft as it goes.")

    def keep_as_they_are(self) -> None:
        """Keep the settings soon, also when nothing was changed: a person has seen them."""
        # A change that follows leaves the timer running: what is kept is never older than it says.
        if not self._delay.waits:
            self._delay.start(SAVE_AFTER, self._save)

    def save_now(self) -> None:
        """Keep the settings at once, if a change is still waiting."""
        if self._delay.waits:
            self._delay.cancel()
            self._save()

    def _step_loudness(self, steps: int, done: str, at_the_end: str) -> None:
        before = self._settings.volume
        self.step("volume", steps)
        self._notices.say(at_the_end if self._settings.volume == before else done)

    def _change_to(self, settings: Settings) -> None:
        before = self._settings
        if settings != before:
            self._use(settings)
            self._notices.remember(lambda: self._bring_back(before))

    def _bring_back(self, settings: Settings) -> None:
        self._use(settings)
        self._notices.say("The settings are as they were before.")

    def _use(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        self.keep_as_they_are()
        self.changed.emit(settings)

    def _save(self) -> None:
        try:
            self._keep(self._settings)
        except StoreError as error:
            self._notices.say(str(error))
