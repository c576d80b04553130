"""The one way in: the window, the terminal, and the processes that work for them.

Each import waits until it is needed: a worker and the terminal start without what the window is made of.
"""
# ruff: noqa: PLC0415  (the imports inside functions are the point of this file)

import sys
from pathlib import Path

INTERRUPTED = 130
"""As shells count it: 128 and the number of the signal."""

_WORDS = ("", "list", "show", "say", "voices")
"""What is never the name of a file to open."""


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code; 2 means that it cannot be done."""
    asked = sys.argv[1:] if arguments is None else arguments
    try:
        if asked[:1] == ["--worker"]:
            return _work(asked[1:])
        if asked == ["--check"] or _opens_window(asked):
            return _window(asked)
        from reader.cli import terminal

        return terminal.main(asked)
    except KeyboardInterrupt:
        return INTERRUPTED


def _opens_window(asked: list[str]) -> bool:
    """Return whether nothing is asked for, or only files that are there, or the id of a text."""
    if not asked:
        return True
    if asked[0] in _WORDS or asked[0].startswith("-"):
        return False
    if all(map(_exists, asked)):
        return True
    if len(asked) > 1:
        return False
    from reader.cli import own_texts

    return own_texts.has(asked[0])


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _window(asked: list[str]) -> int:
    """Open the window; where Qt or the screen is missing, read in the terminal instead."""
    if asked == ["--check"]:
        from reader import app

        return app.check()
    try:
        from reader import app
    except ImportError as error:
        if (error.name or "").startswith("reader"):
            raise  # a fault of ours, not a library that is missing here
        return _terminal(asked)
    return app.main(asked) if app.has_screen() else _terminal(asked)


def _terminal(asked: list[str]) -> int:
    from reader.cli import terminal

    return terminal.read_in_terminal(*asked[:1])


def _work(asked: list[str]) -> int:
    """Be a process that works for the window or the terminal; no person types these words."""
    match asked:
        case ["parser"]:
            from reader.formats import apart

            apart.serve()
        case ["natural", folder]:
            from reader.speech import serving

            serving.serve_natural(Path(folder))
        case ["system"]:
            from reader.speech import serving

            serving.serve_system()
        case ["sound"]:
            from reader.ui import sound_worker

            sound_worker.serve()
        case ["screen"]:
            from reader.ui import screen

            screen.try_screen()
        case _:
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
