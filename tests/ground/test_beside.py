"""Work beside the page: what comes of it is handed on, unless whoever waited for it has gone."""

import threading
from collections.abc import Callable
from functools import partial

import pytest

from reader.ground.beside import InThread, reraise, unhurried
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


def test_a_job_waits_until_it_is_let_begin() -> None:
    inbox, found = Inbox(), list[int]()
    begins: list[Callable[[], object]] = []
    beside = InThread(inbox.post, begins.append)
    beside.do(lambda: 7, found.append, reraise)
    (begin,) = begins
    begin()
    inbox.wait_until(lambda: bool(found))
    assert found == [7]


def test_a_thread_that_has_done_its_job_does_the_next_one() -> None:
    inbox = Inbox()
    beside = InThread(inbox.post)
    threads: list[threading.Thread] = []
    for _ in range(3):
        before = len(threads)
        beside.do(threading.current_thread, threads.append, reraise)
        inbox.wait_until(partial(lambda before: len(threads) > before, before))
    assert len(set(threads)) < 3


def test_a_thread_without_a_job_goes_and_the_next_job_is_done_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.ground.beside.IDLE", 0.001)
    inbox = Inbox()
    beside = InThread(inbox.post)
    threads: list[threading.Thread] = []
    for count in (1, 2):
        beside.do(threading.current_thread, threads.append, reraise)
        inbox.wait_until(partial(lambda count: len(threads) == count, count))
        threads[-1].join(10)
    assert not any(thread.is_alive() for thread in threads)


def test_jobs_of_one_moment_do_not_wait_for_each_other() -> None:
    inbox = Inbox()
    beside = InThread(inbox.post)
    found: list[int] = []
    both = threading.Barrier(2, timeout=10)
    for _ in range(2):
        beside.do(both.wait, found.append, reraise)
    inbox.wait_until(lambda: len(found) == 2)
    assert sorted(found) == [0, 1]


def test_a_long_job_lets_the_page_go_first_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    inbox, found = Inbox(), list[list[int]]()
    InThread(inbox.post).do(lambda: list(unhurried(range(100))), found.append, reraise)
    inbox.wait_until(lambda: bool(found))
    assert (found, len(waits)) == ([[*range(100)]], 5)
    assert [*unhurried(range(100))] == found[0]
    assert len(waits) == 5, "on the page's own thread nothing waits"
