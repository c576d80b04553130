"""Settings stay within their limits, whatever a file says."""

import math
from dataclasses import asdict, fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reader.model.level import Level
from reader.model.settings import LIMITS, PRESETS, Number, Settings, repaired

ANYTHING = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(), some.text(), some.lists(some.integers())
)


def test_the_defaults_are_within_their_own_limits():
    assert repaired(asdict(Settings())) == (Settings(), ())


def test_every_setting_has_limits():
    assert set(LIMITS) == {entry.name for entry in fields(Settings)}


@pytest.mark.parametrize(
    ("name", "said", "kept"),
    [
        ("size", 500, 96),
        ("size", 2, 14),
        ("size", "big", 20),
        ("size", math.nan, 20),
        ("size", True, 20),
        ("speed", 0.1, 0.5),
        ("speed", -math.inf, 1.0),
        ("theme", "neon", "auto"),
        ("theme", 3, "auto"),
        ("font", "Wingdings", "Atkinson Hyperlegible"),
        ("voice", "x" * 501, ""),
        ("level", None, "short"),
    ],
)
def test_a_value_that_cannot_be_is_mended_and_named(name, said, kept):
    record, mended = repaired({name: said})
    assert getattr(record, name) == kept
    assert mended == (name,)


def test_what_is_unknown_is_left_alone():
    assert repaired({"colour of the moon": "blue"}) == (Settings(), ())


@settings(deadline=None)
@given(some.dictionaries(some.sampled_from(sorted(LIMITS)), ANYTHING))
def test_whatever_a_file_says_the_settings_hold(raw):
    record, mended = repaired(raw)
    assert set(mended) <= set(raw)
    assert repaired(asdict(record)) == (record, ())


@pytest.mark.parametrize("letter", [0, 0.04, 0.12, 0.2])
def test_wider_letters_take_the_words_along(letter):
    """R7: 0.12 em between letters goes with 0.16 em between words."""
    assert Settings(letter=letter).word_spacing >= letter * 0.16 / 0.12 - 1e-9


def test_the_limits_of_text_are_those_that_were_agreed():
    size, line, column = LIMITS["size"], LIMITS["line"], LIMITS["column"]
    assert isinstance(size, Number)
    assert isinstance(line, Number)
    assert isinstance(column, Number)
    assert (size.low, size.high) == (14, 96)
    assert (line.low, line.high) == (1.5, 2.5)
    assert column.high <= 80


def preset(record: Settings) -> tuple[float, float, str]:
    return record.speed, record.gap, record.long_sentences


def test_each_answer_to_how_much_brings_its_own_pace_and_never_the_light():
    few = Settings(theme="night", dimmer=2).at(Level.SENTENCE)
    assert preset(few) == (0.9, 0.6, "clauses")
    assert preset(few.at(Level.LONGER)) == preset(few.at(Level.SHORT)) == (1.0, 0.3, "whole")
    assert (few.theme, few.dimmer, few.size) == ("night", 2, 20)


def test_what_a_person_made_of_an_answer_waits_for_them_there():
    own = replace(Settings().at(Level.SENTENCE), speed=0.7)
    away = own.at(Level.LONGER)
    assert away.speed == 1.0
    assert preset(away.at(Level.SENTENCE)) == preset(own) == (0.7, 0.6, "clauses")


def test_no_preset_is_quicker_than_the_calm_pace_it_comes_with():
    for values in PRESETS.values():
        assert values["speed"] <= Settings().speed
        assert values["gap"] >= Settings().gap


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ([], {}),
        ({"huge": {"speed": 1}}, {}),
        ({"short": 3}, {}),
        ({"short": {"speed": 9, "theme": "bright"}}, {"short": {"speed": 2.0}}),
        ({"sentence": {"gap": "long"}}, {"sentence": {"gap": 0.6}}),
    ],
)
def test_presets_that_cannot_be_are_mended(said, kept):
    record, mended = repaired({"presets": said})
    assert record.presets == kept
    assert mended == ("presets",)
