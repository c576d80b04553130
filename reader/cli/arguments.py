"""What can be asked for in the terminal."""

import argparse
from pathlib import Path
from typing import NoReturn

import reader
from reader.formats.letters import clean
from reader.model.level import Level
from reader.model.settings import Settings
from reader.speech.audio_file import kinds

COMMANDS = ("list", "show", "say", "voices")


class Unclear(Exception):  # noqa: N818  (not an error of the app)
    """Arguments that make no sense; the message is one sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Turn what argparse says into one sentence without a page of usage around it."""
        said = " ".join(clean(message).split())
        raise Unclear(f"That was not understood ({said}); nothing is lost, --help shows what can be asked.")


def parser() -> argparse.ArgumentParser:
    """Return what reads the arguments; it raises Unclear for those that make no sense."""
    parser = _Parser(
        prog="gentle-reader",
        usage="gentle-reader [FILE …]\n       gentle-reader show FILE-or-ID [--level LEVEL] [--json]\n       "
        "gentle-reader say FILE-or-ID --to OUT.wav [--voice VOICE] [--speed SPEED] [--marks MARKS.json]\n"
        "       gentle-reader list | voices\n       gentle-reader --check | --version | --help",
        description="A calm reader. With a FILE, or with nothing, the window opens. Of several files the "
        "first one is shown, and all come into the library; so does all in a folder.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Gentle Reader {reader.__version__}")
    # Done before anything here is imported; named for --help.
    parser.add_argument(
        "--check", action="store_true", help="open the window unseen, and say whether all is well"
    )
    commands = parser.add_subparsers(dest="command", title="without a window", metavar="COMMAND")
    commands.add_parser("list", help="name the texts of the library", allow_abbrev=False)
    show = commands.add_parser("show", help="print the pieces of a text", allow_abbrev=False)
    _add_text(show)
    show.add_argument("--json", action="store_true", help="as data for other programs")
    _add_say(commands.add_parser("say", help="read a text into a sound file", allow_abbrev=False))
    commands.add_parser("voices", help="name the voices that can read", allow_abbrev=False)
    return parser


def _add_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text", metavar="FILE-or-ID", help="a text, book, PDF or web page, or an id that `list` shows"
    )
    parser.add_argument(
        "--level",
        choices=[level.value for level in Level],
        default=Level.SHORT.value,
        help="how much at a time (%(default)s)",
    )


def _add_say(parser: argparse.ArgumentParser) -> None:
    usual = Settings()
    parser.description = (
        "Reads a text into a sound file with a title and a chapter for each part. It is read as the reader "
        "does it at first, whatever is set there. Your own words are said as you chose. "
        "References are skipped. The file is there when it is whole."
    )
    _add_text(parser)
    endings = " or ".join(kind.ending for kind in kinds())
    parser.add_argument("--to", metavar="OUT", required=True, type=Path, help=f"the sound file: {endings}")
    parser.add_argument("--voice", default="", help="an id or a name that `voices` shows (the usual one)")
    parser.add_argument(
        "--speed", type=float, default=usual.speed, help="from 0.5 to 2, where 1 is calm (%(default)s)"
    )
    parser.add_argument("--headings", action="store_true", help="say the headings too; they get no marks")
    parser.add_argument(
        "--marks",
        metavar="MARKS",
        type=Path,
        help="a JSON file for the words: [{word, start, length, time}]; start and length count code points "
        "of the texts of the pieces, as `show --json` gives them at the same level, joined with nothing "
        "between; time is in seconds of the sound file",
    )
