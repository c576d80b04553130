"""From file to document by the kind of file; for files from outside, in a process that can be killed.

Twenty thousand brackets keep the Markdown library busy for minutes. Files from outside are therefore taken
apart by a child, whatever their format: one guard for every way to hang, crash or eat the memory. Its start
costs about 0.1 s. The bundled articles are ours, and need none.

The child is asked for one portion after the other, so that a book can be read while the rest of it is still
on its way.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from reader.formats.draft import Draft
from reader.formats.languages import told
from reader.formats.letters import clean
from reader.formats.pictures import Pictures, beside, nowhere
from reader.formats.refusals import Refusal, Unfit
from reader.ground.children import Child, ChildError, ChildSlowError, Frame, answer_frames, worker
from reader.model.document import Block, Cut, Document
from reader.model.level import Level
from reader.text import portable
from reader.text.cutting import Cutter
from reader.text.places import Naming

SECONDS = 10.0
SECONDS_A_MILLION = 10.0
"""How long a portion may take, and how much longer for a million bytes: three times what honest ones do."""

MEMORY = 1_500_000_000
"""Bytes of address space: the largest honest files take a third of it."""

FIRST_PORTION, LARGEST_PORTION = 300, 20_000
"""Words; ours: a first one that is there at once, and each later one twice as large up to this."""

Read = Callable[[bytes, Draft], Iterator[Block]]
"""What a format is: yields a file's blocks without ids, and fills in the draft; raises Unfit."""


def reader_of(kind: str) -> Read:
    """Return what reads a kind of file; raises ValueError for a kind that is not known."""
    # Imported when needed: the Markdown library alone costs 60 ms.
    match kind:
        case "markdown":
            from reader.formats import markdown  # noqa: PLC0415

            return markdown.read
        case "plain":
            from reader.formats import plain  # noqa: PLC0415

            return plain.read
        case "docx":
            from reader.formats import docx  # noqa: PLC0415

            return docx.read
        case "epub":
            from reader.formats import epub  # noqa: PLC0415

            return epub.read
        case "pdf":
            from reader.formats import pdf  # noqa: PLC0415

            return pdf.read
    raise ValueError(kind)


@dataclass(frozen=True, slots=True)
class Portion:
    """The next blocks of a text, where their pieces begin, and what has been found out since."""

    draft: Draft
    blocks: tuple[Block, ...]
    cuts: Mapping[Level, list[Cut]]
    pictures: Mapping[str, bytes]
    is_last: bool


def portions(kind: str, content: bytes, draft: Draft) -> Iterator[Portion]:
    """Yield a file's text bit by bit, on the spot; raises whatever its format raises."""
    blocks = told(reader_of(kind)(content, draft), draft)
    naming, cutter = Naming(), Cutter(draft.language or "en")
    waiting: list[Block] = []
    sent, wanted, words = 0, FIRST_PORTION, 0
    shown: set[str] = set()
    seen = dict.fromkeys(Level, 0)

    def portion(*, is_last: bool) -> Portion:
        nonlocal sent
        end = cutter.settled
        settled, waiting[:] = tuple(waiting[: end - sent]), waiting[end - sent :]
        sent = end
        cuts = {level: [cut for cut in cutter.cuts[level][seen[level] :] if cut[0] < end] for level in Level}
        for level in Level:
            seen[level] += len(cuts[level])
        pictures = {name: held for name, held in draft.pictures.kept.items() if name not in shown}
        shown.update(pictures)
        return Portion(draft, settled, cuts, pictures, is_last)

    for found in blocks:
        block = naming.named(found)
        waiting.append(block)
        cutter.add(block)
        words += len(block.text.split())
        if words >= wanted and cutter.settled > sent:
            yield portion(is_last=False)
            words, wanted = 0, min(LARGEST_PORTION, 2 * wanted)
    cutter.end()
    yield portion(is_last=True)


