"""Calls go down, events come up."""

from reader.ground.events import Event


def test_whoever_connected_is_told_in_the_order_of_connecting():
    turned: Event[[int]] = Event()
    heard = []
    turned.connect(lambda index: heard.append(("page", index)))
    turned.connect(lambda index: heard.append(("voice", index)))
    turned.emit(3)
    assert heard == [("page", 3), ("voice", 3)]
