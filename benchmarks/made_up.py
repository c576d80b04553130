"""Texts of any length, made up of the sentences of the bundled articles, as a file of each kind."""

import html
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.formats import opening
from reader.ground import bundled
from reader.model.document import Kind
from reader.text import sentences
from tests.formats import epub_books, word_files

CHAPTER = 700
"""Words."""

Chapter = tuple[str, list[str]]
"""A title, and paragraphs of one to six sentences."""


def write(path: Path, words: int) -> Path:
    """Write a text of about so many words in chapters, as the kind of file that its name says."""
    content = _WRITERS[path.suffix](list(_chapters(words)))
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _chapters(words: int) -> Iterator[Chapter]:
    chance = random.Random(4)
    blocks = [
        block
        for file in sorted((bundled.root() / "articles").glob("*.md"))
        for block in opening.open_bundled(file).blocks
        if block.kind is Kind.PARAGRAPH
    ]
    stock = [block.text[start:end].strip() for block in blocks for start, end in sentences.split(block.text)]
    for number in range(1, -(-words // CHAPTER) + 1):
        paragraphs: list[str] = []
        count = 0
        while count < min(CHAPTER, words):
            paragraphs.append(" ".join(chance.choices(stock, k=chance.randint(1, 6))))
            count += len(paragraphs[-1].split())
        yield f"Chapter {number}", paragraphs


def _markdown(chapters: list[Chapter]) -> str:
    return "\n\n".join(text for title, paragraphs in chapters for text in (f"## {title}", *paragraphs))


def _plain(chapters: list[Chapter]) -> str:
    return "\n\n".join(text for title, paragraphs in chapters for text in (title, *paragraphs))


def _epub(chapters: list[Chapter]) -> bytes:
    pages: dict[str, str | bytes] = {
        f"{number}.xhtml": f"<h1>{title}</h1>" + "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
        for number, (title, paragraphs) in enumerate(chapters)
    }
    return epub_books.book(pages)


def _docx(chapters: list[Chapter]) -> bytes:
    body = "".join(
        word_files.styled(title, "h") + "".join(word_files.p(html.escape(text)) for text in paragraphs)
        for title, paragraphs in chapters
    )
    return word_files.word(body, styles=word_files.style("h", "heading 1"))


_WRITERS: dict[str, Callable[[list[Chapter]], str | bytes]] = {
    ".md": _markdown,
    ".txt": _plain,
    ".epub": _epub,
    ".docx": _docx,
}
KINDS = tuple(_WRITERS)
"""The endings of their names."""
