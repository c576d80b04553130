"""Files of every sort: opened, or declined in one kind sentence."""

import os
import unicodedata
from pathlib import Path

import pytest

from reader.formats import apart, opening, parsing
from reader.formats.opening import open_bundled, open_file
from reader.formats.refusals import Refusal
from reader.formats.shelf import Shelf
from reader.ground import bundled
from reader.model.document import Document


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def texts(document: Document) -> list[str]:
    """Return the text of each block."""
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("name", ["a.md", "a.MARKDOWN", "a.txt", "a.Text", "a"])
def test_text_files_open(tmp_path: Path, name: str) -> None:
    assert texts(open_file(write(tmp_path, name, "One line.\n\nAnother."))) == ["One line.", "Another."]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("It’s β.".encode(), id="UTF-8"),
        pytest.param("It’s β.".encode("utf-8-sig"), id="with a mark"),
        pytest.param("It’s β.".encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xfe\xff" + "It’s β.".encode("utf-16-be"), id="the other UTF-16"),
    ],
)
def test_unicode_of_any_kind_opens(tmp_path: Path, content: bytes) -> None:
    assert texts(open_file(write(tmp_path, "a.txt", content))) == ["It’s β."]


def test_windows_text_opens(tmp_path: Path) -> None:
    assert texts(open_file(write(tmp_path, "a.txt", "It’s – a café.".encode("cp1252")))) == ["It’s – a café."]


def test_all_that_a_document_holds_comes_back_from_the_child() -> None:
    notes = Path(__file__).parents[1] / "data" / "notes.md"
    *_, there = apart.taken_apart("markdown", notes, "n.md")
    here = parsing.parse("markdown", notes.read_bytes(), "n.md")
    assert (there, there.cuts) == (here, here.cuts)


def test_the_same_content_is_the_same_text_wherever_it_lies(tmp_path: Path) -> None:
    one, two = write(tmp_path, "a.md", "Words."), write(tmp_path, "b.md", "Words.")
    assert open_file(one).id == open_file(two).id != open_file(write(tmp_path, "a.md", "Other words.")).id


def test_the_spare_title_is_the_name_of_the_file(tmp_path: Path) -> None:
    assert open_file(write(tmp_path, "my\tnotes.md", "Words.")).title == "my notes"


@pytest.mark.parametrize("name", ["README", "README.Debian", "notes.rst", "plan.org"])
def test_a_plain_text_may_be_called_otherwise(tmp_path: Path, name: str) -> None:
    assert texts(open_file(write(tmp_path, name, "Rest first.\n\nThen walk on."))) == [
        "Rest first.",
        "Then walk on.",
    ]


def refused(path: Path) -> str:
    """Return the sentence with which a file is declined."""
    with pytest.raises(Refusal) as refusal:
        open_file(path)
    sentence = str(refusal.value)
    assert sentence.count("nothing is lost") == 1
    assert sentence.endswith(".")
    assert not [letter for letter in sentence if unicodedata.category(letter) == "Cc"]
    return sentence


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xyz", "words", "“a.xyz” is a kind of file that is not known here"),
        ("a.docx", "words", "is damaged"),
        ("a.txt", "", "has no words in it"),
        ("a.md", "***\n\n<!-- x -->", "has no words in it"),
        ("a.txt", b"PNG\0\1\2", "does not seem to hold text"),
        ("a.txt", bytes(range(1, 32)) * 9, "does not seem to hold text"),
        ("a.txt", b"a" * (opening.LARGEST["plain"] + 1), "is larger than 5 MB"),
        ("a\x1b[2J\nb.xyz", "words", "“a[2J b.xyz” is a kind"),
    ],
)
def test_what_is_no_text_is_declined(tmp_path: Path, name: str, content: str | bytes, says: str) -> None:
    assert says in refused(write(tmp_path, name, content))


def test_a_long_name_is_shortened(tmp_path: Path) -> None:
    assert len(refused(write(tmp_path, f"{'long' * 50}.xyz", "words"))) < 180


def test_a_missing_file_is_declined(tmp_path: Path) -> None:
    assert "“none.txt” was not found" in refused(tmp_path / "none.txt")


def test_a_folder_is_declined(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "“/” is a folder" in refused(Path("/"))


def test_a_name_no_file_can_have_is_declined() -> None:
    assert "could not be read" in refused(Path("a\0b.txt"))
    assert "could not be read" in refused(Path("a" * 5000))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_declined_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is not an ordinary file" in refused(tmp_path / "pipe.txt")


def test_a_locked_file_is_declined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_args: object) -> None:
        raise PermissionError

    path = write(tmp_path, "a.txt", "words")
    monkeypatch.setattr(Path, "open", locked)
    assert "may not be read here" in refused(path)


def test_a_file_made_to_hang_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1.0)
    assert "takes too long to open" in refused(write(tmp_path, "a.md", "[" * 20_000))


def test_a_file_that_fells_the_parser_is_declined(tmp_path: Path) -> None:
    assert "could not be opened" in refused(write(tmp_path, "a.md", "- " * 2000 + "x"))


def test_bundled_articles_are_known_by_their_names() -> None:
    shelf = Shelf()
    documents = list(shelf.documents())
    assert [document.id for document in documents] == list(shelf.ids())
    assert not any(id_[0].isdigit() for id_ in shelf.ids())
    assert shelf.open(shelf.ids()[0]) is documents[0]
    assert open_bundled(next(bundled.listed("articles", ".md"))) == documents[0]


def test_a_title_cannot_turn_the_sentence_around_it(tmp_path: Path) -> None:
    title = "\u202eesrever\u2066 " + "x" * 5000
    document = open_file(write(tmp_path, "a.md", f"---\ntitle: {title}\nauthor: \u202eA\n---\n\nWords."))
    assert document.title.startswith("esrever xx")
    assert len(document.title) == 300
    assert document.source.author == "A"
    assert "\u202e" not in refused(tmp_path / "\u202ename.txt")
