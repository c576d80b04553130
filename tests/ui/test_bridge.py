"""Time and other threads on the window's thread."""

import threading
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

from reader.ui.bridge import Bridge, QtClock


def test_a_call_that_is_due_later_is_made_once(qapp: Any, qtbot: Any) -> None:
    made: list[str] = []
    QtClock(qapp).later(0, lambda: made.append("saved"))
    assert made == []
    qtbot.waitUntil(lambda: made == ["saved"])


def test_a_call_may_be_cancelled_before_and_after_it_is_made(qapp: Any, qtbot: Any) -> None:
    made: list[str] = []
    clock = QtClock(qapp)
    forgotten = clock.later(0, lambda: made.append("never"))
    forgotten.cancel()
    early = clock.later(0, lambda: made.append("saved"))
    qtbot.waitUntil(lambda: made == ["saved"])
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    early.cancel()
    forgotten.cancel()
    assert made == ["saved"]


def test_no_timer_is_left_behind(qapp: Any, qtbot: Any) -> None:
    owner, made = QObject(), []
    clock = QtClock(owner)
    for _ in range(5):
        clock.later(60, lambda: made.append("never")).cancel()
    clock.later(0, lambda: made.append("saved"))
    qtbot.waitUntil(lambda: made == ["saved"])
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert owner.findChildren(QTimer) == []


def test_a_call_from_another_thread_is_made_on_this_one(qapp: Any, qtbot: Any) -> None:
    bridge, threads = Bridge(qapp), []
    sent = threading.Thread(target=lambda: bridge.post(lambda: threads.append(threading.current_thread())))
    sent.start()
    sent.join()
    qtbot.waitUntil(lambda: threads == [threading.current_thread()])
