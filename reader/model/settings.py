"""All settings as one typed record with limits, from which the panels are built."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from reader.model.level import Level

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Number:
    """The limits of a number and the words for it; `shown` formats it, such as "{:g} pt"."""

    label: str
    low: float
    high: float
    step: float
    less: str
    more: str
    shown: str = "{:g}"

    def repaired(self, value: object, default: float) -> float:
        """Return the nearest value within the limits, or the default for what is no number."""
        # Compared, never converted first: a whole number of 400 digits has no float.
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < math.inf:
            return default
        return float(min(max(value, self.low), self.high))


@dataclass(frozen=True, slots=True)
class Choice:
    """The values to choose from, each with its words."""

    label: str
    options: tuple[tuple[str, str], ...]

    def repaired(self, value: object, default: str) -> str:
        """Return the value if it is one of the options, else the default."""
        return value if isinstance(value, str) and value in dict(self.options) else default


@dataclass(frozen=True, slots=True)
class Text:
    """A short text that no list can know beforehand, such as the id of a voice."""

    label: str

    def repaired(self, value: object, default: str) -> str:
        """Return the value if it is a text of a sane length, else the default."""
        return value if isinstance(value, str) and len(value) <= 500 else default


LEVELS = tuple((level.value, level.label) for level in Level)
THEMES = (
    ("auto", "As the computer"),
    ("paper", "Paper"),
    ("bright", "Bright paper"),
    ("dusk", "Dusk"),
    ("night", "Night"),
    ("contrast", "Strong contrast"),
)
FONTS = (
    ("Atkinson Hyperlegible", "Atkinson"),
    ("Lexend", "Lexend"),
    ("", "The computer's own"),
)
FOLLOW = (("word", "Sentence and word"), ("sentence", "Sentence"), ("nothing", "Nothing"))
AFTER = (("go on", "Go on"), ("stop", "Stop and wait"))
LONG_SENTENCES = (("whole", "As written"), ("clauses", "One clause a line"))
FOCUS = (("off", "Off"), ("sentence", "One sentence"), ("line", "One line"), ("lines", "Three lines"))
SAFE_TODAY = (("off", "Not set"), *((str(minutes), f"{minutes} minutes") for minutes in (10, 20, 30, 60)))
ORDER = (("shelf", "Latest first"), ("title", "By title"), ("lightest", "Lightest first"))

Preset = Mapping[str, Any]
"""What an answer to "How much at a time?" brings along: some settings by name. Never the light."""

PRESETS: Mapping[str, Preset] = {
    Level.SENTENCE.value: {"speed": 0.9, "gap": 0.6, "long_sentences": "clauses"},
    Level.SHORT.value: {"speed": 1.0, "gap": 0.3, "long_sentences": "whole"},
    Level.LONGER.value: {"speed": 1.0, "gap": 0.3, "long_sentences": "whole"},
}
"""Ours: whoever asks for the least is read to slowest, with the most time between sentences."""


@dataclass(frozen=True, slots=True)
class Presets:
    """What a person has made of the presets, by level; a level that is missing has its usual one."""

    def repaired(self, value: object, _default: Mapping[str, Preset]) -> dict[str, dict[str, object]]:
        """Return what can be used: known levels, known settings, each within its own limits."""
        kept = value if isinstance(value, dict) else {}
        return {
            level: {
                name: LIMITS[name].repaired(own[name], PRESETS[level][name])
                for name in PRESETS[level]
                if name in own
            }
            for level in PRESETS
            if isinstance(own := kept.get(level), dict)
        }


Limit = Number | Choice | Text | Presets


def _within(limit: Limit, default: T) -> T:
    return field(default=default, metadata={"limit": limit})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. The defaults are the product; the limits come from REQUIREMENTS R4 to R8, R33.

    Sizes in points, line in multiples of the text size, letter and word in em, column in characters,
    dimmer in steps, volume 0 to 1, speed as a multiple of a calm reading pace, gap in seconds.
    """

    level: str = _within(Choice("How much at a time?", LEVELS), Level.SHORT.value)
    size: float = _within(Number("Words", 14, 96, 2, "Smaller", "Bigger", "{:g} pt"), 20)
    theme: str = _within(Choice("Light", THEMES), "auto")
    dimmer: float = _within(Number("Dimmer", 0, 12, 1, "Brighter", "Dimmer", "{:g}"), 0)
    font: str = _within(Choice("Letters", FONTS), "Atkinson Hyperlegible")
    line: float = _within(Number("Between lines", 1.5, 2.5, 0.05, "Closer", "Wider", "{:.2f}"), 1.55)
    letter: float = _within(Number("Between letters", 0, 0.2, 0.02, "Closer", "Wider", "{:.2f}"), 0)
    word: float = _within(Number("Between words", 0, 0.4, 0.04, "Closer", "Wider", "{:.2f}"), 0)
    column: float = _within(Number("Width of the text", 30, 72, 6, "Narrower", "Wider", "{:g} letters"), 66)
    volume: float = _within(Number("Loudness", 0.05, 1, 0.05, "Softer", "Louder", "{:.0%}"), 0.6)
    speed: float = _within(Number("Speed", 0.5, 2.0, 0.05, "Slower", "Faster", "{:.2f}"), 1.0)
    voice: str = _within(Text("Voice"), "")
    follow: str = _within(Choice("Follow the voice", FOLLOW), "word")
    gap: float = _within(Number("Between sentences", 0, 3, 0.3, "Shorter", "Longer", "{:.1f} seconds"), 0.3)
    after: str = _within(Choice("After each sentence", AFTER), "go on")
    long_sentences: str = _within(Choice("Long sentences", LONG_SENTENCES), "whole")
    focus: str = _within(Choice("Focus", FOCUS), "off")
    safe: str = _within(Choice("How long is safe today?", SAFE_TODAY), "off")
    order: str = _within(Choice("Texts", ORDER), "shelf")
    presets: Mapping[str, Preset] = field(default_factory=dict, metadata={"limit": Presets()})

    @property
    def word_spacing(self) -> float:
        """Return the word spacing in em, which is never left behind by wider letters (R7: 0.16 to 0.12)."""
        return max(self.word, self.letter * 4 / 3)

    def at(self, level: Level) -> "Settings":
        """Return the settings at another level: its preset comes, as the person last had it there."""
        if level.value == self.level:
            return self
        own = {name: getattr(self, name) for name in PRESETS[self.level]}
        presets = {**self.presets, self.level: own}
        preset = {**PRESETS[level.value], **presets.get(level.value, {})}
        return replace(self, level=level.value, presets=presets, **preset)


LIMITS: dict[str, Limit] = {entry.name: entry.metadata["limit"] for entry in fields(Settings)}


def repaired(raw: dict[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings nearest to what a file says, and the names whose value had to be mended."""
    default = Settings()
    values: dict[str, Any] = {}
    mended = []
    for name, limit in LIMITS.items():
        if name not in raw:
            continue
        values[name] = limit.repaired(raw[name], getattr(default, name))
        if values[name] != raw[name]:
            mended.append(name)
    return Settings(**values), tuple(mended)
