"""What is asked for in the terminal, done: the library, the pieces of a text, and its sound in a file."""

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.cli import own_texts, saying
from reader.cli.arguments import COMMANDS, Unclear, parser
from reader.cli.printing import print_line
from reader.formats.refusals import Refusal
from reader.formats.shelf import Shelf
from reader.model.document import Document
from reader.model.effort import Effort
from reader.model.level import Level
from reader.session.rendering import NotSavedError
from reader.store.glossary import bundled_glossary
from reader.text import printed
from reader.text.chunks import chunks
from reader.text.effort import hardness, length, weighed
from reader.text.pacing import WORDS_A_MINUTE

WIDEST = 80
"""Letters a line at most (R4)."""

NO_SCREEN = "There is no screen here, so the first article follows as text.\n"
NO_SCREEN_FILE = "There is no screen here, so the file follows as text.\n"
PACE = f"Minutes are counted at {WORDS_A_MINUTE} words each, a calm pace, and rounded up to 5."


def main(arguments: Sequence[str]) -> int:
    """Print what is asked for and return the exit code: 2, after one sentence, for what cannot be done."""
    try:
        if arguments and arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
            missing = next((name for name in arguments[:-1] if not Path(name).exists()), arguments[-1])
            raise Refusal(missing, "is no file or article here", "please check the name")
        asked = parser().parse_args(arguments)
        if asked.command == "show":
            print_line(
                _shown(own_texts.named(asked.text), Level(asked.level), as_json=asked.json), sys.stdout
            )
        elif asked.command == "say":
            saying.say(asked)
        elif asked.command == "voices":
            print_line("\n".join(f"{voice.id}\n  {voice.label}\n" for voice in saying.voices()), sys.stdout)
        elif asked.command == "list":
            print_line(_listed(Shelf().documents()), sys.stdout)
        else:
            raise Unclear("Nothing was asked; nothing is lost, --help shows what can be asked.")
    except (Refusal, Unclear, NotSavedError) as kindly:
        print_line(str(kindly), sys.stderr)
        return 2
    except OSError:  # a full disk, as a rule
        print_line("That could not be done here; nothing is lost, please try again.", sys.stderr)
        return 2
    return 0


def read_in_terminal(name: str = "") -> int:
    """Say that there is no screen and print the text of this name, or the first article."""
    print_line(NO_SCREEN_FILE if name else NO_SCREEN, sys.stdout)
    return main(["show", name or Shelf().ids()[0]])


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
    glossary = bundled_glossary()
    articles = (_lines(text.id, text.title, weighed(text, glossary)[0]) for text in documents)
    own = (_lines(text.id, text.title, effort) for text, effort in own_texts.listed())
    return "\n".join((*articles, *own, PACE))


def _lines(id_: str, title: str, effort: Effort | None) -> str:
    """Return what is told of a text; what it asks is not known until it was opened in the window."""
    asked = (length(effort), hardness(effort)) if effort else ()
    return "\n  ".join((id_, title, *filter(None, asked))) + "\n"
