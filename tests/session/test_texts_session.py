"""A person's own texts stay in the library, whatever becomes of their files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.formats.refusals import Refusal
from reader.formats.shelf import Shelf
from reader.ground.beside import Stop
from reader.model.document import Document
from reader.session.texts import Texts
from reader.store.database import opened
from reader.store.texts import NOT_KEPT, TextStore

LETTER = "# A letter\n\nDear Ann, all is well.\n\n![A garden](garden.png)\n"
LONG = "\n\n".join(f"This is paragraph {number} of many more." for number in range(500))
GARDEN = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0"


class Library:
    """The texts of one who has one article, and files of their own."""

    def __init__(self, folder: Path, clock: Any) -> None:
        self.folder = folder
        (folder / "1-gut.md").write_text("# Gut\n\nWords.\n")
        self.database, _ = opened(folder / "data" / "reader.sqlite3")
        self.store = TextStore(folder / "data" / "texts", self.database)
        self.texts = Texts(Shelf([folder / "1-gut.md"]), self.store, clock)
        self.said: list[str] = []
        self.came: list[str] = []
        self.texts.not_kept.connect(self.said.append)
        self.texts.kept.connect(lambda document: self.came.append(document.title))

    def file(self, name: str = "letter.md", content: str = LETTER) -> Path:
        file = self.folder / name
        file.write_text(content, encoding="utf-8")
        return file

    def open(self, name: str | Path) -> Document:
        return self.texts.open(str(name))

    def lose(self, id_: str, name: str) -> None:
        """Damage one of the library's own files."""
        (self.folder / "data" / "texts" / id_ / name).write_bytes(b"?")


@pytest.fixture
def library(tmp_path: Path, clock: Any) -> Iterator[Library]:
    library = Library(tmp_path, clock)
    yield library
    library.database.close()


def test_an_article_is_there_at_once_and_is_not_kept(library: Library) -> None:
    assert library.texts.ids() == ("gut",)
    assert library.open("gut").title == "Gut"
    assert (library.store.all(), library.came) == ((), [])


def test_a_file_is_kept_when_it_is_opened_and_opens_again_when_it_is_gone(library: Library) -> None:
    (library.folder / "garden.png").write_bytes(GARDEN)
    file = library.file()
    first = library.open(file)
    assert (library.came, library.store.of(first.id)) == (["A letter"], library.store.all()[0])
    file.unlink()
    (library.folder / "garden.png").unlink()
    again = library.open(library.texts.name_of(first.id, file))
    assert again == first
    assert dict(again.pictures) == dict(first.pictures) == {first.blocks[-1].picture: GARDEN}


