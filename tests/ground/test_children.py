"""A child process may crash, hang or eat the memory, and the one who asks it stays well."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

import pytest

import reader
from reader.ground.children import Child, ChildError, ChildSlowError, Frame, worker, worker_folder

CHILD = """
import os, sys, time
from reader.ground.children import Frame, answer_frames

def answer(question):
    print("noise that no one asked for")
    match question.header["do"]:
        case "echo": return Frame({"said": question.header["say"]}, question.body[::-1])
        case "die": os._exit(3)
        case "hang":
            if question.header["say"]: open(question.header["say"], "w").close()
            time.sleep(3600)
        case "eat": return Frame({}, bytes(1_000_000_000)[:1])
        case "wait":
            while not os.path.exists(question.header["say"]): time.sleep(0.01)
            return Frame({})
        case "stdin": return Frame({"there": sys.stdin.read()})

answer_frames(answer)
"""

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a child so tightly")


class Desk:
    """One who asks, and reads the answers on the thread of the test."""

    def __init__(self, seconds: float = 60, memory: int = 0, command: list[str] | None = None) -> None:
        self._post: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self.answers: list[Frame | ChildError] = []
        self.child = Child(
            command or [sys.executable, "-c", CHILD],
            self._post.put,
            seconds=seconds,
            memory=memory,
        )

    def ask(self, do: str, say: str = "", body: bytes = b"") -> None:
        self.child.ask(Frame({"do": do, "say": say}, body), self.answers.append, self.answers.append)

    def answer(self) -> Frame | ChildError:
        """Wait for the next answer and return it."""
        self.hand_over()
        return self.answers.pop(0)

    def hand_over(self) -> None:
        self._post.get(timeout=60)()


@pytest.fixture
def desks() -> Iterator[Callable[..., Desk]]:
    """Return how to make a desk; its child is ended after the test."""
    made: list[Desk] = []

    def make(seconds: float = 60, memory: int = 0, command: list[str] | None = None) -> Desk:
        made.append(Desk(seconds, memory, command))
        return made[-1]

    yield make
    for desk in made:
        desk.child.end()


def is_running(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_questions_are_answered_in_order_whatever_a_library_prints(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo", "first\n“ü\U0001f600", b"\x00\n\xff")
    desk.ask("echo", "second")
    assert desk.answer() == Frame({"said": "first\n“ü\U0001f600"}, b"\xff\n\x00")
    assert desk.answer() == Frame({"said": "second"})


def test_a_megabyte_passes_both_ways(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo", body=bytes(range(256)) * 4096)
    answer = desk.answer()
    assert isinstance(answer, Frame)
    assert answer.body == (bytes(range(256)) * 4096)[::-1]


@pytest.mark.parametrize(("mishap", "error"), [("die", ChildError), ("hang", ChildSlowError)])
def test_after_a_mishap_the_next_question_is_answered(
    desks: Callable[..., Desk], mishap: str, error: type[ChildError]
) -> None:
    desk = desks(seconds=3)
    desk.ask(mishap)
    desk.ask("echo", "I am back")
    assert type(desk.answer()) is error
    assert desk.answer() == Frame({"said": "I am back"})


@pytest.mark.parametrize(
    "babble",
    ["", "this is no frame", "[1, 2]", '{"size": -1}', '{"size": "1"}', '{"size": 9}', "[" * 200_000],
)
def test_what_is_no_frame_is_a_fault_of_the_child(desks: Callable[..., Desk], babble: str) -> None:
    desk = desks(command=[sys.executable, "-c", f"print({babble!r})"])
    desk.ask("echo")
    assert type(desk.answer()) is ChildError


def test_a_child_killed_while_idle_is_not_even_noticed(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo", "one")
    desk.answer()
    first = desk.child.pid
    assert first
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    desk.ask("echo", "two")
    assert desk.answer() == Frame({"said": "two"})
    assert desk.child.pid != first


def test_a_stopped_child_is_killed_when_its_time_is_over(desks: Callable[..., Desk]) -> None:
    desk = desks(seconds=2)
    desk.ask("echo", "one")
    desk.answer()
    pid = desk.child.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    desk.ask("echo", body=bytes(1_000_000))
    assert isinstance(desk.answer(), ChildSlowError)
    assert not is_running(pid)


@LINUX
def test_a_child_that_eats_the_memory_ends_alone(desks: Callable[..., Desk]) -> None:
    desk = desks(memory=500_000_000)
    desk.ask("eat")
    assert isinstance(desk.answer(), ChildError)
    desk.ask("echo", "I am back")
    assert isinstance(desk.answer(), Frame)


def test_a_forgotten_question_is_never_answered(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo", "forgotten in the works")
    desk.ask("echo", "forgotten in the queue")
    desk.child.forget()
    desk.ask("echo", "kept")
    while not desk.answers:
        desk.hand_over()
    assert desk.answers == [Frame({"said": "kept"})]


def test_a_forgotten_question_is_not_even_put(desks: Callable[..., Desk], tmp_path: Path) -> None:
    desk = desks()
    desk.ask("wait", str(tmp_path / "go"))
    desk.ask("die")
    desk.child.forget()
    desk.ask("echo", "kept")
    (tmp_path / "go").touch()
    desk.hand_over()
    first = desk.child.pid
    desk.hand_over()
    assert (desk.answers, desk.child.pid) == ([Frame({"said": "kept"})], first)


def test_control_c_is_for_the_reader_not_for_the_child(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo")
    desk.answer()
    assert desk.child.pid
    assert os.getsid(desk.child.pid) != os.getsid(0)


def test_an_answer_that_is_already_on_its_way_can_be_forgotten(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo", "one")
    on_its_way = desk._post.get(timeout=60)
    desk.child.forget()
    on_its_way()
    assert desk.answers == []


def test_the_end_leaves_no_process_not_even_a_dead_one(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo", "one")
    desk.answer()
    desk.ask("hang")
    pid = desk.child.pid
    assert pid
    desk.child.end()
    assert not is_running(pid)
    desk.ask("echo", "too late")
    desk.child.end()
    assert desk.answers == []


@pytest.mark.parametrize("busy", [False, pytest.param(True, marks=LINUX)])
def test_the_child_ends_when_the_one_who_asks_is_gone(tmp_path: Path, busy: bool) -> None:
    asker = f"""
