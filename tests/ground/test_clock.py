"""Time as tests own it."""


def test_nothing_is_called_before_it_is_due(clock):
    called = []
    clock.later(2, lambda: called.append("saved"))
    clock.advance(1.9)
    assert called == []
    clock.advance(0.1)
    assert called == ["saved"]


def test_calls_come_in_the_order_they_fall_due_each_at_its_moment(clock):
    seen = []
    clock.later(3, lambda: seen.append(("late", clock.now())))
    clock.later(1, lambda: seen.append(("early", clock.now())))
    clock.later(1, lambda: seen.append(("early too", clock.now())))
    clock.advance(10)
    assert seen == [("early", 1), ("early too", 1), ("late", 3)]
    assert clock.now() == 10


def test_a_call_may_ask_for_another_within_the_same_time(clock):
    seen = []
    clock.later(1, lambda: clock.later(1, lambda: seen.append(clock.now())))
    clock.advance(5)
    assert seen == [2]


def test_a_cancelled_call_is_never_made(clock):
    called = []
    timer = clock.later(1, lambda: called.append("saved"))
    timer.cancel()
    assert clock.waiting == 0
    clock.advance(5)
    assert called == []
