"""Formulas of Word documents as a line of text, by way of MathML, which says the same in other words."""

import re
from collections.abc import Callable, Iterable, Iterator
from unicodedata import combining

from lxml import etree
from lxml.etree import _Element as Element

from reader.formats.building.formulas import linear
from reader.formats.docx.names import named

_TOKEN = re.compile(r"(?P<mn>\d+(?:[.,]\d+)*)|(?P<mi>[^\W\d_])|(?P<mtext>\s+)|(?P<mo>.)", re.DOTALL)
_OVER = {
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "¯",
    "\u0305": "¯",
    "\u0307": "˙",
    "\u0308": "¨",
    "\u20d7": "→",
}
"""Marks over a letter, as MathML writes them."""

_APPLIED = "\u2061"


def line(formula: Element) -> str:
    """Return a formula as a line of text: "x² + 1/2"."""
    return linear(etree.tostring(_of("math", *_children(formula)), encoding="unicode"))


def _children(element: Element | None) -> Iterator[Element]:
    for child in () if element is None else element.iterchildren(etree.Element):
        yield from _read(child)


def _read(element: Element) -> Iterable[Element]:
    name = etree.QName(element).localname
    if name == "r":
        return _run(element)
    if name.endswith("Pr"):
        return ()
    made = _KINDS.get(name)
    return _children(element) if made is None else [made(element)]


def _run(run: Element) -> Iterator[Element]:
    is_words = run.find(f"{named('m:rPr')}/{named('m:nor')}") is not None
    text = "".join(part.text or "" for part in run.iter(named("m:t"), named("w:t")))
    for token in () if is_words else _TOKEN.finditer(text):
        yield _said(token.lastgroup or "mo", token[0])
    if is_words:
        yield _said("mtext", text)


def _of(tag: str, *children: Element) -> Element:
    element = etree.Element(tag)
    element.extend(children)
    return element


def _said(tag: str, text: str) -> Element:
    element = etree.Element(tag)
    element.text = text
    return element


def _row(element: Element, name: str) -> Element:
    """Return what stands in one part of an element, such as what is raised."""
    return _of("mrow", *_children(element.find(named(f"m:{name}"))))


def _sign(element: Element, path: str, usual: str) -> str:
    found = element.find("/".join(named(f"m:{step}") for step in path.split("/")))
    return usual if found is None else found.get(named("m:val"), "")


def _parts(tag: str, *names: str) -> Callable[[Element], Element]:
    return lambda element: _of(tag, *(_row(element, name) for name in names))


def _root(element: Element) -> Element:
    degree = _row(element, "deg")
    return _of("mroot", _row(element, "e"), degree) if len(degree) else _of("msqrt", _row(element, "e"))


def _large(element: Element) -> Element:
    sign = _said("mo", _sign(element, "naryPr/chr", "∫"))
    return _of(
        "mrow", _of("munderover", sign, _row(element, "sub"), _row(element, "sup")), _row(element, "e")
    )


def _bracketed(element: Element) -> Element:
    inside: list[Element] = []
    for part in element.iterchildren(named("m:e")):
        between = [_said("mo", _sign(element, "dPr/sepChr", "|"))] if inside else []
        inside += [*between, _of("mrow", *_children(part))]
    begin, end = _sign(element, "dPr/begChr", "("), _sign(element, "dPr/endChr", ")")
    return _of("mrow", _said("mo", begin), *inside, _said("mo", end))


def _function(element: Element) -> Element:
    return _of("mrow", _row(element, "fName"), _said("mo", _APPLIED), _row(element, "e"))


def _accented(element: Element) -> Element:
    sign = _sign(element, "accPr/chr", "\u0302")
    base = _row(element, "e")
    letter = "".join(map(str, base.itertext()))
    if len(letter) == 1 and combining(sign[:1] or " "):
        return _said("mi", letter + sign)
    return _of("mover", base, _said("mo", _OVER.get(sign, sign)))


def _barred(element: Element) -> Element:
    tag = "mover" if _sign(element, "barPr/pos", "bot") == "top" else "munder"
    return _of(tag, _row(element, "e"), _said("mo", "¯"))


def _table(element: Element) -> Element:
    rows = list(element.iterchildren(named("m:mr"))) or list(element.iterchildren(named("m:e")))
    cells = (list(row.iterchildren(named("m:e"))) if row.tag == named("m:mr") else [row] for row in rows)
    return _of("mtable", *(_of("mtr", *(_of("mtd", *_children(cell)) for cell in row)) for row in cells))


_KINDS: dict[str, Callable[[Element], Element]] = {
    "f": _parts("mfrac", "num", "den"),
    "sSup": _parts("msup", "e", "sup"),
    "sSub": _parts("msub", "e", "sub"),
    "sSubSup": _parts("msubsup", "e", "sub", "sup"),
    "limLow": _parts("munder", "e", "lim"),
    "limUpp": _parts("mover", "e", "lim"),
    "rad": _root,
    "nary": _large,
    "d": _bracketed,
    "func": _function,
    "acc": _accented,
    "bar": _barred,
    "m": _table,
    "eqArr": _table,
}
"""What is shaped; the rest are parts, one after the other."""
