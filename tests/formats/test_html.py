"""Web pages as people save them: the text stays, what surrounds it goes."""

import struct
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.formats.html import article
from reader.formats.opening import open_file
from reader.formats.parsing import parse
from reader.formats.refusals import Refusal, Unfit
from reader.model.document import Kind

# Of a picture that is large enough to be kept: its size is all that is looked at.
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60, 50) + b"\x08\0\0\0\0" + bytes(4)

WORDS = "Rest is work that nobody sees, and it is worth the time it takes. "


def texts(html: str | bytes, kind: str = "html") -> list[str]:
    """Return the texts of the blocks."""
    return [block.text for block in parse(kind, html, "page.html").blocks]


def page(body: str, head: str = "") -> str:
    """Return a web page."""
    return f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"


SITE = page(
    f"""<a class="skip-link" href="#main">Skip to content</a>
    <header><a href="/">The Journal of Rest</a><nav><ul><li><a href="/a">News</a></ul></nav></header>
    <div id="cookie-banner"><p>We use cookies. <button>Accept all cookies</button></p></div>
    <main><article><h1>How to rest</h1><p>{WORDS * 3}</p><div class="share-buttons"><a>Tweet</a></div>
    <h2>First</h2><ul><li>{WORDS}</li><li>{WORDS}</li></ul><p>{WORDS * 4}</p>
    <table><tr><th>When</th><th>How</th></tr><tr><td>noon</td><td>in the dark</td></tr></table>
    <p>Click here for part 2</p><p style="display: none">Unseen</p></article></main>
    <aside><h3>Related stories</h3><a href="/c">Ten things</a></aside>
    <div id="comments"><p>First comment of all</p></div><footer><p>© The Journal</p></footer>
    <script>x()</script>""",
    "<title>How to rest | The Journal of Rest</title><meta name='author' content='A. N. Author'>"
    "<meta property='article:published_time' content='2024-05-06T10:00:00Z'>",
)


def test_a_page_of_a_site_is_its_article_alone() -> None:
    document = parse("html", SITE, "saved")
    words = WORDS.strip()
    assert [block.text for block in document.blocks if block.text != "How to rest"] == [
        " ".join([words] * 3),
        "First",
        words,
        words,
        " ".join([words] * 4),
        "When | How\nnoon | in the dark",
    ]
    assert (document.title, document.language) == ("How to rest", "en-GB")
    assert (document.source.author, document.source.date) == ("A. N. Author", "2024-05-06")


def test_the_heading_stays_though_it_stands_outside_the_text() -> None:
    text = f"<div class='text'><p>{WORDS * 3}</p><p>{WORDS * 4}</p><p>{WORDS * 3}</p></div>"
    head = "<title>How to rest | Journal</title>"
    top = "<div class='top'><div><h1>{}</h1></div><p><a>By A. N. Author</a></p></div>"
    assert texts(page(f"<article>{top.format('How to rest')}{text}</article>", head))[0] == "How to rest"
    assert texts(page(f"<div>{top.format('Journal')}</div>{text}", head))[0].startswith("Rest is work")


def test_a_caption_stays_and_what_stands_beside_the_text_goes() -> None:
    table = (
        "<div class='caption'><p>Two ways.</p></div><div><table><tr><td>a</td><td>b</td></tr></table></div>"
    )
    body = f"<p>{WORDS * 4}</p><section>{table}</section><p>{WORDS * 4}</p>"
    links = "<footer><a href='/l'>Like</a> <a href='/r'>Reply</a></footer>"
    beside = f"<div class='sidebar'><p>Give now</p></div>{links}"
    found = texts(page(f"<article>{body}{beside}</article>"))
    assert found[1:-1] == ["Two ways.", "a | b"]
    assert len(found) == 4


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("<article>{0}{1}</article>", id="in the article"),
        pytest.param("<main>{0}</main>{1}", id="after it"),
        pytest.param("<div>{0}</div><section role=doc-endnotes>{1}</section>", id="in a section of notes"),
    ],
)
def test_a_note_in_a_place_of_its_own_arrives(place: str) -> None:
    body = f"<p>{WORDS * 4}</p><p>It rose<sup><a href='#n1'>1</a></sup>.</p>"
    note = "<aside id=n1 role=doc-footnote><p><a href='https://a.b/'>Ann, 2021</a></p></aside>"
    blocks = parse("html", page(place.format(body, note)), "saved.html").blocks
    assert [block.text for block in blocks if block.kind is Kind.NOTE] == ["Ann, 2021"]


def test_a_table_that_is_all_of_a_page_comes_whole() -> None:
    rows = [("Title", "About"), ("1", "2"), ("The longest of all rows", "and all it says"), ("A", "B")]
    table = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in rows)
    assert texts(page(f"<h1>Films</h1><table>{table}</table>")) == [
        "Films",
        "\n".join(f"{one} | {other}" for one, other in rows),
    ]