@dataclass(slots=True)
class Growing:
    """A document that grows by portions."""

    document: Document = field(default_factory=lambda: Document("", "", (), is_whole=False))

    def take(self, portion: Portion) -> Document:
        """Return the document with one more portion."""
        draft, before = portion.draft, self.document
        cuts = {level: [*before.cuts.get(level, ()), *portion.cuts[level]] for level in Level}
        self.document = Document(
            id="",
            title=draft.title or draft.name,
            blocks=before.blocks + portion.blocks,
            language=draft.language or "en",
            summary=draft.summary,
            source=draft.source,
            pictures={**before.pictures, **portion.pictures},
            cuts=cuts,
            is_whole=portion.is_last,
        )
        return self.document


def parse(kind: str, content: bytes | str, name: str, folder: Path | None = None) -> Document:
    """Return the document in a file's content, on the spot; `name` is the file's.

    Pictures are looked for in `folder` and below it.
    """
    growing = Growing()
    for portion in portions(
        kind, content.encode() if isinstance(content, str) else content, _draft(name, folder)
    ):
        growing.take(portion)
    return growing.document


def taken_apart(kind: str, path: Path, name: str, folder: Path | None = None) -> Iterator[Document]:
    """Yield the document in a file as it grows, by way of a child, until it is whole.

    Raises Refusal when the child does not manage. The child is killed when nobody asks for more.
    """
    answers: SimpleQueue[Frame | ChildError] = SimpleQueue()
    seconds = SECONDS + SECONDS_A_MILLION * path.stat().st_size / 1_000_000
    child = Child(worker("parser"), lambda call: call(), seconds=seconds, memory=MEMORY)
    question = Frame(
        {"kind": kind, "path": str(path.absolute()), "name": name, "folder": str(folder) if folder else None}
    )
    growing = Growing()
    try:
        while not growing.document.is_whole:
            child.ask(question, answers.put, answers.put)
            yield growing.take(_portion(answers.get(), name, begun=bool(growing.document.blocks)))
            question = Frame({})
    finally:
        child.end()


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
                content = Path(asked["path"]).read_bytes()
                folder = Path(asked["folder"]) if asked["folder"] else None
                self._portions = portions(asked["kind"], content, _draft(asked["name"], folder))
            return _frame(next(self._portions))
        except Unfit as unfit:
            return Frame({"unfit": unfit.args})
        except Exception:  # noqa: BLE001  (whatever a library raises on a broken file is an answer)
            return Frame({"unfit": ["could not be opened"]})


def _draft(name: str, folder: Path | None) -> Draft:
    spare_title = " ".join(clean(Path(name).stem).split())
    return Draft(spare_title, Pictures(beside(folder) if folder else nowhere))


def _frame(portion: Portion) -> Frame:
    """Return a portion as its pictures' bytes, one after the other, and then its words."""
    draft = portion.draft
    document = Document("", draft.title, (), draft.language, draft.summary, draft.source)
    words = {
        "details": portable.packed_details(document),
        "name": draft.name,
        "share": draft.share,
        "blocks": portable.packed_blocks(portion.blocks),
        "cuts": portable.packed_cuts(portion.cuts),
        "is_last": portion.is_last,
    }
    sizes = {name: len(content) for name, content in portion.pictures.items()}
    return Frame({"pictures": sizes}, b"".join((*portion.pictures.values(), json.dumps(words).encode())))


def _portion(answer: Frame | ChildError, name: str, *, begun: bool) -> Portion:
    """Return the portion in an answer; raises Refusal for any other answer."""
    if begun and (isinstance(answer, ChildError) or "unfit" in answer.header):
        raise Refusal(name, "could not be opened to its end", "what is here can be read")
    if isinstance(answer, ChildSlowError):
        raise Refusal(name, "takes too long to open", "please try a simpler file")
    if isinstance(answer, ChildError):
        raise Refusal(name, "could not be opened")
    if unfit := answer.header.get("unfit"):
        raise Refusal(name, *unfit)
    pictures, at = {}, 0
    for picture, size in answer.header["pictures"].items():
        pictures[picture] = answer.body[at : at + size]
        at += size
    words = json.loads(answer.body[at:])
    draft = Draft(words["name"], share=words["share"], **portable.unpacked_details(words["details"]))
    blocks = portable.unpacked_blocks(words["blocks"])
    return Portion(draft, blocks, portable.unpacked_cuts(words["cuts"]), pictures, words["is_last"])
