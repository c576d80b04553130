"""Measure sentence ends against gold sentences: `python benchmarks/sentences.py FILE... [--held-out]`.

A file holds one gold sentence a line, a blank line between paragraphs, and "#" lines at its top. A hash of
each paragraph puts it for good into the working part, on which the rules may be made, or into the held-out
part, which is scored only with --held-out. The sentences of a paragraph are joined by a single space; what is
counted are the boundaries inside paragraphs, since a paragraph's end is given to the reader anyway (a second
line counts it as well). benchmarks/sentences.md keeps the results.
"""

import argparse
import hashlib
import itertools
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reader.text import sentences

ROOM = Path(sentences.__file__).parent


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        balanced = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)
        return (
            f"precision {precision:7.2%}   recall {recall:7.2%}   F1 {balanced:7.2%}"
            f"   (right {self.right}, wrong {self.wrong}, missed {self.missed})"
        )


def paragraphs(path: Path) -> list[list[str]]:
    """Return the gold sentences of each paragraph."""
    lines = path.read_text(encoding="utf-8").splitlines()
    gold = [line.strip() for line in itertools.dropwhile(lambda line: line.startswith("#"), lines)]
    return [list(group) for filled, group in itertools.groupby(gold, bool) if filled]


def is_held_out(paragraph: list[str]) -> bool:
    """Return whether a paragraph belongs to the part that is not looked at: about half of them."""
    return hashlib.sha256("\n".join(paragraph).encode()).digest()[0] < 128


def boundaries(pieces: Iterable[str]) -> set[int]:
    """Return where each piece but the first starts, when a single space stands between them."""
    return set(list(itertools.accumulate(len(piece) + 1 for piece in pieces))[:-1])


def score(paragraph: list[str]) -> Score:
    """Score one paragraph."""
    gold = boundaries(paragraph)
    found = {start for start, _ in sentences.split(" ".join(paragraph)) if start}
    return Score(len(gold & found), len(found - gold), len(gold - found))


def rules_hash() -> str:
    """Return the SHA-256 of the rules' source files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(ROOM.glob("sentence*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Print the rules' hash, then the scores of the asked part of each file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--held-out", action="store_true", help="score the held-out part, once, at the end")
    asked = parser.parse_args()
    print(f"rules {rules_hash()}")
    for path in asked.files:
        part = [each for each in paragraphs(path) if is_held_out(each) == asked.held_out]
        began = time.perf_counter()
        inside = sum(map(score, part), Score())
        seconds = time.perf_counter() - began
        letters = sum(len(line) + 1 for each in part for line in each)
        print(
            f"{path.stem}, {'held-out' if asked.held_out else 'working'} part: {len(part)} paragraphs, "
            f"{sum(map(len, part))} sentences, {letters / seconds / 1e6:.1f} MB/s"
        )
        print(f"  inside paragraphs    {inside}")
        print(f"  with paragraph ends  {inside + Score(right=len(part))}")


if __name__ == "__main__":
    main()
