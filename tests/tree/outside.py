"""The window as a screen reader meets it: another process, known only by its accessible tree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.tree.bus import Bus, BusError, Signal

REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
FOCUSABLE, FOCUSED, CHECKED, CHECKABLE = 11, 12, 4, 41
SHOWING, VISIBLE, READ_ONLY, MULTI_LINE, EDITABLE = 25, 30, 43, 17, 7
"""States by their numbers in AT-SPI."""

TAB, ENTER, ESCAPE, SPACE = 0xFF09, 0xFF0D, 0xFF1B, 0x20
PAGE_DOWN, RIGHT, F7 = 0xFF56, 0xFF53, 0xFFC4
"""Keys by their X11 numbers."""
_PRESSED_AND_LET_GO = 3


@dataclass(frozen=True)
class Node:
    """One accessible object. What it says is asked anew each time."""

    bus: Bus
    owner: str
    path: str

    def ask(self, call: str, types: str = "", *arguments: str | int) -> Any:
        """Call one of its methods, such as "Accessible.GetRole"."""
        return self.bus.ask(self.owner, self.path, f"org.a11y.atspi.{call}", types, *arguments)

    def fact(self, interface: str, name: str) -> Any:
        """Return what one of its interfaces says of it."""
        get = "org.freedesktop.DBus.Properties.Get"
        return self.bus.ask(self.owner, self.path, get, "ss", f"org.a11y.atspi.{interface}", name)

    @property
    def name(self) -> str:
        return self.fact("Accessible", "Name")

    @property
    def description(self) -> str:
        return self.fact("Accessible", "Description")

    @property
    def role(self) -> str:
        return self.ask("Accessible.GetRoleName")

    @property
    def text(self) -> str:
        return self.ask("Text.GetText", "ii", 0, -1)

    @property
    def caret(self) -> int:
        return self.fact("Text", "CaretOffset")

    @property
    def is_text(self) -> bool:
        return "org.a11y.atspi.Text" in self.ask("Accessible.GetInterfaces")

    def has(self, state: int) -> bool:
        """Return whether it is in a state."""
        low, high = self.ask("Accessible.GetState")
        return bool((low | high << 32) >> state & 1)

    def children(self) -> list["Node"]:
        """Return what it holds."""
        return [Node(self.bus, *child) for child in self.ask("Accessible.GetChildren")]

    def below(self) -> Iterator["Node"]:
        """Yield it and all that shows within it, from the top of the tree down."""
        yield self
        for child in self.children():
            if child.has(SHOWING):
                yield from child.below()

    def press(self) -> None:
        """Do what a press does."""
        self.ask("Action.DoAction", "i", 0)


class Outside:
    """A listener at the accessibility bus: walks the tree, presses keys, and hears what is told."""

    def __init__(self, session: Bus) -> None:
        address = session.ask("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        self.bus = Bus(address)
        for kind in ("Object", "Window", "Focus"):
            self.bus.listen_to(f"interface='org.a11y.atspi.Event.{kind}'")
            registry = "/org/a11y/atspi/registry"
            self.bus.ask(REGISTRY, registry, f"{REGISTRY}.RegisterEvent", "s", f"{kind.lower()}:")
        self._desktop = Node(self.bus, REGISTRY, ROOT)

    def meet(self) -> None:
        """Wait until the window is there and has the keyboard."""
        self.until(lambda: self._desktop.children() and self.focus(), "a window with a focus")

    @property
    def window(self) -> Node:
        return self._desktop.children()[0].children()[0]

    def controls(self) -> list[Node]:
        """Return what of the page can take the focus."""
        return [node for node in self.window.below() if node.has(FOCUSABLE)]

    def focus(self) -> Node | None:
        """Return what has the focus."""
        return next((node for node in self.window.below() if node.has(FOCUSED)), None)

    def find(self, name: str, role: str = "") -> Node:
        """Return the one thing on the page with that name, and with that role if several share the name."""
        return self.until(lambda: self._named(name, role), f"{role} {name!r}")[0]

    def _named(self, name: str, role: str) -> list[Node]:
        found = [node for node in self.window.below() if node.name == name and role in ("", node.role)]
        assert len(found) < 2, f"{name!r} is there {len(found)} times."
        return found

    def key(self, symbol: int) -> None:
        """Press a key and let it go, as X11 numbers it."""
        controller = "/org/a11y/atspi/registry/deviceeventcontroller"
        call = "org.a11y.atspi.DeviceEventController.GenerateKeyboardEvent"
        self.bus.ask(REGISTRY, controller, call, "isu", symbol, "", _PRESSED_AND_LET_GO)

    def until(self, condition: Callable[[], Any], what: str) -> Any:
        """Return what the condition returns as soon as it holds; what goes away meanwhile is no fault."""

        def looked() -> Any:
            try:
                return condition()
            except BusError:
                return None

        return self.bus.until(looked, what)

    def heard(self, act: Callable[[], object], last: Callable[[Signal], bool]) -> list[Signal]:
        """Return all that is told from an act on, until what is awaited as the last has come."""
        self.bus.signals()
        act()
        heard: list[Signal] = []

        def has_come() -> bool:
            heard.extend(self.bus.signals())
            return any(last(signal) for signal in heard)

        self.bus.until(has_come, "what should be told")
        # The answer comes after all that was told before it.
        self.window.name  # noqa: B018
        return heard + self.bus.signals()