def test_nothing_is_taken_apart_twice(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = library.open(library.file())
    monkeypatch.setattr("reader.formats.opening.taken_apart", None)
    assert library.open(library.file()) == library.open(library.file("copy.md")) == first


def test_a_file_that_was_moved_or_renamed_is_the_same_text_and_its_new_name_is_remembered(
    library: Library,
) -> None:
    file = library.file()
    first = library.open(file)
    moved = file.rename(library.folder / "from Ann 😀.MD")
    assert library.open(moved).id == first.id
    assert [kept.path for kept in library.store.all()] == [moved]
    assert library.came == ["A letter"]


def test_a_file_with_another_ending_is_read_otherwise(library: Library) -> None:
    plain = library.open(library.file("letter.txt"))
    formatted = library.open(library.file("letter.md"))
    assert plain.id == formatted.id
    assert plain.blocks != formatted.blocks
    assert library.open(plain.id).blocks == formatted.blocks


def test_a_file_that_was_edited_is_another_text_and_the_older_one_stays(library: Library) -> None:
    older = library.open(library.file())
    newer = library.open(library.file(content=LETTER.replace("well", "very well")))
    assert {kept.id for kept in library.store.all()} == {older.id, newer.id}
    assert library.open(older.id) == older


def test_a_text_that_leaves_the_library_while_it_is_on_its_way_does_not_come_back(library: Library) -> None:
    file = library.file()
    for document in library.texts.arriving(str(file)):
        library.texts.leave_out(document.id)
    assert (library.store.all(), library.came) == ((), [])
    assert library.open(file).title == "A letter"
    assert library.came == ["A letter"], "whoever opens it again wants it"


def test_a_text_that_is_let_in_again_while_it_is_on_its_way_is_kept(library: Library) -> None:
    for document in library.texts.arriving(str(library.file())):
        library.texts.leave_out(document.id)
        library.texts.let_in(document.id)
    assert library.came == ["A letter"]


def test_what_was_mended_is_there_when_the_text_is_opened_again(library: Library) -> None:
    file = library.file()
    id_ = library.open(file).id
    library.store.mend(id_, title="From Ann", author="Ann", language="en-GB")
    for name in (id_, file):
        document = library.open(name)
        assert (document.title, document.source.author, document.language) == ("From Ann", "Ann", "en-GB")


@pytest.mark.parametrize("by_its_file", [False, True])
def test_what_was_mended_is_there_when_the_text_has_to_be_taken_apart_again(
    library: Library, by_its_file: bool
) -> None:
    file = library.file()
    id_ = library.open(file).id
    library.store.mend(id_, title="From Ann", author="Ann", language="en-GB")
    library.lose(id_, "text.json")
    for document in library.texts.arriving(str(file) if by_its_file else id_):
        assert (document.title, document.source.author, document.language) == ("From Ann", "Ann", "en-GB")


def test_a_damaged_text_is_made_anew_from_the_copy_else_from_the_file(library: Library) -> None:
    file = library.file()
    first = library.open(file)
    library.lose(first.id, "text.json")
    file.rename(library.folder / "elsewhere.md")
    assert library.open(first.id) == first
    library.lose(first.id, "text.json")
    library.lose(first.id, "original.md")
    with pytest.raises(Refusal, match=r"“letter.md” was not found"):
        library.open(first.id)
    (library.folder / "elsewhere.md").rename(file)
    assert library.open(first.id) == library.open(first.id) == first


def test_a_text_of_before_that_is_not_kept_yet_opens_from_its_file(library: Library) -> None:
    file = library.file()
    assert library.texts.name_of("0123456789abcdef", file) == str(file)
    assert library.texts.name_of("gut", None) == "gut"
    assert library.open(file).title == "A letter"


def test_a_library_that_cannot_be_written_is_said_and_the_text_can_be_read(library: Library) -> None:
    (library.folder / "data" / "texts").write_text("in the way")
    assert library.open(library.file()).title == "A letter"
    assert (len(library.said), library.came, library.store.all()) == (1, [], ())
    assert library.texts.take_in(library.file()) is None


def test_a_database_that_fails_is_said_and_the_text_can_be_read(library: Library) -> None:
    library.database.rows("DROP TABLE text")
    assert library.open(library.file()).title == "A letter"
    assert library.said


def test_a_file_that_cannot_be_opened_leaves_nothing_behind(library: Library) -> None:
    for name in (library.file("empty.md", " "), library.folder / "missing.md", library.folder):
        with pytest.raises(Refusal):
            library.open(name)
    assert (library.store.all(), library.came) == ((), [])


@pytest.mark.parametrize("meanwhile", [lambda file: file.write_text("Else."), Path.unlink])
def test_a_file_that_is_changed_or_gone_while_it_is_opened_is_read_and_not_kept(
    library: Library, meanwhile: Any
) -> None:
    read = []
    for document in library.texts.arriving(str(library.file())):
        read.append(document.title)
        meanwhile(library.folder / "letter.md")
    assert (read, library.said) == (["A letter"], [NOT_KEPT])
    assert library.store.all() == ()


def test_a_text_that_nobody_waits_for_to_its_end_is_not_kept(library: Library) -> None:
    arriving = library.texts.arriving(str(library.file("long.md", LONG)))
    assert not next(arriving).is_whole
    arriving.close()  # type: ignore[attr-defined]
    assert library.store.all() == ()


def test_a_file_is_taken_in_without_being_shown(library: Library) -> None:
    kept = library.texts.take_in(library.file())
    assert kept is not None
    assert (kept.title, kept.path) == ("A letter", library.folder / "letter.md")


@pytest.mark.parametrize(("title", "shown"), [("", "A letter"), ("From Ann", "From Ann")])
def test_what_was_copied_is_kept_like_a_file(library: Library, title: str, shown: str) -> None:
    for _ in range(2):
        *_, document = library.texts.arriving_copied(LETTER.encode(), "markdown", title)
        assert document.title == shown
    assert [(kept.title, kept.path) for kept in library.store.all()] == [(shown, None)]
    assert library.open(document.id) == document
    assert list(library.folder.glob("gentle-reader-*")) == []


def test_what_was_copied_is_kept_though_another_text_is_read_by_now(library: Library) -> None:
    stop = Stop()
    arriving = library.texts.arriving_copied(LETTER.encode(), "markdown", "Copied", stop)
    shown = next(arriving)
    stop.ask()
    arriving.close()
    assert library.store.open(shown.id).blocks == shown.blocks


@pytest.mark.parametrize("title", ["", "Copied"])
def test_a_copy_whose_rest_is_left_out_is_kept_whole_since_nobody_can_open_it_again(
    library: Library, title: str
) -> None:
    stop = Stop()
    content = f"# Long\n\n{LONG}".encode()
    arriving = library.texts.arriving_copied(content, "markdown", title, stop)
    shown = next(arriving)
    assert not shown.is_whole
    stop.ask()
    assert list(arriving) == [], "what is left out does not come all the same"
    whole = library.open(shown.id)
    assert (whole.title, library.came) == (shown.title, [shown.title])
    assert whole.blocks[-1].text == LONG.split("\n\n")[-1]


def test_a_copy_that_is_stopped_before_it_is_shown_is_not_kept(library: Library) -> None:
    stop = Stop()
    stop.ask()
    with pytest.raises(Refusal):
        list(library.texts.arriving_copied(LONG.encode(), "markdown", stop=stop))
    assert library.store.all() == ()


def test_a_copy_that_breaks_off_by_itself_says_so_and_is_not_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    arriving = library.texts.arriving_copied(LONG.encode(), "markdown", stop=Stop())
    next(arriving)
    monkeypatch.setattr("reader.formats.apart._portion", broken)
    with pytest.raises(Refusal, match="is damaged"):
        next(arriving)
    assert library.store.all() == ()


def broken(*_: object) -> None:
    raise Refusal("Copied text", "is damaged")


def test_a_text_that_another_window_has_taken_out_says_so(library: Library) -> None:
    kept = library.texts.take_in(library.file())
    library.store.remove(kept.id)
    with pytest.raises(Refusal, match="“This text” is not in the library any more; nothing is lost"):
        library.texts.open(kept.id)
