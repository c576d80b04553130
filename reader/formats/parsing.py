"""From a file's content to a document, by the kind of file and portion by portion.

Only the bundled articles are taken apart in the window's own process; for whatever comes from outside, see
`formats.apart`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path

from reader.formats import authors
from reader.formats.bounds import bounded
from reader.formats.draft import Draft
from reader.formats.languages import told
from reader.formats.letters import one_line
from reader.formats.pictures import Pictures, beside, nowhere
from reader.model.document import Block, Cut, Document, Source
from reader.model.level import Level
from reader.text.cutting import Cutter
from reader.text.places import Naming
from reader.text.words import size

FIRST_PORTION, LARGEST_PORTION = 300, 20_000
"""Words; ours: a first one that is there at once, and each later one twice as large up to this."""

SHORTEST = 10
"""Words that a block counts for at least; ours: thousands of short ones hold up a window as long ones do."""

Read = Callable[[bytes, Draft], Iterator[Block]]
"""What a format is: yields a file's blocks without ids, and fills in the draft; raises Unfit."""


def reader_of(kind: str) -> Read:
    """Return what reads a kind of file; raises ValueError for a kind that is not known."""
    # Imported when needed: the Markdown library alone costs 60 ms.
    match kind:
        case "markdown":
            from reader.formats.markdown.reading import read  # noqa: PLC0415
        case "plain":
            from reader.formats.plain import read  # noqa: PLC0415
        case "docx":
            from reader.formats.docx.reading import read  # noqa: PLC0415
        case "epub":
            from reader.formats.epub.reading import read  # noqa: PLC0415
        case "html":
            from reader.formats.html.reading import read  # noqa: PLC0415
        case "fragment":
            from reader.formats.html.reading import read_fragment as read  # noqa: PLC0415
        case "mhtml":
            from reader.formats.html.mhtml import read  # noqa: PLC0415
        case "pdf":
            from reader.formats.pdf.reading import read  # noqa: PLC0415
        case _:
            raise ValueError(kind)
    return read


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
    blocks = bounded(told(reader_of(kind)(content, draft), draft))
    naming, cutter = Naming(), Cutter(draft.language or "en")
    waiting: list[Block] = []
    sent, wanted, words = 0, FIRST_PORTION, 0
    shown: set[str] = set()

    def portion(*, is_last: bool) -> Portion:
        nonlocal sent
        end = cutter.settled
        settled, waiting[:] = tuple(waiting[: end - sent]), waiting[end - sent :]
        sent = end
        pictures = {name: held for name, held in draft.pictures.kept.items() if name not in shown}
        shown.update(pictures)
        return Portion(draft, settled, cutter.taken(end), pictures, is_last)

    for found in blocks:
        block = naming.named(found)
        waiting.append(block)
        cutter.add(block)
        words += max(size(block.text), SHORTEST)
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
            title=one_line(draft.title) or draft.name,
            blocks=(*before.blocks, *portion.blocks),
            language=draft.language or "en",
            summary=draft.summary,
            source=_source(draft.source),
            pictures={**before.pictures, **portion.pictures},
            cuts=cuts,
            is_whole=portion.is_last,
            share=1.0 if portion.is_last else draft.share,
        )
        return self.document


def _source(said: Source) -> Source:
    source = Source(*map(one_line, astuple(said)))
    return replace(source, author=authors.named(source.author))


def parse(kind: str, content: bytes | str, name: str, folder: Path | None = None) -> Document:
    """Return the document in a file's content, on the spot; `name` is the file's.

    Pictures are looked for in `folder` and below it.
    """
    growing = Growing()
    for portion in portions(
        kind, content.encode() if isinstance(content, str) else content, draft_of(name, folder)
    ):
        growing.take(portion)
    return growing.document


def draft_of(name: str, folder: Path | None = None) -> Draft:
    """Return the beginning of a draft: what the name of a file tells, and where its pictures may lie."""
    return Draft(one_line(Path(name).stem), Pictures(beside(folder) if folder else nowhere))
