"""A child process that answers frames, and can be ended at any moment.

A frame is a line of JSON, whose "size" tells how many raw bytes follow it. What can hang, crash or eat the
memory (a speech engine, a parser) lives in such a child, so that the window never does.
"""

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any

from reader.ground.beside import Post

LONGEST_HEADER = 1_000_000
LARGEST_BODY = 500_000_000
_PR_SET_PDEATHSIG = 1

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""What keeps the libraries of numbers in a child from taking every core: the window needs one too."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the two processes say to each other: some named values, and raw bytes."""

    header: Mapping[str, Any]
    body: bytes = b""


class ChildError(Exception):
    """A child that gave no answer: it could not be started, it ended, or what it said was no frame."""


class ChildSlowError(ChildError):
    """A child that was ended because it left a question unanswered for too long."""


def worker(*words: str) -> tuple[str, ...]:
    """Return what starts this program as the worker of that name, in a frozen build too."""
    return (sys.executable, *(() if _is_frozen() else ("-m", "reader")), "--worker", *words)


def worker_folder() -> Path | None:
    """Return where to start it: there Python finds the package, whatever folder the person is in."""
    return None if _is_frozen() else Path(__file__).parents[2]


def _is_frozen() -> bool:
    return getattr(sys, "frozen", False)


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Write a frame and flush it; raises OSError when nobody listens any more."""
    line = json.dumps({**frame.header, "size": len(frame.body)}).encode("ascii")
    stream.write(line + b"\n" + frame.body)
    stream.flush()


def read_frame(stream: IO[bytes], largest: int = LARGEST_BODY) -> Frame:
    """Read the next frame; raises EOFError at the end and ValueError for what is none, or too large."""
    line = stream.readline(LONGEST_HEADER)
    if not line:
        raise EOFError
    header = json.loads(line)
    size = header.pop("size", None) if isinstance(header, dict) else None
    if not isinstance(size, int) or not 0 <= size <= largest:
        raise ValueError("not a frame")
    body = stream.read(size)
    if len(body) < size:
        raise EOFError
    return Frame(header, body)


@contextlib.contextmanager
def pipes() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Give where a child reads its frames and where it writes them; called once, by the child.

    Descriptor 1 is kept for the frames. What a library prints goes nowhere, else it would stand
    between them.
    """
    if sys.platform == "linux":
        # A child in the middle of a long answer would not notice that nobody waits for it any more.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    with os.fdopen(os.dup(0), "rb") as questions, os.fdopen(os.dup(1), "wb") as answers:
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 0)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        yield questions, answers


def answer_frames(answer: Callable[[Frame], Frame]) -> None:
    """Answer each frame on standard input until it closes: the life of a child, called by the child."""
    # Either side may go first; the end of the pipe is the end of the work.
    with pipes() as (questions, answers), contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            write_frame(answers, answer(read_frame(questions)))


@dataclass(slots=True)
class _Question:
    frame: Frame
    answered: Callable[[Frame], object]
    failed: Callable[[ChildError], object]
    dropped: bool = False


class Child:
    """A process that is there when it is asked: started by the first question, and anew if it has ended.

    Questions are answered one at a time, in order, on the thread that `post` leads to. A thread of its
    own talks to the process, so that a child that reads nothing blocks nobody. `seconds` is how long an
    answer may take, start included, before the child is killed; `memory` limits its address space in
    bytes (Linux only; 0 is no limit). An answer of more than `largest` bytes is none.
    """

    def __init__(
        self,
        command: Sequence[str],
        post: Post,
        *,
        seconds: float,
        memory: int = 0,
        largest: int = LARGEST_BODY,
    ) -> None:
        self._command = tuple(command)
        self._post = post
        self._seconds = seconds
        self._memory = memory
        self._largest = largest
        self._questions: SimpleQueue[_Question | None] = SimpleQueue()
        """None asks for the end of the process."""
        self._unanswered: list[_Question] = []
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """Return the number of the process, or None when there is none."""
        process = self._process
        return None if process is None else process.pid

    def ask(
        self, frame: Frame, answered: Callable[[Frame], object], failed: Callable[[ChildError], object]
    ) -> None:
        """Put a question; one of the two functions is called later. Nothing happens after `end`."""
        if self._closed:
            return
        question = _Question(frame, answered, failed)
        self._unanswered.append(question)
        self._questions.put(question)
        if self._thread is None:
            self._thread = threading.Thread(target=self._talk, name=f"child {self._command[-1]}", daemon=True)
            self._thread.start()

    def forget(self) -> None:
        """Drop every question that has no answer yet.

        The one in the works is finished unheard: that is quicker than a new process would start.
        """
        for question in self._unanswered:
            question.dropped = True
        self._unanswered.clear()

    def rest(self) -> None:
        """Let the process go once what was asked so far is answered; the next question starts it anew."""
        if self._thread is not None:
            self._questions.put(None)

    def kill(self) -> None:
        """Kill the process for good, from any thread, and wait for nothing; `end` is still to be called."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def end(self) -> None:
        """Kill the process, drop every question, and leave no trace of either."""
        self.forget()
        self.kill()
        if self._thread is not None:
            self._questions.put(None)
            self._thread.join()
            self._thread = None

    def _talk(self) -> None:
        while not self._closed:
            question = self._questions.get()
            if question is None:
                self._bury()
            elif not question.dropped:
                self._put(question)
        self._bury()

    def _put(self, question: _Question) -> None:
        try:
            deliver = partial(question.answered, self._answer(question.frame))
        except ChildError as error:
            deliver = partial(question.failed, error)
        self._post(partial(self._hand_over, question, deliver))

    def _hand_over(self, question: _Question, deliver: Callable[[], object]) -> None:
        if not question.dropped:
            self._unanswered.remove(question)
            deliver()

    def _answer(self, frame: Frame) -> Frame:
        process = self._living()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(self._seconds, give_up)
        watch.daemon = True
        watch.start()
        try:
            write_frame(process.stdin, frame)
            return read_frame(process.stdout, self._largest)
        except (OSError, EOFError, ValueError, RecursionError) as error:
            self._bury()
            raise ChildSlowError() if late.is_set() else ChildError(str(error)) from error
        finally:
            watch.cancel()

    def _living(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._bury()
        with self._lock:
            if self._closed:
                raise ChildError("ended")
            if self._process is None:
                self._process = self._start()
            return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=worker_folder(),
                env={**os.environ, **ONE_THREAD},
                # Ctrl+C in a terminal is for the reader, not for the child.
                start_new_session=True,
                # On Windows a console would flash up.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise ChildError(str(error)) from error
        if self._memory and sys.platform == "linux":
            _limit_memory(process.pid, self._memory)
        return process

    def _bury(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                # A pipe may still hold a question that nobody will read.
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
            process.wait()


def _limit_memory(pid: int, size: int) -> None:
    # From outside: code between fork and exec is unsafe beside threads, and the child cannot forget it.
    import resource  # noqa: PLC0415  (not there on Windows)

    with contextlib.suppress(ProcessLookupError):
        resource.prlimit(pid, resource.RLIMIT_AS, (size, size))
