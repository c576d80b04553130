"""Which of the letters in e-books arrive, in their order, and how soon the first of them.

Compared are runs of twelve letters and digits in a book's order of reading, as the bare XML has them, with
those in the blocks. "arrive" is the share of the former that is found, "belong" that of the latter. The
numbers of notes and printed pages are left out on purpose; titles of the table of contents may be added.
"""

import argparse
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from lxml import etree, html  # noqa: E402

from reader.formats.archive import Archive  # noqa: E402
from reader.formats.epub.package import Files, opened  # noqa: E402
from reader.formats.opening import arriving  # noqa: E402
from reader.formats.refusals import Refusal  # noqa: E402

RUN = 12
UNREAD = ("{*}script", "{*}style", "{*}head")


def letters_of(page: bytes) -> str:
    """Return all letters of a page, by XML alone."""
    try:
        root = etree.fromstring(page, etree.XMLParser(huge_tree=True, no_network=True))
    except etree.XMLSyntaxError:
        root = html.fromstring(page)
    etree.strip_elements(root, *UNREAD, with_tail=False)
    return "".join(map(str, root.itertext()))


def letters_in(path: Path) -> str:
    """Return the letters of a book in its order of reading, but for its own table of contents."""
    package = opened(Files(Archive(path.read_bytes())))
    pages = [item.path for item in package.order if item.is_text and "nav" not in item.properties]
    with zipfile.ZipFile(path) as archive:
        return "".join(letters_of(archive.read(page)) for page in pages)


def runs(text: str) -> Counter[str]:
    """Return how often each run of letters and digits stands in a text."""
    letters = "".join(letter for letter in text.casefold() if letter.isalnum())
    return Counter(letters[at : at + RUN] for at in range(max(1, len(letters) - RUN + 1)))


def measured(path: Path) -> str:
    """Return a line on one book."""
    begun, first = time.perf_counter(), 0.0
    for document in arriving(path):
        first = first or time.perf_counter() - begun
        found = document
    whole = time.perf_counter() - begun
    there, here = runs(letters_in(path)), runs("".join(block.text for block in found.blocks))
    both = (there & here).total()
    return f"{both / there.total():8.4f} {both / here.total():8.4f} {first:8.2f} {whole:8.2f}  {path.name}"


def main() -> None:
    """Print a line for each book in a folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder with e-books in it, or below it")
    print("  arrive   belong  first s  whole s")
    for path in sorted(parser.parse_args().folder.rglob("*.epub")):
        try:
            print(measured(path))
        except Refusal as refusal:
            print(f"declined: {refusal}")


if __name__ == "__main__":
    main()
