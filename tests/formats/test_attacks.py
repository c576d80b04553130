"""Files made to harm: each opens, or is declined in one kind sentence, and nothing else happens.

How long that takes is measured by the benchmarks; here a child is given up early, to the same end.
"""

import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.formats import apart
from reader.formats.bounds import LONGEST
from reader.formats.opening import arriving
from reader.formats.refusals import Refusal
from reader.ground.children import Child, ChildSlowError
from reader.model.document import Document
from tests.formats.attacks import GROUPS

SECONDS = 1.0
"""Ours: enough for each of them that opens at all, and little enough to wait for those that do not."""

TOO_SLOW = "takes too long to open"
SECRET = "secret of the next folder"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LONGEST", SECONDS)


def outcome(path: Path) -> Document | str:
    """Return the document as far as it came, or the sentence that declined it."""
    last: Document | None = None
    try:
        for document in arriving(path):
            last = document
    except Refusal as refusal:
        return last or str(refusal)
    assert last
    return last


def check(document: Document) -> None:
    """Nothing in a document can harm the page: no control characters, no endless block, no way out."""
    for block in document.blocks:
        assert len(block.text) <= LONGEST
        bad = [
            letter for letter in block.text if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs")
        ]
        assert not bad
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
            assert not span.target.startswith(("javascript:", "file:", "data:", "/", "\\")), span
    assert len(document.title) <= 300
    assert not set(document.title) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\n\x1b")
    assert SECRET not in "".join(block.text for block in document.blocks)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("group", GROUPS)
def test_whatever_a_file_goes_for_it_opens_or_is_kindly_declined(tmp_path: Path, group: str) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (tmp_path / "x").write_text(SECRET)
    for name, content in GROUPS[group]():
        path = folder / name
        path.write_bytes(content)
        found = outcome(path)
        if isinstance(found, Document):
            check(found)
        else:
            assert found.startswith(f"“{name}” "), found
            assert "; nothing is lost, please " in found
            assert found.endswith(".")
            assert found.count(".") <= 3, "one sentence"
        assert list(folder.iterdir()) == [path], "no file appears beside it"
        path.unlink()


def test_what_opened_before_opens_still_after_one_that_did_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = tmp_path / "a.md", tmp_path / "b.md"
    bad.write_text("[" * 20_000)
    good.write_text("Words.")
    with monkeypatch.context() as patch:
        patch.setattr(apart, "LONGEST", SECONDS)
        assert TOO_SLOW in str(outcome(bad))
    assert isinstance(outcome(good), Document)


BODY = (
    '{"details":{"title":"t","language":"en","summary":"","source":["","","","",""]},"name":"n","share":%s,'
    + ('"blocks":[%s],"cuts":{%s},"is_last":%s}')
)
BLOCK = '["b","paragraph","words",0,[%s],"",""]'


LEVELS = '"sentence":[],"short":[%s],"longer":[]'
HONEST = BODY % (0, BLOCK % "", LEVELS % "0,0", "true")


