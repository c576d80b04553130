"""The shape of the code: small files, small functions, nothing hidden."""

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = [*(ROOT / "reader").rglob("*.py"), ROOT / "main.py"]
TESTS = [*(ROOT / "tests").rglob("*.py")]
BENCHMARKS = [*(ROOT / "benchmarks").glob("*.py")]
SCRIPTS = [*(path for path in (ROOT / "script").iterdir() if path.is_file()), ROOT / ".ci" / "run"]
STYLES = [*(ROOT / "resources").rglob("*.qss")]

CHANGES = {
    "append",
    "add",
    "extend",
    "insert",
    "remove",
    "discard",
    "pop",
    "popitem",
    "clear",
    "update",
    "setdefault",
    "sort",
}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests"}
QT_NETWORK = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebEngineQuick", "QtWebSockets"}
FIXED_WAITS = {"sleep", "qWait", "msleep"}
WAITS_WITH_A_REASON: dict[str, str] = {}

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
OWN_SCOPE = (*FUNCTION, ast.ClassDef)

Fault = Callable[[ast.AST], str | None]


def faults(paths: Iterable[Path], fault: Fault) -> list[str]:
    """Return what is wrong in those files, each with its file and line."""
    return [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}: {wrong}"
        for path in sorted(paths)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (wrong := fault(node))
    ]


def test_a_file_has_at_most_300_lines():
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in CODE + TESTS + BENCHMARKS}
    lines |= {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SCRIPTS + STYLES}
    assert {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > 300} == {}


def test_a_function_has_fewer_than_40_lines():
    def long_function(node: ast.AST) -> str | None:
        if not isinstance(node, FUNCTION):
            return None
        lines = (node.end_lineno or 0) - node.lineno + 1
        return f"{node.name} has {lines} lines" if lines >= 40 else None

    assert faults(CODE + TESTS + BENCHMARKS, long_function) == []


def test_no_network_is_within_reach():
    def network(node: ast.AST) -> str | None:
        if isinstance(node, ast.Import):
            taken = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            taken = {f"{node.module}.{alias.name}" for alias in node.names}
        else:
            return None
        wholes = {name[:end] for name in taken for end in ends_of_names(name)}
        parts = {part for name in taken for part in name.split(".")}
        found = wholes & NETWORK | parts & QT_NETWORK
        return f"imports {found}" if found else None

    assert faults(CODE, network) == []


def ends_of_names(dotted: str) -> list[int]:
    """Return where each name that holds this one ends: for "http.client" those of "http" and of the whole."""
    return [at for at, letter in enumerate(dotted) if letter == "."] + [len(dotted)]


def test_no_module_keeps_state():
    """What stands at the top of a module is never changed afterwards."""
    found = []
    for path in sorted(CODE):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        at_top = {name for node in tree.body if not isinstance(node, OWN_SCOPE) for name in stored(node)}
        found += [f"{path.relative_to(ROOT)}: {name}" for name in changed(tree) if name in at_top]
        found += [
            f"{path.relative_to(ROOT)}: global" for node in ast.walk(tree) if isinstance(node, ast.Global)
        ]
    assert found == []


def stored(tree: ast.AST) -> Iterator[str]:
    """Yield the names that get a value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg


def changed(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a function changes and that are not its own."""
    for function in ast.walk(tree):
        if isinstance(function, FUNCTION):
            own = set(stored(function))
            yield from (name for node in ast.walk(function) if (name := changed_by(node)) and name not in own)


def changed_by(node: ast.AST) -> str | None:
    """Return the name that this node changes: by a method, or by an item set or deleted."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
        owner = node.func.value
    elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
        owner = node.value
    else:
        return None
    return owner.id if isinstance(owner, ast.Name) else None


def test_no_error_is_swallowed():
    """A handler that does nothing would hide a fault, and so would a wide `suppress`."""

    def swallows(node: ast.AST) -> str | None:
        if isinstance(node, ast.ExceptHandler) and all(is_nothing(statement) for statement in node.body):
            return "does nothing about an error"
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            wide = {ast.unparse(argument) for argument in node.args} & {"Exception", "BaseException"}
            return "suppresses everything" if wide else None
        return None

    assert faults(CODE, swallows) == []


def is_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass | ast.Continue) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def test_a_test_waits_for_an_event_never_for_the_clock():
    def waits(node: ast.AST) -> str | None:
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        return called if called.split(".")[-1] in FIXED_WAITS or called.endswith("qtbot.wait") else None

    found = faults(TESTS, waits)
    assert [fault for fault in found if fault.split(":")[0] not in WAITS_WITH_A_REASON] == []
