"""Make resources/dictionary/wordnet.zip from the database files of WordNet 3.0.

    python script/dictionary.py FOLDER

The folder is that of Debian's package wordnet-base, once unpacked: usr/share/wordnet. What is kept of it are
the definitions of each word, three at most as a noun, verb, adjective or adverb, and the irregular forms.

The archive has a member for all words that begin with the same two letters. A line is a word and its
entries, between tabs: `n12 a definition` for a noun that was met twelve times in the texts of WordNet's
makers, `N12 …` for one written with a capital, `n=mitochondrion` for what the word is a form of.
"""

import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

MADE = Path(__file__).parents[1] / "resources" / "dictionary" / "wordnet.zip"
KINDS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
NUMBERS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
MOST = 3
LONG = 100
"""Letters; of a longer definition only its first half sentence is kept."""


def main(folder: Path) -> None:
    """Read all files of a folder and write the archive anew, the same each time."""
    entries: defaultdict[str, list[str]] = defaultdict(list)
    met = dict(_met(folder / "cntlist.rev"))
    for letter, kind in KINDS.items():
        data = (folder / f"data.{kind}").read_bytes()
        for lemma, offsets in _index(folder / f"index.{kind}"):
            for number, offset in enumerate(offsets[:MOST], 1):
                written, definition = _sense(data, offset, lemma)
                sign = letter.upper() if written != written.lower() else letter
                count = met.get((lemma, letter, number), 0)
                entries[lemma.replace("_", " ")].append(f"{sign}{count} {definition}")
        for line in (folder / f"{kind}.exc").read_text("ascii").splitlines():
            form, *lemmas = line.split()
            entries[form.replace("_", " ")] += [f"{letter}={each.replace('_', ' ')}" for each in lemmas]
    _write({word: dict.fromkeys(held) for word, held in entries.items()})


def _write(entries: dict[str, dict[str, None]]) -> None:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(entries):
        members[word[:2]].append("\t".join((word, *entries[word])) + "\n")
    with zipfile.ZipFile(MADE, "w") as archive:
        for name, lines in sorted(members.items()):
            member = zipfile.ZipInfo(name.encode("ascii").hex())  # some begin with a full stop or a slash
            archive.writestr(member, "".join(lines), zipfile.ZIP_DEFLATED, 9)


def _met(path: Path) -> Iterator[tuple[tuple[str, str, int], int]]:
    """Yield how often each sense of a word was met."""
    for line in path.read_text("ascii").splitlines():
        key, number, count = line.split()
        lemma, rest = key.split("%")
        yield (lemma, NUMBERS[rest[0]], int(number)), int(count)


def _index(path: Path) -> Iterator[tuple[str, list[int]]]:
    """Yield each word, and where in the data its senses stand, the likeliest first."""
    for line in path.read_text("ascii").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            yield fields[0], [int(each) for each in fields[-int(fields[2]) :]]


def _sense(data: bytes, offset: int, lemma: str) -> tuple[str, str]:
    """Return how a word is written in one of its senses, and its definition without examples."""
    line = data[offset : data.index(b"\n", offset)].decode("ascii")
    fields, _, gloss = line.partition(" | ")
    parts = fields.split()
    words = [re.sub(r"\(\w+\)$", "", word) for word in parts[4 : 4 + 2 * int(parts[3], 16) : 2]]
    definition = re.split(r'[;:,]\s*"', gloss.strip())[0].strip(" ;:") or gloss.strip()
    if len(definition) > LONG:
        definition = definition.partition(";")[0]
    definition = re.sub(r"`([^`']*)'", r"‘\1’", definition)
    return next((word for word in words if word.lower() == lemma), lemma), " ".join(definition.split())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