def framed(body: str, header: str = '"pictures":{}') -> bytes:
    """Return a frame as a child writes it."""
    return f'{{{header},"size":{len(body.encode())}}}\n{body}'.encode()


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"words\n", id="no JSON"),
        pytest.param(b"[" * 500_000, id="deep JSON"),
        pytest.param(b'{"size":99999999999}\n', id="too large"),
        pytest.param(framed("[" * 900_000), id="a deep body"),
        pytest.param(framed("words"), id="no portion"),
        pytest.param(framed("{}"), id="an empty portion"),
        pytest.param(framed("", '"unfit":7'), id="no reason"),
        pytest.param(framed("", '"unfit":[]'), id="an empty reason"),
        pytest.param(framed("{}", '"pictures":{"a":-5}'), id="pictures of no size"),
        pytest.param(
            framed(HONEST, '"pictures":{"../../../.profile":0}'), id="a picture that is a file elsewhere"
        ),
        pytest.param(
            framed(BODY % (0, BLOCK % '[0,5,"link","file:///etc"]', LEVELS % "0,0", "true")),
            id="a link to a file",
        ),
        pytest.param(framed(HONEST.replace('["","","","",""]', '["","","",7,""]')), id="a number as author"),
        pytest.param(
            framed(BODY % (0, BLOCK % '[3,99,"link",""]', LEVELS % "", "true")), id="a span outside"
        ),
        pytest.param(framed(BODY % (0, BLOCK % '[0,1,"odd",""]', LEVELS % "", "true")), id="an odd style"),
        pytest.param(
            framed(BODY % (0, '["b","odd","words",0,[],"",""]', LEVELS % "", "true")), id="an odd kind"
        ),
        pytest.param(
            framed(BODY % (0, '["b","paragraph",7,0,[],"",""]', LEVELS % "", "true")), id="no words"
        ),
        pytest.param(framed(BODY % (0, '["b"]', "", "true")), id="half a block"),
        pytest.param(framed(BODY % (0, BLOCK % "", LEVELS % "0,0,5,0", "true")), id="a cut outside"),
        pytest.param(framed(BODY % (0, BLOCK % "", LEVELS % "0,3,0,0", "true")), id="cuts out of order"),
        pytest.param(framed(BODY % (0, BLOCK % "", '"odd":[0,0]', "true")), id="an odd level"),
        pytest.param(framed(BODY % (0, BLOCK % "", "", "true")), id="no levels"),
        pytest.param(framed(BODY % (7, BLOCK % "", LEVELS % "", "true")), id="an odd share"),
        pytest.param(framed(BODY % (0, BLOCK % "", LEVELS % "", '"yes"')), id="an odd end"),
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    path = tmp_path / "a.md"
    path.write_text("Words.")
    script = tmp_path / "child.py"
    script.write_text(f"import sys\nsys.stdin.buffer.readline()\nsys.stdout.buffer.write({answer!r})\n")
    monkeypatch.setattr(apart, "worker", lambda *_: (sys.executable, str(script)))
    assert "could not be opened" in str(outcome(path))


def test_an_honest_frame_of_that_kind_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, script = tmp_path / "a.md", tmp_path / "child.py"
    path.write_text("Words.")
    answer = framed(HONEST)
    script.write_text(f"import sys\nsys.stdin.buffer.readline()\nsys.stdout.buffer.write({answer!r})\n")
    monkeypatch.setattr(apart, "worker", lambda *_: (sys.executable, str(script)))
    assert isinstance(outcome(path), Document)


def swapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swap: Callable[[Path], object]) -> str:
    """Return what is said of a file that is swapped once the child has been asked for it."""
    path = tmp_path / "a.md"
    path.write_text("Words.")
    ask = Child.ask

    def late(child: Child, *values: object) -> None:
        swap(path)
        ask(child, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(Child, "ask", late)
    return str(outcome(path))


def test_a_file_that_changes_while_it_is_opened_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = swapped(tmp_path, monkeypatch, lambda path: path.write_text("Other words. " * 1000))
    assert "has changed while it was opened; nothing is lost, please open it again." in said


def test_a_file_that_vanishes_is_declined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "could not be opened" in swapped(tmp_path, monkeypatch, Path.unlink)


@pytest.mark.usefixtures("impatient")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_file_that_turns_into_a_pipe_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def turn(path: Path) -> None:
        path.unlink()
        os.mkfifo(path)

    assert TOO_SLOW in swapped(tmp_path, monkeypatch, turn)


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/full", "loop.txt", "/nowhere"])
def test_a_link_that_leads_to_no_file_is_declined(tmp_path: Path, target: str) -> None:
    path = tmp_path / "loop.txt"
    path.symlink_to(target)
    assert "nothing is lost" in str(outcome(path))


def test_the_rest_of_a_text_that_fells_the_child_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pieces that are there stay; the sentence says that they can be read."""
    path = tmp_path / "a.md"
    path.write_text("Words and more words.\n\n" * 5000)
    arrive: Iterator[Document] = arriving(path)
    first = next(arrive)
    assert not first.is_whole
    monkeypatch.setattr(Child, "_answer", _never)
    with pytest.raises(
        Refusal, match="could not be opened to its end; nothing is lost, what is here can be read"
    ):
        list(arrive)
    assert first.blocks


def _never(_child: Child, _frame: object) -> None:
    raise ChildSlowError
