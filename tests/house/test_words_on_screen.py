"""All that the app says is short, plain and kind, and never measures the person (R29, R30)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "reader").rglob("*.py"))
RESOURCES = {
    "articles/3-how-to-use-this-reader.md": r".+",
    "desktop/gentle-reader.metainfo.xml": r"(?s)(?<=<summary>).+?(?=<)|(?<=<p>).+?(?=<)",
    "desktop/gentle-reader.desktop": r"(?<=^Comment=).+",
}
"""Where else the app tells of itself, and which of it are words; how long they are has tests of its own."""

HOLE = "word"
"""What stands for each thing that is put into a sentence only when it is said."""
MEAN, MOST = 12, 20
"""Words a sentence (R29)."""
NOT_SAID = {"ValueError", "TypeError", "KeyError", "LookupError", "RuntimeError", "getLogger", "_words"}
"""What is called with words that nobody meets: faults of the code, and lists of words to know."""

FORBIDDEN = {
    "blame": r"you (failed|forgot|did not|have not|should|must|need to|have to)|your (error|mistake|fault)|"
    r"invalid|illegal|incorrect|wrong|errors?|fail(s|ed|ure)?|fatal|forbidden|denied|not allowed|must|"
    r"warning|bad|abort(ed)?|refused",
    "praise": r"well done|congrat\w*|great|good (job|work)|nice|excellent|amazing|awesome|bravo|proud|"
    r"impressive|perfect(ly)?|keep (it up|going)|you did it|hurray",
    "jargon": r"sessions?|resum(e[sd]?|ing)|TTS|documents?|databases?|exceptions?|timeouts?|caches?|"
    r"director(y|ies)|syntax|pars(e[sd]?|ing)|encod(ed?|ing)|default|toggles?|(en|dis)abled?|configur\w*|"
    r"synthesi\w*|engines?|chunks?|tokens?|widgets?|process(es)?|execut\w*|initiali\w*|loading|unable|"
    r"utili[sz]\w*|users?|purchase|approximately|additional|prior to",
    "measuring": r"streaks?|goals?|badges?|scores?|points? earned|levels? up|achievements?|progress|rewards?|"
    r"records? broken|most ever|target|daily|per ?cent|percent\w*|overdue|deadline|catch(ing)? up|"
    r"fall(ing)? behind",
    "the gap": r"(seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago|ago|since|last time|"
    r"yesterday|last (night|week|month|year)|welcome back|it has been|been away|long time|haven.t",
    "countdown": r"remaining|remain(s|der)?|to go(?! on| back)|count(s|ing)? ?down|almost (there|done)|"
    r"nearly (there|done)|still to|hurry up|"
    r"(word|\d+|pieces?|parts?|pages?|minutes?|hours?|seconds?|words?)( are| is)? left(?! out)",
}
"""What is never said, as patterns of whole words; each kind has its reason in R29 or R30."""

AGREED = ("Something went wrong.", "for a word that sounds wrong")
"""What is said all the same: it blames the app, or the voice."""


class Words(NamedTuple):
    """Something a person may see or hear, and where it is written."""

    where: str
    text: str


def said_by(code: str, where: str = "") -> Iterator[Words]:
    """Yield each literal of some Python code that may be words for people, with its holes filled."""
    tree = ast.parse(code)
    left_out = {id(node) for node in not_for_people(tree)}
    for node in ast.walk(tree):
        text = literal(node)
        if text and id(node) not in left_out and is_words(text):
            yield Words(f"{where}:{node.lineno}", text)


def not_for_people(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what is written for developers: docstrings, annotations, and what is called for them alone.

    The pieces of an f-string are left out as well, since it is taken as a whole.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (piece for piece in ast.walk(node) if piece is not node)
        elif isinstance(node, ast.Call) and set(re.findall(r"\w+", ast.unparse(node.func))) & NOT_SAID:
            yield from ast.walk(node)
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield from ast.walk(node.annotation)


def literal(node: ast.AST) -> str:
    """Return the text of a literal, with a word in each of its holes; "" for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(literal, node.values))
    if isinstance(node, ast.FormattedValue):
        return HOLE + "%" * ast.unparse(node).count("%")
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\{[^}]*\}|%\(\w+\)s", HOLE, node.value)
    return ""


