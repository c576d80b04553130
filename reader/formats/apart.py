"""A file from outside, taken apart by a process that can be killed.

Twenty thousand brackets keep the Markdown library busy for minutes. Files from outside are therefore taken
apart by a child, whatever their format: one guard for every way to hang, crash or eat the memory. Its start
costs about 0.1 s. It reads that one file and the pictures beside it, and can do nothing else; what it answers
is looked at as if the file itself had said it.

The child is asked for one portion after the other, so that a book can be read while the rest of it is still
on its way.
"""

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

from reader.formats.parsing import Growing, Portion, draft_of, portions, reader_of
from reader.formats.pictures import TOGETHER
from reader.formats.portion_frames import packed, unpacked
from reader.formats.refusals import Refusal, Unfit
from reader.ground.beside import Stop
from reader.ground.children import Child, ChildError, ChildSlowError, Frame, answer_frames, worker
from reader.ground.confinement import confine
from reader.model.document import Document

SECONDS, SECONDS_A_MILLION, LONGEST = 10.0, 10.0, 40.0
"""How long a portion may take, how much longer for a million bytes, and at most.

Honest files take a third of that. Whoever waits is told in well under a minute.
"""

MEMORY = 1_500_000_000
"""Bytes of address space: the largest honest files take a third of it."""

LARGEST_ANSWER = TOGETHER + 40_000_000
"""Bytes of a portion: all pictures of a text, and many times the words of one."""


def taken_apart(
    kind: str, path: Path, name: str, folder: Path | None = None, stop: Stop | None = None
) -> Iterator[Document]:
    """Yield the document in a file as it grows, by way of a child, until it is whole.

    Raises Refusal when the child does not manage. The child is killed when nobody asks for more, or when
    it is to stop.
    """
    answers: SimpleQueue[Frame | ChildError] = SimpleQueue()
    try:
        size = path.stat().st_size
    except OSError as error:
        raise Refusal(name, "was not found", "please check the name") from error
    child = _child(size)
    question = Frame(
        {
            "kind": kind,
            "path": str(path.absolute()),
            "length": size,
            "name": name,
            "folder": str(folder) if folder else None,
        }
    )

    def give_up() -> None:
        child.kill()
        answers.put(ChildError("stopped"))

    growing = Growing()
    (stop or Stop()).then(give_up)
    try:
        while not growing.document.is_whole:
            child.ask(question, answers.put, answers.put)
            yield growing.take(_portion(answers.get(), name, growing.document))
            question = Frame({})
    finally:
        child.end()


def _child(size: int) -> Child:
    """Return a child for a file of so many bytes."""
    return Child(
        worker("parser"),
        lambda call: call(),
        seconds=min(LONGEST, SECONDS + SECONDS_A_MILLION * size / 1_000_000),
        memory=MEMORY,
        largest=LARGEST_ANSWER,
    )


def has_words(document: Document) -> bool:
    """Return whether there is anything to read in a document."""
    return any(letter.isalnum() for block in document.blocks for letter in block.text)


def serve() -> None:
    """Take apart what is asked for on standard input: the life of the child."""
    answer_frames(_Serving())


class _Serving:
    """Answers with the first portion of a file that is named, and then with one after the other."""

    def __init__(self) -> None:
        self._portions: Iterator[Portion] = iter(())

    def __call__(self, question: Frame) -> Frame:
        asked = question.header
        try:
            if "path" in asked:
                self._begin(**asked)
            return packed(next(self._portions))
        except Unfit as unfit:
            return Frame({"unfit": unfit.args})
        except Exception:  # noqa: BLE001  (whatever a library raises on a broken file is an answer)
            return Frame({"unfit": ["could not be opened"]})

    def _begin(self, kind: str, path: str, length: int, name: str, folder: str | None) -> None:
        beside = [Path(folder)] if folder else []
        reader_of(kind)  # brings in the libraries, while anything may still be brought in
        confine([Path(path), *beside])
        with Path(path).open("rb") as file:
            content = file.read(length + 1)
        if len(content) != length:
            raise Unfit("has changed while it was opened", "please open it again")
        self._portions = portions(kind, content, draft_of(name, *beside))


def _portion(answer: Frame | ChildError, name: str, before: Document) -> Portion:
    """Return the portion in an answer, which follows what came before; raises Refusal for any other."""
    if has_words(before) and (isinstance(answer, ChildError) or "unfit" in answer.header):
        raise Refusal(name, "could not be opened to its end", "what is here can be read")
    if isinstance(answer, ChildSlowError):
        raise Refusal(name, "takes too long to open", "please try a simpler file")
    if isinstance(answer, ChildError):
        raise Refusal(name, "could not be opened")
    try:
        if unfit := answer.header.get("unfit"):
            raise Refusal(name, *map(str, unfit[:2]))
        return unpacked(answer, before)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise Refusal(name, "could not be opened") from error
