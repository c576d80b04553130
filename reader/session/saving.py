"""Taking an article, a part or the bookmarks along as a sound file."""

import math
from collections.abc import Callable
from pathlib import Path

from reader.formats.refusals import Refusal
from reader.ground.beside import Beside
from reader.ground.clock import Clock
from reader.ground.events import Event
from reader.session.notices import Notices
from reader.session.portions import Portion, Portions
from reader.session.preferences import Preferences
from reader.session.rendering import NOT_MADE, Manner, NotSavedError, Rendering, Said
from reader.speech.audio_file import Kind, kind_of, kinds
from reader.text import words
from reader.text.shortening import shortened

MEASURED = 10
"""How many sentences tell how quick this computer is."""

LONGEST_NAME = 80
"""Characters of a file's name; ours: about what a list of files shows."""

LEAVING = 5.0
"""Seconds that leaving waits at most until what was begun is cleared away; that takes some hundredths."""


class Saving:
    """One sound file at a time, made beside the reading by a voice of its own."""

    def __init__(
        self,
        portions: Portions,
        render: Callable[[Manner], Rendering],
        beside: Beside,
        notices: Notices,
        preferences: Preferences,
        clock: Clock,
    ) -> None:
        self.changed: Event[[]] = Event()
        """Something is being saved, has come further, or is not being saved any more."""
        self._portions = portions
        self._render = render
        self._beside = beside
        self._notices = notices
        self._preferences = preferences
        self._clock = clock
        self._rendering: Rendering | None = None
        self._progress = self._last_saved = ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds of file that can be made, the usual one first."""
        return kinds()

    @property
    def is_running(self) -> bool:
        """Return whether a file is being made."""
        return self._rendering is not None

    @property
    def progress(self) -> str:
        """Return how far it is, in words; "" while nothing is being made."""
        return self._progress

    @property
    def last_saved(self) -> str:
        """Return the words that told of the last file, "" before the first one of this sitting."""
        return self._last_saved

    def offered(self) -> tuple[Portion, ...]:
        """Return what there is to take along."""
        return self._portions.offered()

    def estimate(self, portion: Portion) -> str:
        """Return about how long and how large a file of the usual kind will be."""
        settings = self._preferences.settings
        seconds = portion.seconds(settings.speed, settings.gap)
        size = math.ceil(seconds * self.kinds[0].bytes_a_second / 1_000_000)
        return f"About {_roughly(seconds)} of sound, about {size}\u00a0MB"

    def save(self, portion: Portion, path: Path) -> None:
        """Begin to make the file, in place of one that is there; the end of it is said in the quiet line.

        The ending of the name tells the kind. Raises ValueError where it cannot.
        """
        kind = kind_of(path.suffix)
        if kind is None:
            raise ValueError(f"not the name of a sound file: {path.name}")
        if not self.is_running:
            self._make(portion, path, kind)

    def cancel(self) -> None:
        """Stop making the file; nothing of it is left behind."""
        if self._rendering is not None:
            self._rendering.cancel()

    def leave(self) -> None:
        """Stop, and wait until what was begun is cleared away."""
        rendering, self._rendering = self._rendering, None
        if rendering is not None:
            rendering.cancel()
            rendering.wait(LEAVING)

    def _make(self, portion: Portion, path: Path, kind: Kind) -> None:
        settings = self._preferences.settings
        clauses = settings.long_sentences == "clauses"
        voice, language = settings.voice, portion.language
        manner = Manner(voice, settings.speed, settings.gap, clauses=clauses, language=language)
        self._rendering = rendering = self._render(manner)
        progress = _Progress(portion, self._clock)

        def tell(said: Said) -> None:
            self._beside.post(lambda: self._show(progress.after(said)))

        def job() -> int:
            chapters = portion.chapters()
            rendering.write(path, kind, portion.title, chapters, tell)
            return portion.count - len(chapters)

        def fail(error: Exception) -> None:
            kindly = isinstance(error, NotSavedError | Refusal)
            self._end(rendering, str(error) if kindly else NOT_MADE)
            if not kindly:
                raise error

        def finish(missing: int) -> None:
            self._last_saved = _saved(path, missing)
            self._end(rendering, self._last_saved)

        self._notices.clear()
        self._show("Getting ready.")
        self._beside.do(job, finish, fail)

    def _end(self, rendering: Rendering, words: str) -> None:
        # Leaving has let go of it: then nobody is there to be told.
        if rendering is self._rendering:
            self._rendering = None
            self._notices.say(words)
            self._show("")

    def _show(self, progress: str) -> None:
        if progress != self._progress:
            self._progress = progress
            self.changed.emit()


class _Progress:
    """How far the making of one file is, in words that seldom change: no numbers run."""

    def __init__(self, portion: Portion, clock: Clock) -> None:
        self._portion = portion
        self._clock = clock
        self._began = clock.now()
        self._sentences = self._words = 0
        self._ready = ""

    def after(self, said: Said) -> str:
        """Return the words for it once another sentence is in the file."""
        self._words += words.count(said.line.utterance.text)
        self._sentences += 1
        if self._sentences == MEASURED:
            taken = self._clock.now() - self._began
            rest = taken * max(0.0, self._portion.words / max(1, self._words) - 1)
            self._ready = f" Ready in about {_roughly(rest)}."
        if self._portion.count == 1:
            return f"Saving the file.{self._ready}"
        return f"Saving: chapter {said.chapter + 1} of {self._portion.count}.{self._ready}"


def file_name(title: str) -> str:
    """Return a good name for a file, without an ending, whatever letters the title has."""
    letters = "".join(" " if letter in '/\\:*?"<>|' else letter for letter in title)
    return shortened(" ".join(letters.split()), LONGEST_NAME).strip(".… ") or "Sound"


def _saved(path: Path, missing: int) -> str:
    """Return what is said when the file is there, and how many bookmarks could not be opened."""
    done = f"Saved as {path.name} in {path.parent.name or path.parent}."
    if not missing:
        return done
    bookmarks = "One bookmark is" if missing == 1 else f"{missing} bookmarks are"
    return f"{done} {bookmarks} left out, as the file was not found."


def _roughly(seconds: float) -> str:
    """Return a time as one says it: minutes, later hours, rounded up."""
    minutes = max(1, math.ceil(seconds / 60))
    if minutes < 90:
        return f"{minutes} minute{'s' * (minutes > 1)}"
    return f"{math.ceil(minutes / 60)} hours"
