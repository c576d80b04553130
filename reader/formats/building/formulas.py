"""Formulas of markup as a line of text: "x² + 1/2", "√(a + b)", "∑_(i = 1)ⁿ"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

FORMULA, EXPRESSION = "formula", "expression"
"""The tags of a formula that is a line of text: on a line of its own, and within one."""

_BEGIN = re.compile(r"<(?P<prefix>\w{1,8}:)?math\b(?P<values>[^<>]*)>", re.IGNORECASE)
_DISPLAY = re.compile(r"\b(?:display|mode)\s*=\s*[\"']?(?:block|display)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\balttext\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE)

_RAISED = dict(
    zip(
        "0123456789+-−=()niabcdefghjklmoprstuvwxyzT*′",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ*′",
        strict=True,
    )
)
_LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_OVER = {"¯": "\u0304", "‾": "\u0304", "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303"} | {
    "→": "\u20d7", "⃗": "\u20d7", "˙": "\u0307", ".": "\u0307", "¨": "\u0308"
}  # fmt: skip
_SPACED = frozenset("=+−±∓<>≤≥≠≈≡∼≅∝→←↔⇒⇐⇔∈∉⊂⊆∪∩∧∨×÷·⋅∣≪≫↦:")
_INVISIBLE = frozenset("\u2061\u2062\u2063\u2064\u200b")
_APPLIED = "\u2061"
"""Stands between a function and what it is of."""

_LARGE = ("∑", "∏", "∫", "∮", "⋃", "⋂", "lim", "max", "min")
_NO_BASE = frozenset("=+−(,[{ ")
"""After these, or at the start, a plus or minus is a sign."""

_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class _Node:
    tag: str
    parts: "list[_Node | str]" = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def nodes(self) -> "list[_Node]":
        return [part for part in self.parts if isinstance(part, _Node)]


def read(html: str) -> str:
    """Return markup whose formulas are lines of text, each in a tag of ours."""
    return "".join(_parts(html))


def _parts(html: str) -> Iterator[str]:
    at = 0
    while begin := _BEGIN.search(html, at):
        end = html.find(f"</{begin['prefix'] or ''}math", begin.end())
        close = html.find(">", end)
        if end < 0 or close < 0:
            break
        yield html[at : begin.start()]
        words = _SPOKEN.search(begin["values"])
        spare = unescape(words["double"] or words["single"] or "") if words else ""
        text = linear(html[begin.end() : end]) or spare
        tag = FORMULA if _DISPLAY.search(begin["values"]) else EXPRESSION
        yield f"<{tag}>{escape(text)}</{tag}>"
        at = close + 1
    yield html[at:]


def linear(mathml: str) -> str:
    """Return what stands within MathML's outermost tag as a line of text; its own TeX if it holds no more."""
    tree = _Tree()
    tree.feed(mathml)
    tree.close()
    text = _SPACES.sub(" ", _row(tree.root)).strip()
    return text or tree.spare.strip()


