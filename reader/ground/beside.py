"""Work done beside what a person is doing, so that nothing freezes."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Protocol, TypeVar

T = TypeVar("T")
Post = Callable[[Callable[[], object]], object]
"""Hands a call on to the thread that owns the session."""

A_MOMENT = 0.002
"""Seconds; ours: turning the page takes less, and is hardly ever met by work then."""

A_FEW = 20
"""Paragraphs; ours: to look through them takes about as long."""

IDLE = 60.0
"""Seconds for which a thread waits for another job; ours."""


def give_way() -> None:
    """Let the page go first, within a long job; harmless where the job is on the page's own thread."""
    if threading.current_thread() is not threading.main_thread():
        time.sleep(A_MOMENT)


def unhurried(things: Iterable[T]) -> Iterator[T]:
    """Yield some things, and let the page go first after each few of them."""
    for number, thing in enumerate(things, 1):
        yield thing
        if number % A_FEW == 0:
            give_way()


def reraise(error: Exception) -> None:
    """Be what follows when a job fails that never should: whoever takes the program's faults is told."""
    raise error


class Stop:
    """A wish that a job beside the page ends at once, and not after its next step; of any thread."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._is_asked = False
        self._calls: list[Callable[[], object]] = []

    @property
    def is_asked(self) -> bool:
        """Return whether the end was asked for."""
        return self._is_asked

    def then(self, call: Callable[[], object]) -> None:
        """Have a call made that ends the job, by the thread that asks; or at once, if that was before."""
        with self._turn:
            if not self._is_asked:
                self._calls.append(call)
                return
        call()

    def ask(self) -> None:
        """Ask for the end."""
        with self._turn:
            self._is_asked = True
            calls, self._calls = self._calls, []
        for call in calls:
            call()


class Beside(Protocol):
    """Does a job and hands on what came of it."""

    def do(
        self, job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        """Call `then` with what the job returned, or `failed` with what it raised, on the caller's thread."""

    def post(self, call: Callable[[], object]) -> object:
        """Have a call made on the caller's thread, from within a job."""

    def close(self) -> None:
        """Hand nothing on any more: whoever was waiting has gone."""


class AtOnce:
    """Does the job here and now, where nothing else waits."""

    def do(
        self, job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        """Do the job before returning."""
        try:
            done = job()
        except Exception as error:  # noqa: BLE001  (handed on, not hidden)
            failed(error)
        else:
            then(done)

    def post(self, call: Callable[[], object]) -> object:
        """Make the call: the job is on the caller's thread."""
        return call()

    def close(self) -> None:
        """No job is ever left over."""


class InThread:
    """Does each job in a thread that has nothing else to do; what came of it enters through `post`.

    A job begins when `begin` makes the call that begins it. A thread stays a while for later jobs: to wait
    until a new one has begun takes many milliseconds on a busy computer, and it is the caller who waits.
    """

    def __init__(self, post: Post, begin: Post = lambda call: call()) -> None:
        self._post = post
        self._begin = begin
        self._closed = False
        self._jobs: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._idle = threading.Semaphore(0)

    def do(
        self, job: Callable[[], T], then: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        """Hand the job on and return."""

        def work() -> None:
            try:
                done = job()
            except Exception as error:  # noqa: BLE001  (handed on, not hidden)
                handed = error
                self.post(lambda: failed(handed))
            else:
                self.post(lambda: then(done))

        self._begin(partial(self._hand_on, work))

    def _hand_on(self, work: Callable[[], object]) -> None:
        self._jobs.put(work)
        if not self._idle.acquire(blocking=False):
            # A daemon: a window that closes does not wait for a file nobody will see.
            threading.Thread(target=self._work, name="beside", daemon=True).start()

    def _work(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=IDLE)
            except Empty:
                # Whoever has counted on this thread meanwhile is about to hand it a job.
                if self._idle.acquire(blocking=False):
                    return
            else:
                job()
                del job  # what it held on to is nobody's any more
                self._idle.release()

    def post(self, call: Callable[[], object]) -> object:
        """Have a call made by whoever owns the session, unless nobody does by then."""
        return self._post(lambda: None if self._closed else call())

    def close(self) -> None:
        """Hand nothing on any more; a job that is under way ends unheard."""
        self._closed = True
