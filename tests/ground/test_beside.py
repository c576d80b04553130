"""Work beside the page: what comes of it is handed on, unless whoever waited for it has gone."""

import threading
from collections.abc import Callable

from reader.ground.beside import InThread
from reader.ground.inbox import Inbox


def test_what_a_job_returns_comes_to_the_thread_that_waits() -> None:
    inbox, found = Inbox(), []
    beside = InThread(inbox.post)
    beside.do(lambda: 7, lambda done: found.append((done, threading.current_thread())), found.append)
    inbox.wait_until(lambda: bool(found))
    assert found == [(7, threading.current_thread())]


def test_nothing_is_handed_to_whom_has_gone() -> None:
    waiting: list[Callable[[], object]] = []
    handed = threading.Event()
    found: list[object] = []

    def post(call: Callable[[], object]) -> None:
        waiting.append(call)
        handed.set()

    beside = InThread(post)
    beside.do(lambda: 7, found.append, found.append)
    assert handed.wait(10)
    beside.close()
    waiting[0]()
    assert found == []
