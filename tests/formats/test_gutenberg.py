"""Books of Project Gutenberg: the book stays, the frame around it goes."""

import pytest

from reader.formats.parsing import parse
from tests.formats.epub_books import book

START = "*** START OF THE PROJECT GUTENBERG EBOOK A QUIET LIFE ***"
END = "*** END OF THE PROJECT GUTENBERG EBOOK A QUIET LIFE ***"
HEAD = "The Project Gutenberg eBook of A Quiet Life"
WORDS = "Words of it.\n"
LICENCE = "The full Project Gutenberg License: you may copy it."
LEAVE = "This ebook is for the use of anyone."


def texts(content: str, kind: str = "plain") -> list[str]:
    """Return the texts of the blocks."""
    return [block.text for block in parse(kind, content, "a").blocks]


def test_a_plain_text_is_the_book_alone() -> None:
    content = (
        f"{HEAD}\n\nTitle: A Quiet Life\n\nAuthor: Ann Other\n\n{START}\n\nProduced by Bob.\n\nCHAPTER I\n\n"
        f"It was quiet.\n\nEnd of the Project Gutenberg EBook of A Quiet Life\n{END}\n\n{LICENCE}\n"
    )
    document = parse("plain", content, "pg1.txt")
    assert [block.text for block in document.blocks] == ["Produced by Bob.", "CHAPTER I", "It was quiet."]
    assert (document.title, document.source.author) == ("A Quiet Life", "Ann Other")


@pytest.mark.parametrize("tag", ["p", "pre", "div"])
def test_so_is_a_web_page_and_an_e_book(tag: str) -> None:
    body = f"<p>{HEAD}</p><{tag}>{START}</{tag}><p>It was quiet.</p><{tag}>{END}</{tag}><p>{LICENCE}</p>"
    assert texts(f"<html><title>A</title><body>{body}</body></html>", "html") == ["It was quiet."]
    content = book({"a.xhtml": f"<html><body>{body}</body></html>"})
    assert [block.text for block in parse("epub", content, "a").blocks] == ["It was quiet."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(f"{HEAD}\n\nWords.", [HEAD, "Words."], id="nothing says where it begins"),
        pytest.param(f"Words.\n\n{'More. ' * 9}\n\n" * 6 + END, None, id="it does not name itself"),
        pytest.param(f"{HEAD}\n\n{START}\n\nWords.", ["Words."], id="cut before its end"),
        pytest.param(f"{HEAD}\n\nWords.\n\n{END}", [HEAD, "Words."], id="cut after its beginning"),
        pytest.param(
            f"{HEAD}\n\n{START}\n\nOne.\n\n{END}\n\n{LICENCE}\n\n{HEAD}\n\n{START}\n\nTwo.\n\n{END}\n",
            ["One.", "Two."],
            id="two books in a file",
        ),
        pytest.param(
            f"{HEAD}\n\n{START[:-14]}\n{START[-14:]}\n\nWords.\n\n{END}", ["Words."], id="a name of two lines"
        ),
    ],
)
def test_what_is_in_doubt_stays(content: str, expected: list[str] | None) -> None:
    found = texts(content)
    assert found == expected if expected else END in found[-1]


NOTE = "I looked at forty of them."


@pytest.mark.parametrize("head", [["My notes", "From Project Gutenberg."], [HEAD, NOTE], [f"Of {HEAD}"]])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_an_essay_that_quotes_the_marks_stays_whole(head: list[str], kind: str) -> None:
    lines = [*head, START, "Emma was handsome.", END, "That was its end.", "My conclusion is short."]
    tag = "<p>{}</p>" if kind == "html" else "{}\n\n"
    assert texts("".join(map(tag.format, lines)), kind) == lines


def test_own_words_after_a_book_stay() -> None:
    lines = [HEAD, LEAVE, NOTE, START, "It was quiet.", END, "My own words after it."]
    assert texts("\n\n".join(lines)) == ["It was quiet.", "My own words after it."]


def test_words_of_the_book_beside_a_mark_stay() -> None:
    body = (
        f"<p>{HEAD}<br>{LEAVE}</p><p>{START}<br>It was a <b>dark</b> night.</p><p>They lived.<br>{END}</p>"
        f"<p>{LICENCE}</p>"
    )
    blocks = parse("html", f"<html><body>{body}</body></html>", "a").blocks
    assert [block.text for block in blocks] == ["It was a dark night.", "They lived."]
    assert [(span.start, span.end) for span in blocks[0].spans] == [(9, 13)]


def test_a_whole_book_in_one_block_stays() -> None:
    content = f"<p>{HEAD}</p><pre>{START}\n{WORDS * 150}{END}</pre>"
    assert texts(f"<html><body>{content}</body></html>", "html") == [(WORDS * 150).strip()]


@pytest.mark.parametrize("page", [HEAD, f"{HEAD}, by Ann Other", "A Quiet Life"])
def test_the_title_of_a_page_is_the_book_s(page: str) -> None:
    html = f"<html><head><title>{page}</title></head><body><p>It was quiet.</p></body></html>"
    assert parse("html", html, "pg1.html").title == "A Quiet Life"
