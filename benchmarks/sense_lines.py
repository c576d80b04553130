"""Measure lines of sense on prose: `python benchmarks/sense_lines.py FILE... [--held-out] [--show NUMBER]`.

The files, and how they are halved for good, are those of benchmarks/sentences.py. Every sentence of more than
25 words is set in lines; what a machine can tell is counted: words lost or changed, breaks inside a unit,
lines that are too short, and how long lines are. Units are found by patterns of their own, not by the rules.
--show prints so many of the sentences, chosen by their hash, for a person to judge; `⏎` begins a line.
benchmarks/sense_lines.md keeps the results.
"""

import argparse
import hashlib
import itertools
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.sentences import is_held_out, paragraphs
from reader.store.glossary import bundled_glossary
from reader.text import sense_lines, words
from reader.text.glossary import Glossary

ROOM = Path(sense_lines.__file__).parent

UNITS = {
    "brackets": re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}"),
    "quotation marks": re.compile(r"“[^“”]*”|\"[^\"]*\""),
    "number and unit": re.compile(
        r"\d[\d.,]*(?: [±×–-] ?\d"
        r"| (?:[kmµμnc]?(?:g|l|L|m|M|s|Da|mol)|%|°C|h|d|min|hours?|days?|weeks?|years?|kb|bp)\b)"
    ),
    "abbreviation": re.compile(
        r"\b(?:e\.g\.|i\.e\.|et al\.|cf\.|vs\.|Dr\.?|Mrs?\.?|Prof\.?|Figs?\.|No\.|approx\.|etc\.),? ?\w+"
    ),
    "name": re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'’-]+(?: (?:of|the|and|for) (?=[A-Z])| )[A-Z][\w'’-]+"),
    "pair": re.compile(r"\b(?:both|either|neither|between) \w+ (?:and|n?or) \w+"),
}


def units(sentence: str, glossary: Glossary) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of what no line may begin within."""
    for kind, pattern in UNITS.items():
        yield from ((kind, *found.span()) for found in pattern.finditer(sentence))
    yield from (("word of the glossary", hit.start, hit.end) for hit in glossary.find(sentence))


def lines(sentence: str) -> list[str]:
    """Return the lines of a sentence."""
    borders = [0, *sense_lines.breaks(sentence), len(sentence)]
    return [sentence[start:end] for start, end in itertools.pairwise(borders)]


def faults(sentence: str, glossary: Glossary) -> Iterator[str]:
    """Yield what is wrong with the lines of a sentence."""
    made = lines(sentence)
    if "".join(made) != sentence:
        yield "words changed"
    if len(made) > 1 and min(map(words.count, made)) < sense_lines.FEWEST:
        yield "line too short"
    for kind, start, end in units(sentence, glossary):
        if any(start < at < end for at in sense_lines.breaks(sentence)):
            yield f"inside: {kind}"


def rules_hash() -> str:
    """Return the SHA-256 of the rules' source files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(ROOM.glob("sense_*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def report(name: str, sentences: list[str], glossary: Glossary) -> None:
    """Print the figures of one file."""
    long = [sentence for sentence in sentences if words.count(sentence) > sense_lines.LONG]
    laid_out = [made for made in map(lines, long) if len(made) > 1]
    lengths = [words.count(line) for made in laid_out for line in made]
    found = Counter(fault for sentence in long for fault in faults(sentence, glossary))
    held = Counter(kind for sentence in long for kind, _, _ in units(sentence, glossary))
    print(f"{name}: {len(sentences)} sentences, {len(long)} of more than {sense_lines.LONG} words")
    print(
        f"  laid out {len(laid_out)} ({len(laid_out) / len(long):.0%}), {len(lengths) - len(laid_out)} breaks"
    )
    if lengths:
        few, half, many = statistics.quantiles(lengths, n=10)[0], statistics.median(lengths), max(lengths)
        print(f"  words a line: a tenth up to {few:.0f}, half up to {half:.0f}, most {many}")
    print(f"  units looked at: {dict(held)}")
    print(f"  faults: {dict(found) or 'none'}")


def main() -> None:
    """Print the rules' hash, then the figures of the asked part of each file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--held-out", action="store_true", help="measure the held-out part")
    parser.add_argument("--show", type=int, default=0, metavar="NUMBER", help="print sentences to judge")
    asked = parser.parse_args()
    print(f"rules {rules_hash()}")
    glossary = bundled_glossary()
    shown = []
    for path in asked.files:
        part = [each for each in paragraphs(path) if is_held_out(each) == asked.held_out]
        sentences = [sentence for each in part for sentence in each]
        report(path.stem, sentences, glossary)
        shown += [sentence for sentence in sentences if len(lines(sentence)) > 1]
    shown.sort(key=lambda sentence: hashlib.sha256(sentence.encode()).digest())
    for sentence in shown[: asked.show]:
        print(f"\n{'⏎ '.join(lines(sentence))}")


if __name__ == "__main__":
    main()
