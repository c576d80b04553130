"""Every kind of file is shown in the terminal, whole and without its notes in the text."""

import json
from pathlib import Path

import pytest

from reader.__main__ import main
from tests.formats.test_fuzz import FILES

ENDINGS = {"plain": ".txt", "markdown": ".md"}
NOTED = {"markdown": "A note.", "html": "Note", "epub": "Note", "docx": "Note"}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_each_kind_is_shown_as_data(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"file{ENDINGS.get(kind, f'.{kind}')}"
    file.write_bytes(FILES[kind])
    assert main(["show", str(file), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    told = "".join(block["text"] for block in data["blocks"] if block["kind"] != "heading")
    assert "Some words" in told
    assert "".join("".join(chunk["text"] for chunk in data["chunks"]).split()) == "".join(told.split())
    notes = [note["text"] for chunk in data["chunks"] for note in chunk["notes"]]
    assert notes[:1] == ([NOTED[kind]] if kind in NOTED else [])
    assert all(note not in told for note in notes)
