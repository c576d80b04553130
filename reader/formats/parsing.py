"""From text to document by the kind of file; for files from outside, in a process that can be killed.

Twenty thousand brackets keep the Markdown library busy for minutes. Files from outside are therefore taken
apart by a child, whatever their format: one guard for every way to hang, crash or eat the memory. Its start
costs about 0.1 s. The bundled articles are ours, and need none.
"""

import json
from dataclasses import asdict, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from reader.formats.letters import clean
from reader.formats.pictures import Pictures, beside, nowhere
from reader.formats.refusals import Refusal
from reader.ground.children import Child, ChildError, ChildSlowError, Frame, answer_frames, worker
from reader.model.document import Block, Document, Kind, Source, Span, Style

SECONDS = 10.0
SECONDS_A_MILLION = 10.0
"""How long a file may take, and how much longer for each million letters: three times what honest ones do."""

MEMORY = 1_500_000_000
"""Bytes of address space: the largest honest files take a third of it."""


def parse(kind: str, text: str, name: str, folder: Path | None = None) -> Document:
    """Return the document in a text, on the spot; `kind` is "markdown" or "plain", `name` its file's.

    Pictures are looked for in `folder` and below it.
    """
    spare_title = " ".join(clean(Path(name).stem).split())
    # Imported when needed: the Markdown library alone costs 60 ms.
    if kind == "markdown":
        from reader.formats import markdown  # noqa: PLC0415

        return markdown.read(text, spare_title, Pictures(beside(folder) if folder else nowhere))
    from reader.formats import plain  # noqa: PLC0415

    return plain.read(text, spare_title)


def parse_apart(kind: str, text: str, name: str, folder: Path | None = None) -> Document:
    """Return the document in a text, by way of a child; raises Refusal when the child does not manage."""
    answers: SimpleQueue[Frame | ChildError] = SimpleQueue()
    seconds = SECONDS + SECONDS_A_MILLION * len(text) / 1_000_000
    child = Child(worker("parser"), lambda call: call(), seconds=seconds, memory=MEMORY)
    try:
        question = {"kind": kind, "name": name, "folder": str(folder) if folder else None}
        child.ask(Frame(question, text.encode()), answers.put, answers.put)
        answer = answers.get()
    finally:
        child.end()
    if isinstance(answer, ChildSlowError):
        raise Refusal(name, "takes too long to open", "please try a simpler file")
    if isinstance(answer, ChildError) or answer.header.get("error"):
        raise Refusal(name, "could not be opened", "please try another file")
    return _document(answer)


def serve() -> None:
    """Take apart what is asked for on standard input: the life of the child."""
    answer_frames(_answer)


def _answer(question: Frame) -> Frame:
    asked = question.header
    folder = Path(asked["folder"]) if asked.get("folder") else None
    try:
        document = parse(asked["kind"], question.body.decode(), asked["name"], folder)
    except Exception:  # noqa: BLE001  (whatever a library raises on a broken file is an answer)
        return Frame({"error": True})
    words = json.dumps(asdict(replace(document, pictures={}))).encode()
    sizes = {name: len(content) for name, content in document.pictures.items()}
    return Frame({"pictures": sizes}, b"".join((*document.pictures.values(), words)))


def _document(answer: Frame) -> Document:
    """Return the document in an answer: its pictures' bytes, one after the other, and then its words."""
    pictures, at = {}, 0
    for name, size in answer.header["pictures"].items():
        pictures[name] = answer.body[at : at + size]
        at += size
    raw: dict[str, Any] = json.loads(answer.body[at:])
    blocks = tuple(
        Block(**{**block, "kind": Kind(block["kind"]), "spans": tuple(map(_span, block["spans"]))})
        for block in raw["blocks"]
    )
    return Document(**{**raw, "blocks": blocks, "source": Source(**raw["source"]), "pictures": pictures})


def _span(raw: dict[str, Any]) -> Span:
    return Span(**{**raw, "style": Style(raw["style"])})
