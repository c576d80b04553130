"""The help article, the README and the command table tell the same keys."""

import re
from pathlib import Path

import pytest

from reader.session.commands import COMMANDS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("text", ["resources/articles/3-how-to-use-this-reader.md", "README.md"])
def test_the_key_table_is_the_command_table(text):
    table = [
        (", ".join(command.keys), command.silent, command.speaking) for command in COMMANDS if command.keys
    ]
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \| (.+?) \|$", (ROOT / text).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert rows[1:] == table, "the row of headings stands first"


def test_no_key_does_two_things():
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