class _Tree(HTMLParser):
    """The tree of a formula; what is deeper than a hundred tags lies in the hundredth."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("mrow")
        self.spare = ""
        self._open = [self.root]
        self._notes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.rpartition(":")[2]
        if self._notes or tag.startswith("annotation"):
            self._notes += 1
            return
        node = _Node(tag, values={name: value or "" for name, value in attrs})
        self._open[-1].parts.append(node)
        if len(self._open) < 100 and tag not in ("mspace", "none", "mprescripts"):
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._notes:
            node = _Node(tag.rpartition(":")[2], values={name: value or "" for name, value in attrs})
            self._open[-1].parts.append(node)

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if self._notes:
            self._notes -= 1
        elif len(self._open) > 1 and any(node.tag == tag for node in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._notes:
            self.spare += data
        else:
            self._open[-1].parts.append(data)


def _row(node: _Node) -> str:
    """Return the parts of a node, one after the other, with spaces around what joins them."""
    text = ""
    for part in node.parts:
        if isinstance(part, str):
            text += part.strip() and part
        elif part.tag == "mo":
            text += _operator(_words(part), text)
        else:
            inner = _text(part)
            text += f"{inner} " if inner.startswith(_LARGE) and part.tag != "mi" else inner
    return text


def _operator(sign: str, before: str) -> str:
    sign = sign.replace("-", "−")
    if sign in _INVISIBLE:
        return " " if sign == _APPLIED and before[-2:].isalpha() and len(before) > 1 else ""
    if sign in ("+", "−", "±") and (not before.strip() or before.rstrip()[-1] in _NO_BASE):
        return sign
    if sign in _SPACED or (len(sign) > 1 and sign.isalpha()):
        return f" {sign} "
    return f"{sign} " if sign in (",", ";") else sign


def _text(node: _Node) -> str:
    shape = _SHAPES.get(node.tag)
    parts = [_text(child) if child.tag != "mo" else _words(child) for child in node.nodes] if shape else []
    try:
        return shape(*parts) if shape else _READ.get(node.tag, _row)(node)
    except TypeError:  # it has more or fewer parts than its kind takes
        return " ".join(parts)


def _table(node: _Node) -> str:
    rows = (filter(None, (_text(cell).strip() for cell in row.nodes)) for row in node.nodes)
    return "; ".join(map(" ".join, rows))


def _fenced(node: _Node) -> str:
    inside = ", ".join(map(_text, node.nodes))
    return f"{node.values.get('open', '(')}{inside}{node.values.get('close', ')')}"


def _first(node: _Node) -> str:
    return _text(node.nodes[0]) if node.nodes else ""


def _words(node: _Node) -> str:
    return _SPACES.sub(
        " ", "".join(part if isinstance(part, str) else _text(part) for part in node.parts)
    ).strip()


def _whole(text: str) -> str:
    """Return a text in brackets, unless it is one number, name or bracket already."""
    is_one = re.fullmatch(r"[\w.′\u0300-\u036f⁰-₟²³¹]+|\([^()]*\)", text)
    return text if is_one else f"({text})"


def _fraction(above: str, below: str) -> str:
    return f"{_whole(above.strip())}/{_whole(below.strip())}"


def _raised(text: str) -> str:
    text = text.replace(" ", "")
    if text and all(letter in _RAISED for letter in text):
        return "".join(_RAISED[letter] for letter in text)
    return f"^{_whole(text)}" if text else ""


def _lowered(text: str) -> str:
    bare = text.replace(" ", "")
    if bare and all(letter in _LOWERED for letter in bare):
        return "".join(_LOWERED[letter] for letter in bare)
    return f"_{_whole(text.strip())}" if bare else ""


def _over(base: str, sign: str) -> str:
    if len(base) == 1 and sign in _OVER:
        return base + _OVER[sign]
    return base if sign in {*_OVER, "⏞", "_"} else base + _raised(sign)


def _under(base: str, sign: str) -> str:
    return base if sign in {"_", "⏟", "¯"} else base + _lowered(sign)


_SHAPES: dict[str, Callable[..., str]] = {
    "mfrac": _fraction,
    "mroot": lambda base, index: f"{_raised(index)}√{_whole(base.strip())}",
    "msup": lambda base, power: base + _raised(power),
    "msub": lambda base, index: base + _lowered(index),
    "msubsup": lambda base, index, power: base + _lowered(index) + _raised(power),
    "mover": _over,
    "munder": _under,
    "munderover": lambda base, index, power: _over(_under(base, index), power),
}
"""The kinds that take a certain number of parts."""

_READ: dict[str, Callable[[_Node], str]] = {
    **dict.fromkeys(("mi", "mn", "ms", "mtext", "mo"), _words),
    **dict.fromkeys(("mphantom", "none", "mprescripts"), lambda _node: ""),
    "mspace": lambda _node: " ",
    "msqrt": lambda node: f"√{_whole(_row(node).strip())}",
    "mfenced": _fenced,
    "mtable": _table,
    "semantics": _first,
    "maction": _first,
}
"""The kinds that take as many parts as there are; any other is a row."""
