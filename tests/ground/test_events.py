"""Calls go down, events come up."""

import pytest

from reader.ground.events import Event


def test_whoever_connected_is_told_in_the_order_of_connecting():
    turned: Event[[int]] = Event()
    heard = []
    turned.connect(lambda index: heard.append(("page", index)))
    turned.connect(lambda index: heard.append(("voice", index)))
    turned.emit(3)
    assert heard == [("page", 3), ("voice", 3)]


def test_who_left_is_not_told_any_more():
    turned: Event[[]] = Event()
    heard = []

    def listen() -> None:
        heard.append("told")

    turned.connect(listen)
    turned.disconnect(listen)
    turned.emit()
    assert heard == []


def test_who_leaves_while_being_told_keeps_nobody_else_from_hearing():
    turned: Event[[]] = Event()
    heard = []

    def once() -> None:
        heard.append("once")
        turned.disconnect(once)

    turned.connect(once)
    turned.connect(lambda: heard.append("always"))
    turned.emit()
    turned.emit()
    assert heard == ["once", "always", "always"]


def test_leaving_twice_is_a_mistake():
    with pytest.raises(ValueError, match="not in list"):
        Event().disconnect(print)
