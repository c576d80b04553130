"""How well a recogniser makes out what is said: `python benchmarks/recognised.py [FILE...] [--most N]`.

A file holds one sentence a line; the bundled articles are always among the texts. Each voice says the
sentences twice: as the app has them said, with its pronunciation table, and as they are written. The words
made out are counted against those that a reader would say, which are the table's. So the raw text starts with
a handicap wherever the table spells something out; what can be compared without it are the voices.
benchmarks/speech.md keeps the results.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import hearing

from reader.speech.synthesis import Engine
from reader.store.pronunciation import bundled_wordings
from reader.text.pronunciation import Pronunciation
from reader.text.spoken import spoken

Say = Callable[[str], str]


def errors(wanted: Sequence[str], heard: Sequence[str]) -> int:
    """Return how many words must be put in, left out or changed to make one of the other."""
    row = list(range(len(heard) + 1))
    for count, word in enumerate(wanted, 1):
        before, row[0] = row[0], count
        for index, other in enumerate(heard, 1):
            least = min(row[index] + 1, row[index - 1] + 1, before + (word != other))
            before, row[index] = row[index], least
    return row[-1]


def word_error(
    engine: Engine, recogniser: hearing.Recogniser, texts: Sequence[str], say: Say, wanted: Say
) -> str:
    """Return the share of words that were not made out, and of how many."""
    wrong = count = 0
    for text in texts:
        expected = _words(wanted(text))
        heard = recogniser.words(hearing.say(engine, say(text), 1.0))
        wrong += errors(expected, [_plain(word) for word in heard])
        count += len(expected)
    return f"{wrong / max(1, count):.1%} of {count}"


def main() -> None:
    """Print a row for each text and voice."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--most", type=int, default=40, help="sentences of each text, evenly picked")
    asked = parser.parse_args()
    texts = {"bundled articles": hearing.articles()} | {one.stem: hearing.gold(one) for one in asked.files}
    table = Pronunciation(bundled_wordings(), {})
    recogniser = hearing.Recogniser()
    print("| text | voice | as the app says it | as it is written |\n|---|---|---|---|")
    with hearing.voices() as engines:
        for name, sentences in texts.items():
            picked = [one for one in sentences if 4 <= len(one.split()) <= 40]
            picked = picked[:: max(1, len(picked) // asked.most)][: asked.most]
            for voice, engine in engines.items():
                by_table, as_written = (
                    word_error(engine, recogniser, picked, say, lambda text: table.utterance(text).text)
                    for say in (lambda text: table.utterance(text).text, lambda text: spoken(text).text)
                )
                hearing.tell(f"| {name} | {voice} | {by_table} | {as_written} |")


def _words(text: str) -> list[str]:
    return [plain for word in re.split(r"[^\w'’]+", text) if (plain := _plain(word))]


def _plain(word: str) -> str:
    """Return a word without signs; the recogniser writes "the(2)" for another sound of it."""
    return re.sub(r"[^a-z0-9]", "", word.partition("(")[0].lower())


if __name__ == "__main__":
    main()
