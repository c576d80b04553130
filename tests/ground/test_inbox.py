"""Answers from other threads are taken on the thread that waits."""

import threading

import pytest

from reader.ground.inbox import Inbox


def test_a_call_is_made_on_the_thread_that_waits():
    inbox = Inbox()
    made_on: list[threading.Thread] = []
    other = threading.Thread(
        target=lambda: inbox.post(lambda: made_on.append(threading.current_thread())), daemon=True
    )
    other.start()
    inbox.wait_until(lambda: bool(made_on))
    assert made_on == [threading.current_thread()]
    other.join()


def test_what_has_come_is_made_even_where_nothing_is_missing_any_more():
    inbox = Inbox()
    made: list[int] = []
    for number in range(3):
        inbox.post(lambda number=number: made.append(number))
    inbox.wait_until(lambda: True)
    assert made == [0, 1, 2]


def test_what_a_call_raises_reaches_whoever_waits():
    inbox = Inbox()

    def stop() -> None:
        raise KeyError

    inbox.post(stop)
    with pytest.raises(KeyError):
        inbox.wait_until(lambda: True)
