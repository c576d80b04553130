"""A long file comes in bit by bit, from a child that may not live to its end."""

import contextlib
import os
import select
import signal
import threading
from pathlib import Path

import pytest

from reader.formats import opening
from reader.formats.refusals import Refusal
from reader.ground.beside import Stop

SENTENCE = "Here stand some words that tell of nothing, and are many. "
KINDS = {"book.txt": "Chapter {}\n\n", "book.md": "## Chapter {}\n\n"}


@pytest.fixture(params=KINDS)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / request.param
    chapters = [KINDS[request.param].format(number) + SENTENCE * 60 for number in range(1, 31)]
    file.write_text("\n\n".join(chapters), encoding="utf-8")
    return file


def test_each_bit_is_the_beginning_of_the_next_and_the_last_one_is_the_whole(book: Path) -> None:
    *bits, whole = opening.arriving(book)
    assert len(bits) > 3
    assert whole == opening.open_file(book)
    for bit, following in zip(bits, [*bits[1:], whole], strict=True):
        assert not bit.is_whole
        assert following.blocks[: len(bit.blocks)] == bit.blocks
        assert all(following.cuts[level][: len(found)] == found for level, found in bit.cuts.items())
    assert len(bits[0].blocks) < len(whole.blocks) / 10


def children() -> set[int]:
    """Return the processes that this one has started."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        # One that ends meanwhile is none of ours.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            parent = process.joinpath("stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1]
            if int(parent) == os.getpid():
                found.add(int(process.name))
    return found


@pytest.mark.parametrize("ends", [signal.SIGKILL, signal.SIGSEGV])
def test_what_has_come_in_stays_when_the_child_is_killed(book: Path, ends: signal.Signals) -> None:
    before = children()
    arriving = opening.arriving(book)
    first = next(arriving)
    (child,) = children() - before
    os.kill(child, ends)
    with pytest.raises(Refusal, match=r"“book\.\w+” could not be opened to its end; nothing is lost"):
        list(arriving)
    assert first.blocks
    assert not first.is_whole


def test_a_child_that_is_busy_ends_when_it_is_asked_to_stop(tmp_path: Path) -> None:
    """So many brackets keep it busy for longer than any person waits; the wish comes from another thread."""
    file = tmp_path / "brackets.md"
    file.write_text("[" * 20_000)
    before, stop = children(), Stop()
    ended: list[Refusal] = []

    def wait() -> None:
        try:
            list(opening.arriving(file, stop=stop))
        except Refusal as refusal:
            ended.append(refusal)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not children() - before:
        waiting.join(0.01)
    stop.ask()
    waiting.join()
    assert ended
    assert "takes too long" not in str(ended[0])
    assert children() == before


def test_what_is_stopped_before_it_began_never_begins(book: Path) -> None:
    before, stop = children(), Stop()
    stop.ask()
    with pytest.raises(Refusal):
        list(opening.arriving(book, stop=stop))
    assert children() == before


def test_whoever_wants_no_more_ends_the_child(book: Path) -> None:
    before = children()
    arriving = opening.arriving(book)
    next(arriving)
    (child,) = children() - before
    life = os.pidfd_open(child)
    arriving.close()  # type: ignore[attr-defined]
    ended, _, _ = select.select([life], [], [], 30)
    os.close(life)
    assert ended
