"""Keys that a person moves in the settings file."""

import pytest

from reader.session.commands import COMMANDS
from reader.session.own_keys import with_own_keys

DID_NOT_FIT = "Some keys in your settings did not fit, so they are as usual: {}."
SAME = {command.name: command.keys for command in COMMANDS}


def moved(raw: object) -> dict[str, tuple[str, ...]]:
    """Return the commands whose keys are not the usual ones."""
    commands, _ = with_own_keys(raw)
    return {command.name: command.keys for command in commands if command.keys != SAME[command.name]}


@pytest.mark.parametrize(
    ("raw", "then"),
    [
        (None, {}),
        ({}, {}),
        ({"F9": "F2"}, {"dimmer": ("F2",)}),
        ({"Space": "N"}, {"space": ("N",)}),
        ({"Right": "Ctrl+Alt+Shift+F12"}, {"next": ("Enter", "Ctrl+Alt+Shift+F12", "Page Down")}),
        ({"Ctrl+B": ""}, {"bookmark": ()}),
        # A key that is taken leaves its usual work; two may also change places.
        ({"F9": "F10"}, {"dimmer": ("F10",), "menu": ()}),
        ({"F9": "F10", "F10": "F9"}, {"dimmer": ("F10",), "menu": ("F9",)}),
    ],
)
def test_a_key_is_moved(raw: object, then: dict[str, tuple[str, ...]]) -> None:
    assert moved(raw) == then
    assert with_own_keys(raw)[1] == ""


@pytest.mark.parametrize(
    ("raw", "odd"),
    [
        ("F9", "keys"),
        ([["F9", "F2"]], "keys"),
        ({"F12": "F2"}, "F12"),
        ({"F9": "f2"}, "F9"),
        ({"F9": "Shift+Ctrl+B"}, "F9"),
        ({"F9": "dimmer"}, "F9"),
        ({"F9": 2, "F10": None}, "F9, F10"),
        ({"dimmer": ["F2"]}, "dimmer"),
    ],
)
def test_what_does_not_fit_is_named_and_the_usual_key_stays(raw: object, odd: str) -> None:
    assert moved(raw) == {}
    assert with_own_keys(raw)[1] == DID_NOT_FIT.format(odd)


def test_one_odd_entry_leaves_the_others() -> None:
    assert moved({"F9": "F2", "F99": "F3"}) == {"dimmer": ("F2",)}