def is_words(text: str) -> bool:
    """Return whether a literal is words, and no name, pattern or line of SQL."""
    reads_so = " " in text.strip() or re.match(r"[“(]?[A-Z][a-z]", text)
    return bool(reads_so) and not re.search(r"\\|\(\?|[_=<>\[\]|]|^[A-Z]{4,}\b", text)


def sentences(text: str) -> list[str]:
    """Return the whole sentences in some words; a label has none."""
    return re.findall(r"\S[^.?!…]*[.?!…](?=[\s”]|$)", text)


def faults(text: str) -> list[str]:
    """Return what is amiss with some words."""
    found = [f"long: {each}" for each in sentences(text) if len(each.split()) > MOST]
    if re.search(r"\w[”’)]?!", text):
        found.append("an exclamation mark")
    for agreed in AGREED:
        text = text.replace(agreed, "")
    for kind, pattern in FORBIDDEN.items():
        found += [f"{kind}: {hit[0]}" for hit in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE)]
    if re.search(r"[\w}] ?%", text):
        found.append("per cent")
    return found


SAID = [
    words for path in CODE for words in said_by(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
]


def test_nothing_that_is_said_is_amiss() -> None:
    assert [(words.where, fault) for words in SAID for fault in faults(words.text)] == []


def test_sentences_are_short_on_the_whole() -> None:
    lengths = [len(sentence.split()) for words in SAID for sentence in sentences(words.text)]
    assert len(lengths) > 150
    assert sum(lengths) / len(lengths) <= MEAN


@pytest.mark.parametrize("name", RESOURCES)
def test_what_tells_of_the_app_is_as_kind(name: str) -> None:
    text = (ROOT / "resources" / name).read_text(encoding="utf-8")
    told = [hit[0] for hit in re.finditer(RESOURCES[name], text, re.MULTILINE)]
    assert told
    assert [fault for words in told for fault in faults(words) if not fault.startswith("long")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Press Next when you are ready. There is no hurry.",
        "How much at a time?",
        "Dimmer",
        "word: this is as far as it goes.",
        "please choose another file",
        "Reading this part aloud. Space pauses. Esc stops.",
        "words of this piece",
    ],
)
def test_the_guard_hears_what_is_said(text: str) -> None:
    assert text in {words.text for words in SAID}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("say('You failed to finish this part.')", "blame"),
        ("say('Invalid input')", "blame"),
        ("raise VoiceError('TTS error')", "jargon"),
        ("Label('Well done. That was a lot.')", "praise"),
        ("Control(('Resume session',), press)", "jargon"),
        ("say(f'{days} days ago')", "the gap"),
        ("Label(f'Welcome back, {name}')", "the gap"),
        ("say('You have not read since Monday.')", "the gap"),
        ("_LINE = f'{count} pieces left'", "countdown"),
        ("say(f'{minutes} minutes remaining')", "countdown"),
        ("rest(f'{number} still to read')", "countdown"),
        ("say('A streak of seven.')", "measuring"),
        ("Label(f'{share} %')", "per cent"),
        ("say(f'{share:.0%} is read')", "per cent"),
        ("say('There you are!')", "exclamation"),
        (f"say('Here {'is one more word ' * 5}.')", "long"),
    ],
)
def test_the_guard_hears_what_must_not_be_said(code: str, kind: str) -> None:
    (words,) = said_by(code)
    assert [fault for fault in faults(words.text) if kind in fault] != []


@pytest.mark.parametrize(
    "code",
    [
        'def turn():\n    """Fail with an error!"""',
        "raise ValueError('An invalid document.')",
        "connection.execute('SELECT score FROM goal')",
        "find = re.compile(r'\\d+ days ago')",
        "x: 'Iterator[Session]' = y",
    ],
)
def test_the_guard_leaves_to_developers_what_is_theirs(code: str) -> None:
    assert [words for words in said_by(code) if faults(words.text)] == []
