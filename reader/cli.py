"""The same body without a window: the library, the pieces of a text, and its sound in a file."""

import argparse
import contextlib
import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn, TextIO

import reader
from reader.formats.letters import clean
from reader.formats.refusals import Refusal
from reader.formats.shelf import Shelf
from reader.ground.beside import InThread, Post
from reader.ground.files import written_whole
from reader.ground.inbox import Inbox
from reader.model.chunk import Chunk
from reader.model.document import Document
from reader.model.level import Level
from reader.model.settings import LIMITS, Number, Settings
from reader.session import chapters
from reader.session.notices import Notices
from reader.session.pronouncing import Pronouncing
from reader.session.rendering import REFUSED, Manner, NotSavedError, Rendering, Said
from reader.session.timeline import Timeline
from reader.speech.audio_file import Kind, kind_of, kinds
from reader.speech.engines import JoinedVoice, voices_for
from reader.speech.voice import VoiceError, VoiceName
from reader.store.folders import Folders
from reader.store.glossary import bundled_glossary
from reader.store.own_words import OwnWordsFile
from reader.store.pronunciation import bundled_wordings
from reader.text import printed
from reader.text.chunks import chunks
from reader.text.effort import hardness, length, weighed
from reader.text.glossary import Glossary
from reader.text.pacing import WORDS_A_MINUTE

WIDEST = 80
"""Letters a line at most (R4)."""

COMMANDS = ("list", "show", "say", "voices")

NO_SCREEN = "There is no screen here, so the first article follows as text.\n"
NO_SCREEN_FILE = "There is no screen here, so the file follows as text.\n"
ESTIMATED = "The voice tells no exact times here, so those in the marks are estimated."
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
        elif asked.command == "say":
            _say(asked)
        elif asked.command == "voices":
            _print("\n".join(f"{voice.id}\n  {voice.label}\n" for voice in _voices()), sys.stdout)
        elif asked.command == "list":
            _print(_listed(Shelf().documents()), sys.stdout)
        else:
            raise _Unclear("Nothing was asked; nothing is lost, --help shows what can be asked.")
    except (Refusal, _Unclear, NotSavedError) as kindly:
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
        "gentle-reader say FILE-or-ID --to OUT.wav [--voice VOICE] [--speed SPEED] [--marks MARKS.json]\n"
        "       gentle-reader list | voices\n       gentle-reader --check | --version | --help",
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
    _add_text(show)
    show.add_argument("--json", action="store_true", help="as data for other programs")
    _add_say(commands.add_parser("say", help="read a text into a sound file", allow_abbrev=False))
    commands.add_parser("voices", help="name the voices that can read", allow_abbrev=False)
    return parser


def _add_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="FILE-or-ID", help="a .md or .txt file, or an id that `list` shows")
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


def _say(asked: argparse.Namespace) -> None:
    """Read a text into a sound file; raises Refusal, _Unclear or NotSavedError, and then leaves nothing."""
    kind = _kind_of(asked.to)
    if asked.marks is not None and asked.marks.suffix.lower() != ".json":
        raise _Unclear("The file of marks ends in .json; nothing is lost, please name it so.")
    limit = LIMITS["speed"]
    assert isinstance(limit, Number)
    if not limit.low <= asked.speed <= limit.high:
        raise _Unclear("The speed goes from 0.5 to 2; nothing is lost, please choose one between.")
    document = Shelf().open(asked.text)
    pieces = chunks(document, Level(asked.level))
    voice = _voice_named(asked.voice) if asked.voice else ""
    manner = Manner(voice, asked.speed, Settings().gap, headings=asked.headings)
    timeline = Timeline(pieces)
    if asked.marks is None:
        _render(manner, asked.to, kind, document, pieces, timeline)
        return
    try:
        with written_whole(asked.marks) as marks:
            _render(manner, asked.to, kind, document, pieces, timeline)
            marks.write(json.dumps(timeline.as_data(), ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise NotSavedError(REFUSED) from error
    if timeline.estimated:
        _print(ESTIMATED, sys.stderr)


def _render(
    manner: Manner, path: Path, kind: Kind, document: Document, pieces: Sequence[Chunk], timeline: Timeline
) -> None:
    """Make the file beside, so that Ctrl+C is never lost within a library, and tell of each part."""
    parts = chapters.of_text(document, pieces)
    inbox = Inbox()
    own_words = OwnWordsFile(Folders.of_person().own_words)
    pronouncing = Pronouncing(bundled_wordings, own_words, Notices())
    rendering = Rendering(_new_voice, pronouncing.utterance, manner)
    outcome: list[Exception | None] = []
    shown = -1

    def tell(said: Said) -> None:
        nonlocal shown
        timeline.add(said)
        if said.chapter > shown and sys.stderr is not None and sys.stderr.isatty():
            shown = said.chapter
            _print(f"Saving: chapter {shown + 1} of {len(parts)}", sys.stderr)

    with _every_end_as_ctrl_c():
        InThread(inbox.post).do(
            lambda: rendering.write(path, kind, document.title, parts, tell), outcome.append, outcome.append
        )
        try:
            inbox.wait_until(lambda: bool(outcome))
        except KeyboardInterrupt:
            rendering.cancel()
            rendering.wait(10)
            raise
    if outcome[0] is not None:
        raise outcome[0]


@contextlib.contextmanager
def _every_end_as_ctrl_c() -> Iterator[None]:
    """Let a closed terminal, or the end of the day, leave as little behind as Ctrl+C does."""
    ends = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ends = [end for end in ends if signal.getsignal(end) is signal.SIG_DFL]  # nohup stays nohup
    for end in ends:
        signal.signal(end, signal.default_int_handler)
    try:
        yield
    finally:
        for end in ends:
            signal.signal(end, signal.SIG_DFL)


def _kind_of(path: Path) -> Kind:
    if kind := kind_of(path.suffix):
        return kind
    endings = " or ".join(kind.ending for kind in kinds())
    raise _Unclear(f"A sound file ends in {endings}; nothing is lost, please name it so.")


def _voice_named(wanted: str) -> str:
    """Return the id of the voice with this id or name."""
    for voice in _voices():
        if wanted.casefold() in (voice.id.casefold(), voice.label.casefold()):
            return voice.id
    raise _Unclear("This voice is not here; nothing is lost, `voices` names those that are.")


def _voices() -> Sequence[VoiceName]:
    inbox = Inbox()
    voice = _new_voice(inbox.post)
    found: list[Sequence[VoiceName] | VoiceError] = []
    try:
        voice.names(found.append, found.append)
        inbox.wait_until(lambda: bool(found))
    finally:
        voice.close()
    if isinstance(found[0], VoiceError):
        raise _Unclear("No voice was found on this computer; nothing is lost.")
    return found[0]


def _new_voice(post: Post) -> JoinedVoice:
    voice = voices_for(Folders.of_person().voices, post)
    voice.replaced.connect(lambda sentence: _print(sentence, sys.stderr))
    return voice


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
    line = partial(_line, bundled_glossary())
    return "\n".join((*map(line, documents), PACE))


def _line(glossary: Glossary, document: Document) -> str:
    effort, _ = weighed(document, glossary)
    return f"{document.id}\n  {document.title}\n  {length(effort)}\n  {hardness(effort)}\n"


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
