"""From text to document by the kind of file; for files from outside, in a process that can be killed.

Twenty thousand brackets keep the Markdown library busy for minutes. Files from outside are therefore taken
apart by a child, whatever their format: one guard for every way to hang, crash or eat the memory. Its start
costs about 0.1 s. The bundled articles are ours, and need none.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from reader.formats.letters import clean
from reader.formats.refusals import Refusal
from reader.ground.children import Child, ChildError, ChildSlowError, Frame, answer_frames, worker
from reader.model.document import Block, Document, Kind, Source, Span, Style

SECONDS = 10.0
SECONDS_A_MILLION = 10.0
"""How long a file may take, and how much longer for each million letters: three times what honest ones do."""

MEMORY = 1_500_000_000
"""Bytes of address space: the largest honest files take a third of it."""


def parse(kind: str, text: str, name: str) -> Document:
    """Return the document in a text, on the spot; `kind` is "markdown" or "plain", `name` its file's."""
    spare_title = " ".join(clean(Path(name).stem).split())
    return _parser(kind)(text, spare_title)


def parse_apart(kind: str, text: str, name: str) -> Document:
    """Return the document in a text, by way of a child; raises Refusal when the child does not manage."""
    answers: SimpleQueue[Frame | ChildError] = SimpleQueue()
    seconds = SECONDS + SECONDS_A_MILLION * len(text) / 1_000_000
    child = Child(worker("parser"), lambda call: call(), seconds=seconds, memory=MEMORY)
    try:
        child.ask(Frame({"kind": kind, "name": name}, text.encode()), answers.put, answers.put)
        answer = answers.get()
    finally:
        child.end()
    if isinstance(answer, ChildSlowError):
        raise Refusal(name, "takes too long to open", "please try a simpler file")
    if isinstance(answer, ChildError) or answer.header.get("error"):
        raise Refusal(name, "could not be opened", "please try another file")
    return _document(json.loads(answer.body))


def serve() -> None:
    """Take apart what is asked for on standard input: the life of the child."""
    answer_frames(_answer)


def _answer(question: Frame) -> Frame:
    try:
        document = parse(question.header["kind"], question.body.decode(), question.header["name"])
    except Exception:  # noqa: BLE001  (whatever a library raises on a broken file is an answer)
        return Frame({"error": True})
    return Frame({}, json.dumps(asdict(document)).encode())


def _parser(kind: str) -> Callable[[str, str], Document]:
    # Imported when needed: the Markdown library alone costs 60 ms.
    if kind == "markdown":
        from reader.formats import markdown  # noqa: PLC0415

        return markdown.read
    from reader.formats import plain  # noqa: PLC0415

    return plain.read


def _document(raw: dict[str, Any]) -> Document:
    blocks = tuple(
        Block(**{**block, "kind": Kind(block["kind"]), "spans": tuple(map(_span, block["spans"]))})
        for block in raw["blocks"]
    )
    return Document(**{**raw, "blocks": blocks, "source": Source(**raw["source"])})


def _span(raw: dict[str, Any]) -> Span:
    return Span(**{**raw, "style": Style(raw["style"])})
