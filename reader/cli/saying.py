"""A text read into a sound file, without a window."""

import argparse
import contextlib
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli import own_texts
from reader.cli.arguments import Unclear
from reader.cli.printing import print_line
from reader.ground.beside import InThread, Post
from reader.ground.files import written_whole
from reader.ground.inbox import Inbox
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
from reader.store.own_words import OwnWordsFile
from reader.store.pronunciation import bundled_wordings
from reader.text.chunks import Pieces, chunks

ESTIMATED = "The voice tells no exact times here, so those in the marks are estimated."


def say(asked: argparse.Namespace) -> None:
    """Read a text into a sound file; raises Refusal, Unclear or NotSavedError, and then leaves nothing."""
    kind = _kind_of(asked.to)
    if asked.marks is not None and asked.marks.suffix.lower() != ".json":
        raise Unclear("The file of marks ends in .json; nothing is lost, please name it so.")
    limit = LIMITS["speed"]
    assert isinstance(limit, Number)
    if not limit.low <= asked.speed <= limit.high:
        raise Unclear("The speed goes from 0.5 to 2; nothing is lost, please choose one between.")
    document = own_texts.named(asked.text)
    pieces = chunks(document, Level(asked.level))
    voice = _voice_named(asked.voice) if asked.voice else ""
    # A voice that was named reads whatever the language is.
    language = "en" if voice else document.language
    manner = Manner(voice, asked.speed, Settings().gap, headings=asked.headings, language=language)
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
        print_line(ESTIMATED, sys.stderr)


def _render(
    manner: Manner, path: Path, kind: Kind, document: Document, pieces: Pieces, timeline: Timeline
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
            print_line(f"Saving: chapter {shown + 1} of {len(parts)}", sys.stderr)

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
    raise Unclear(f"A sound file ends in {endings}; nothing is lost, please name it so.")


def _voice_named(wanted: str) -> str:
    """Return the id of the voice with this id or name."""
    for voice in voices():
        if wanted.casefold() in (voice.id.casefold(), voice.label.casefold()):
            return voice.id
    raise Unclear("This voice is not here; nothing is lost, `voices` names those that are.")


def voices() -> Sequence[VoiceName]:
    """Return the voices that can read; raises Unclear where there is none."""
    inbox = Inbox()
    voice = _new_voice(inbox.post)
    found: list[Sequence[VoiceName] | VoiceError] = []
    try:
        voice.names(found.append, found.append)
        inbox.wait_until(lambda: bool(found))
    finally:
        voice.close()
    if isinstance(found[0], VoiceError):
        raise Unclear("No voice was found on this computer; nothing is lost.")
    return found[0]


def _new_voice(post: Post) -> JoinedVoice:
    voice = voices_for(Folders.of_person().voices, post)
    voice.replaced.connect(lambda sentence: print_line(sentence, sys.stderr))
    return voice
