"""The same body without a window: the library and the pieces of a text in the terminal."""

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import NoReturn, TextIO

import reader
from reader.formats.letters import clean
from reader.formats.refusals import Refusal
from reader.formats.shelf import Shelf
from reader.model.document import Document
from reader.model.level import Level
from reader.store.glossary import bundled_glossary
from reader.text import outline, printed
from reader.text.chunks import chunks
from reader.text.pacing import WORDS_A_MINUTE, minutes

WIDEST = 80
"""Letters a line at most (R4)."""

COMMANDS = ("list", "show")

NO_SCREEN = "There is no screen here, so the first article follows as text.\n"
NO_SCREEN_FILE = "There is no screen here, so the file follows as text.\n"
PACE = f"Minutes are counted at {WORDS_A_MINUTE} words each, a calm pace, and rounded up to 5."


class _Unclear(Exception):  # noqa: N818  (not an error of the app)
    """Arguments that make no sense; the message is one sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Turn what argparse says into one sentence without a page of usage around it."""
        said = " ".join(clean(message).split())
        raise _Unclear(f"That was not understood ({said}); nothing is lost, --help shows what can be asked.")


def main(arguments: Sequence[str]) -> int:
    """Print what is asked for and return the exit code: 2, after one sentence, for what cannot be done."""
    try:
        if len(arguments) == 1 and arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
            raise Refusal(arguments[0], "is no file or article here", "please check the name")
        asked = _parser().parse_args(arguments)
        if asked.command == "show":
            _print(_shown(Shelf().open(asked.text), Level(asked.level), as_json=asked.json), sys.stdout)
        elif asked.command == "list":
            _print(_listed(Shelf().documents()), sys.stdout)
        else:
            raise _Unclear("Nothing was asked; nothing is lost, --help shows what can be asked.")
    except (Refusal, _Unclear) as kindly:
        _print(str(kindly), sys.stderr)
        return 2
    except OSError:  # a full disk, as a rule
        _print("That could not be done here; nothing is lost, please try again.", sys.stderr)
        return 2
    return 0


def read_in_terminal(name: str = "") -> int:
    """Say that there is no screen and print the text of this name, or the first article."""
    _print(NO_SCREEN_FILE if name else NO_SCREEN, sys.stdout)
    return main(["show", name or Shelf().ids()[0]])


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="gentle-reader",
        usage="gentle-reader [FILE]\n       gentle-reader show FILE-or-ID [--level LEVEL] [--json]\n       "
        "gentle-reader list\n       gentle-reader --check | --version | --help",
        description="A calm reader. With a FILE, or with nothing, the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Gentle Reader {reader.__version__}")
    # Done before anything here is imported; named for --help.
    parser.add_argument(
        "--check", action="store_true", help="open the window unseen, and say whether all is well"
    )
    commands = parser.add_subparsers(dest="command", title="without a window", metavar="COMMAND")
    commands.add_parser("list", help="name the articles of the library", allow_abbrev=False)
    show = commands.add_parser("show", help="print the pieces of a text", allow_abbrev=False)
    show.add_argument("text", metavar="FILE-or-ID", help="a .md or .txt file, or an id that `list` shows")
    show.add_argument(
        "--level",
        choices=[level.value for level in Level],
        default=Level.SHORT.value,
        help="how much at a time (%(default)s)",
    )
    show.add_argument("--json", action="store_true", help="as data for other programs")
    return parser


def _shown(document: Document, level: Level, *, as_json: bool) -> str:
    pieces = chunks(document, level)
    if not as_json:
        width = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
        return printed.as_text(document, pieces, max(width, 20))
    # What the terminal cannot show would be lost from data, so there it is written as \uXXXX.
    showable = "utf" in (sys.stdout.encoding or "").lower()
    data = printed.as_data(document, pieces, bundled_glossary())
    return json.dumps(data, ensure_ascii=not showable, indent=2)


def _listed(documents: Iterable[Document]) -> str:
    return "\n".join((*map(_line, documents), PACE))


def _line(document: Document) -> str:
    parts, length = outline.extent(document)
    size = f"{parts} part{'s' * (parts > 1)}, about {minutes(length)} minutes"
    return f"{document.id}\n  {document.title}\n  {size}\n"


def _print(text: str, stream: TextIO | None) -> None:
    """Write lines that never fail for a letter the terminal lacks, nor when nobody listens (any more)."""
    if stream is None:
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    try:
        stream.write(text + "\n")
        stream.flush()
    except BrokenPipeError:
        # Else Python would try once more at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
