"""Keys that a person has moved: "keys" in the settings file, such as {"F9": "F2"}."""

import re
from dataclasses import replace

from reader.session.command import Command
from reader.session.commands import COMMANDS

_KEY = re.compile(
    r"(Ctrl\+)?(Alt\+)?(Shift\+)?"
    r"(F[1-9]\d?|[^\Wa-z_]|[^\w\s]|Space|Enter|Esc|Tab|Backspace|Ins|Del|Home|End|Left|Right|Up|Down"
    r"|Page Up|Page Down|media (?:Play|Stop|Next|Previous))"
)


def with_own_keys(moved: object) -> tuple[tuple[Command, ...], str]:
    """Return the commands with their keys moved, and "" or a kind sentence about what did not fit.

    `moved` has the usual key and the person's own, both as in the table of keys; "" takes a key away. A key
    that was taken for something else leaves its usual work.
    """
    entries = moved.items() if isinstance(moved, dict) else [("keys", moved)] if moved else []
    usual = {key for command in COMMANDS for key in command.keys}
    own = {key: new for key, new in entries if key in usual and _is_key(new)}
    odd = ", ".join(str(key) for key, _ in entries if key not in own)

    def keys(command: Command) -> tuple[str, ...]:
        held = (own.get(key, "" if key in own.values() else key) for key in command.keys)
        return tuple(filter(None, held))

    sentence = f"Some keys in your settings did not fit, so they are as usual: {odd}." if odd else ""
    return tuple(replace(command, keys=keys(command)) for command in COMMANDS), sentence


def _is_key(name: object) -> bool:
    return isinstance(name, str) and (not name or bool(_KEY.fullmatch(name)))