import os, sys, time
from reader.ground.children import Child, Frame
child = Child([sys.executable, "-c", {CHILD!r}], lambda call: call(), seconds=60)
def answered(frame):
    print(child.pid, flush=True)
    open({str(tmp_path / "answered")!r}, "w").close()
child.ask(Frame({{"do": "echo", "say": "hello"}}), answered, print)
if {busy}:
    child.ask(Frame({{"do": "hang", "say": {str(tmp_path / "busy")!r}}}), print, print)
while not os.path.exists({str(tmp_path / ("busy" if busy else "answered"))!r}): time.sleep(0.01)
os.kill(os.getpid(), 9)
"""
    root = Path(reader.__file__).parents[1]
    gone = subprocess.run([sys.executable, "-c", asker], cwd=root, stdout=subprocess.PIPE, check=False)
    pid = int(gone.stdout)
    descriptor = None
    with suppress(ProcessLookupError):
        descriptor = os.pidfd_open(pid)
    if descriptor is not None:
        assert select.select([descriptor], [], [], 60)[0], "the child outlived the one who asked it"
        os.close(descriptor)


def test_a_child_that_may_rest_ends_and_is_there_for_the_next_question(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.child.rest()
    desk.ask("echo", "one")
    desk.child.rest()
    desk.ask("echo", "two")
    assert desk.answer() == Frame({"said": "one"}), "what was asked before is answered"
    assert desk.answer() == Frame({"said": "two"})
    second = desk.child.pid
    assert second
    desk.child.rest()
    desk.ask("echo", "three")
    desk.answer()
    assert desk.child.pid != second
    assert not is_running(second)


def test_a_child_at_rest_can_be_ended(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("echo", "one")
    desk.answer()
    desk.child.rest()
    desk.child.end()
    desk.child.rest()
    assert desk.child.pid is None


def test_the_child_never_gets_our_keyboard(desks: Callable[..., Desk]) -> None:
    desk = desks()
    desk.ask("stdin")
    assert desk.answer() == Frame({"there": ""})


def test_a_command_that_is_not_there_is_an_answer_too(desks: Callable[..., Desk]) -> None:
    desk = desks(command=["/nowhere/to/be/found"])
    desk.ask("echo")
    assert isinstance(desk.answer(), ChildError)


def test_a_worker_is_this_program_again_also_in_a_frozen_build(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker("system", "/a folder") == (
        *(sys.executable, "-m", "reader"),
        *("--worker", "system", "/a folder"),
    )
    assert worker_folder() == Path(reader.__file__).parents[1]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker("system") == (sys.executable, "--worker", "system")
    assert worker_folder() is None
