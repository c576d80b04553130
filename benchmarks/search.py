"""How long five million words take to be gathered, and to be searched.

The words are made here: as many different ones as a large dictionary has, as uneven as in real prose. Times
depend on the computer, so that each is told beside that of counting the same words, which reads them once.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reader.model.document import Block, Document, Kind
from reader.store.search import SearchStore
from reader.text import words
from reader.text.places import identified
from reader.text.searching import passage, terms

TEXTS, BLOCKS, LENGTH = 100, 625, 80
"""Texts, blocks in each, and words in each block."""
VOCABULARY = 50_000
TIMES = 20


def main() -> int:
    """Print the times; return 1 if a query takes longer than anybody would wait."""
    chance = random.Random(1)
    vocabulary = [
        "".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(2, 11))) for _ in range(VOCABULARY)
    ]
    documents = list(_documents(chance, vocabulary))
    count = _seconds(lambda: sum(words.count(block.text) for text in documents for block in text.blocks))
    with tempfile.TemporaryDirectory() as folder:
        store = SearchStore(Path(folder) / "search.sqlite3")
        gathering = _seconds(lambda: [store.add(text) for text in documents])
        print(f"{TEXTS * BLOCKS * LENGTH:,} words in {TEXTS} texts")
        print(
            f"counted in {count:.1f} s, gathered in {gathering:.1f} s: {gathering / count:.1f} times as long"
        )
        slowest = max(_told(store, name, query) for name, query in _queries(vocabulary).items())
        again = _seconds(lambda: store.add(documents[0]))
        print(f"a text that is known: {1000 * again:.1f} ms; taken out: ", end="")
        print(f"{1000 * _seconds(lambda: store.remove(documents[0].id)):.0f} ms")
    return 0 if slowest < 1 else 1


def _documents(chance: random.Random, vocabulary: list[str]) -> Iterator[Document]:
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    for number in range(TEXTS):
        drawn = chance.choices(vocabulary, weights, k=BLOCKS * LENGTH)
        blocks = (
            Block("", Kind.PARAGRAPH, " ".join(drawn[at : at + LENGTH]).capitalize() + ".")
            for at in range(0, len(drawn), LENGTH)
        )
        yield Document(f"text-{number}", f"Text {number}", identified(blocks))


def _queries(vocabulary: list[str]) -> dict[str, str]:
    """Return what is asked for; words stand in the order of how often they come."""
    return {
        "a rare word": f'"{vocabulary[20_000]}"',
        "a usual word": f'"{vocabulary[300]}"',
        "the most frequent word": f'"{vocabulary[0]}"',
        "one letter": "s",
        "two words": f"{vocabulary[200]} {vocabulary[400]}",
        "two words side by side": f'"{vocabulary[0]} {vocabulary[1]}"',
        "nothing": "nowhereatall",
    }


def _told(store: SearchStore, name: str, query: str) -> float:
    wanted = terms(query)
    best = min(_seconds(lambda: store.find(wanted)) for _ in range(TIMES))
    hits = store.find(wanted)
    sentences = _seconds(lambda: [passage(hit.text, wanted) for hit in hits])
    print(f"{name}: {1000 * best:.1f} ms for {len(hits)} hits, {1000 * sentences:.1f} ms for their sentences")
    return best + sentences


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
