"""A person's own texts are listed and read in the terminal, too."""

from pathlib import Path

import pytest

from reader.__main__ import _opens_window
from reader.cli.terminal import main
from reader.formats import parsing
from reader.model.document import Document
from reader.model.effort import Effort
from reader.store.database import Database, opened
from reader.store.effort import EffortStore
from reader.store.folders import Folders
from reader.store.texts import TextStore

ID = "0123456789abcdef"
LETTER = b"# A letter\n\nDear Ann, all is well.\n"


@pytest.fixture
def letter(home: Path) -> Folders:
    """Keep a letter in the library of the person at home."""
    folders = Folders.of_person()
    assert home in folders.data.parents
    database = _opened(folders)
    made = parsing.parse("markdown", LETTER, "letter")
    document = Document(ID, made.title, made.blocks, cuts=made.cuts)
    TextStore(folders.texts, database).keep(document, LETTER, ".md", None, added=0)
    database.close()
    return folders


def _opened(folders: Folders) -> Database:
    return opened(folders.database)[0]


def test_before_the_window_was_opened_nothing_is_made(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["list"]), main(["show", ID])) == (0, 2)
    assert "was not found" in capsys.readouterr().err
    assert list(home.rglob("*")) == []


def test_an_own_text_is_listed_and_what_it_asks_once_that_is_known(
    letter: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["list"])
    assert f"\n{ID}\n  A letter\n\n" in capsys.readouterr().out
    database = _opened(letter)
    EffortStore(database).keep(ID, Effort(5, 0, 5, 1))
    database.close()
    main(["list"])
    assert f"\n{ID}\n  A letter\n  up to 5 minutes" in capsys.readouterr().out.lower().replace(
        "a letter", "A letter"
    )


@pytest.mark.parametrize("lost", ["", "text.json"])
def test_an_own_text_is_shown_by_its_id(
    letter: Folders, lost: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if lost:
        (letter.texts / ID / lost).write_bytes(b"?")
    database = _opened(letter)
    TextStore(letter.texts, database).mend(ID, title="From Ben")
    database.close()
    assert main(["show", ID, "--json"]) == 0
    shown = capsys.readouterr().out
    assert "Dear Ann, all is well." in shown
    assert '"title": "From Ben"' in shown


def test_a_text_whose_folder_is_gone_is_declined_in_one_sentence(
    letter: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    (letter.texts / ID).rename(letter.texts / "elsewhere")
    assert main(["show", ID]) == 2
    assert "could not be read; nothing is lost" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "opens"), [(ID, True), ("how-to-use-this-reader", True), ("nobody", False)])
def test_an_id_opens_the_window_as_a_file_does(letter: Folders, name: str, opens: bool) -> None:
    assert _opens_window([name]) is opens


def test_before_the_window_was_opened_no_id_is_known(home: Path) -> None:
    assert not _opens_window([ID])
    assert list(home.rglob("*")) == []