def test_a_leaflet_without_any_structure_comes_whole() -> None:
    leaflet = "<h1>Your visit</h1><p>Dear reader,</p><ul><li>Bring a list.</li></ul><p>Yours</p>"
    assert texts(page(leaflet)) == ["Your visit", "Dear reader,", "Bring a list.", "Yours"]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        pytest.param("<title>A text</title>", "<p>x</p>", "A text", id="the title"),
        pytest.param("<title>A text – Site</title>", "<h1>A text</h1>", "A text", id="without the site"),
        pytest.param(
            "<title>x</title><meta property='og:title' content='A text'>",
            "<p>x</p>",
            "A text",
            id="as shared",
        ),
        pytest.param("", "<h1>A <b>text</b></h1>", "A text", id="the heading"),
        pytest.param("", "<p>x</p>", "saved", id="the file's name"),
    ],
)
def test_what_a_page_is_called(head: str, body: str, title: str) -> None:
    assert parse("html", page(body, head), "saved.html").title == title


@pytest.mark.parametrize(
    "content",
    [
        "<p>naïve “quotes”</p>".encode(),
        "<p>naïve “quotes”</p>".encode("cp1252"),
        "<meta charset='iso-8859-1'><p>naïve “quotes”</p>".encode("cp1252"),
        "<meta charset=utf-16><p>naïve “quotes”</p>".encode("utf-16"),
        '<?xml version="1.0" encoding="mac-roman"?><p>naïve “quotes”</p>'.encode("mac-roman"),
        "<meta charset='no-such-thing'><p>naïve “quotes”</p>".encode("cp1252"),
    ],
)
def test_letters_arrive_however_they_are_encoded(content: bytes) -> None:
    assert texts(content) == ["naïve “quotes”"]


def test_what_is_very_deep_is_not_lost_and_what_is_made_to_harm_is_declined() -> None:
    assert texts(page("<div>" * 400 + "<p>deep</p>")) == ["deep"]
    with pytest.raises(Unfit, match="too many tags"):
        texts("<div>" * 100_000)


@pytest.mark.parametrize("content", ["", "<html></html>", "<!-- only this -->", "<script>x()</script>"])
def test_a_page_without_words_is_declined(tmp_path: Path, content: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(content)
    with pytest.raises(Refusal, match="has no words in it"):
        open_file(path)


def test_of_a_copied_bit_of_markup_all_is_wanted() -> None:
    assert texts("<nav>Here</nav><p>One <b>two</b></p>", "fragment") == ["Here", "One two"]


def test_formulas_and_notes_of_a_page_arrive() -> None:
    html = page(
        f'<p>{WORDS}<math><mi>x</mi></math><sup id="r"><a href="#n">1</a></sup></p><p>{WORDS * 4}</p>'
        '<ol><li id="n">A note. <a href="#r">↩</a></li></ol>'
    )
    blocks = parse("html", html, "page.html").blocks
    assert blocks[0].text.endswith(" x1")
    assert (blocks[-1].kind, blocks[-1].text) == (Kind.NOTE, "A note.")


def test_a_page_saved_as_one_file_has_its_pictures() -> None:
    message = EmailMessage()
    message["Subject"] = "A page"
    message.set_content(page(f"<p>{WORDS}</p><img src='https://a.b/c.png' alt='A bed'>"), subtype="html")
    message.add_related(PNG, "image", "png", headers=["Content-Location: https://a.b/c.png"])
    document = parse("mhtml", message.as_bytes(), "page.mhtml")
    assert [(block.kind, block.text, bool(block.picture)) for block in document.blocks] == [
        (Kind.PARAGRAPH, WORDS.strip(), False),
        (Kind.PICTURE, "A bed", True),
    ]


def test_a_page_as_long_as_a_book_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its menus are known by their names."""
    monkeypatch.setattr(article, "_found", lambda _: pytest.fail("the library is too slow for it"))
    around = "<nav>Home</nav><div class=sidebar>Other books</div>"
    found = texts(page(f"{around}<div>{'<p>Words of a chapter.</p>' * 25_000}</div>"))
    assert set(found) == {"Words of a chapter."}


def test_what_a_page_declares_for_itself_is_none_of_its_words() -> None:
    rules = '<?xml version="1.0"?>\n<!DOCTYPE html [\n<!ENTITY me "ME/CFS">\n<!ENTITY big "&me;&me;">\n]>'
    body = "<body><p>Of &me; and &big; &amp;</p></body>"
    assert texts(f"{rules}<html xmlns='http://www.w3.org/1999/xhtml'>{body}</html>") == [
        "Of ME/CFS and &big; &"
    ]
