"""E-books: their order, headings and notes, and what is declined."""

from pathlib import Path

import pytest

from reader.formats.draft import Draft
from reader.formats.epub.reading import read
from reader.formats.opening import open_file
from reader.formats.refusals import Refusal, Unfit
from reader.model.document import Kind, Style
from tests.formats.epub_books import (
    METADATA,
    book,
    kinds,
    opened,
    texts,
    zipped,
)


def test_a_book_is_read_in_its_own_order_and_told_by_its_own_words() -> None:
    metadata = """<dc:title>  The
      Well </dc:title><dc:creator>Ann  Poe</dc:creator><dc:creator>Bea Low</dc:creator>
      <dc:language>en_GB</dc:language><dc:date>2021-01-22</dc:date><dc:description>No.</dc:description>"""
    found = opened(
        book({"b.xhtml": "<h1>One</h1><p>First.</p>", "a.xhtml": "<p>Second.</p>"}, metadata=metadata)
    )
    assert [block.text for block in found.blocks] == ["One", "First.", "Second."]
    assert (found.title, found.language) == ("The Well", "en-GB")
    assert (found.source.author, found.source.date) == ("Ann Poe, Bea Low", "2021-01-22")


def test_a_day_that_nobody_knows_is_not_told() -> None:
    metadata = f"{METADATA}<dc:date>0101-01-01T00:00:00+00:00</dc:date>"
    assert opened(book({"a.xhtml": "<p>1</p>"}, metadata=metadata)).source.date == ""


def test_what_stands_before_a_damaged_page_can_be_read() -> None:
    draft = Draft("book")
    damaged = book({"a.xhtml": "<p>Here.</p>", "b.xhtml": "<p>Gone.</p>"}).replace(b"Gone", b"Lost")
    found = read(damaged, draft)
    assert next(found).text == "Here."
    assert draft.title == "The Well"
    with pytest.raises(Unfit):
        list(found)


def test_how_far_a_book_is_opened_is_told() -> None:
    draft = Draft("book")
    shares = [draft.share for _ in read(book({"a.xhtml": "<p>1</p>", "b.xhtml": "<p>2</p>"}), draft)]
    assert (shares, draft.share) == ([0, 0.5], 1)


def entry(address: str, title: str, inner: str = "") -> str:
    """Return one entry of a table of contents."""
    below = f"<ol>{inner}</ol>" if inner else ""
    return f'<li><a href="{address}">{title}</a>{below}</li>'


def contents(*entries: str) -> str:
    """Return the body of a table of contents."""
    listed = f'<h1>Contents</h1><nav epub:type="toc"><h2>In here</h2><ol>{"".join(entries)}</ol></nav>'
    return f'{listed}<nav epub:type="landmarks"><ol>{entry("a.xhtml", "Start")}</ol></nav>'


@pytest.mark.parametrize(
    ("page", "address", "expected"),
    [
        pytest.param("<p>Call me.</p>", "a.xhtml", ["h2 Loomings", "Call me."], id="put there"),
        pytest.param("<p>Loomings</p><p>Call.</p>", "a.xhtml", ["h2 Loomings", "Call."], id="bold, maybe"),
        pytest.param(
            "<p>Loom-</p><p>ings.</p><p>Call.</p>", "a.xhtml", ["h2 Loom-", "h2 ings.", "Call."], id="two"
        ),
        pytest.param(
            "<h1><img alt='Loomings'/></h1><p>A.</p>", "a.xhtml", ["h1 Loomings", "A."], id="painted"
        ),
        pytest.param(
            "<h1><img/></h1><p>A.</p>", "a.xhtml", ["h2 Loomings", "A."], id="painted without words"
        ),
        pytest.param("<h3>1</h3><p>Call.</p>", "a.xhtml", ["h3 1", "Call."], id="has a heading"),
        pytest.param("<p>7</p><h1>Loomings</h1>", "a.xhtml", ["7", "h1 Loomings"], id="has one soon"),
        pytest.param("<p>The Loomings of it</p>", "a.xhtml", ["The Loomings of it"], id="says it already"),
        pytest.param("<p>A.</p><p id='x'>Loomings</p>", "a.xhtml#x", ["A.", "h2 Loomings"], id="within"),
        pytest.param("<p>A.</p><p id='x'>B.</p>", "a.xhtml#x", ["A.", "B."], id="within, and not said"),
        pytest.param("<p>A.</p>", "a.xhtml#gone", ["A."], id="nowhere"),
        pytest.param("<p>A.</p>", "b.xhtml", ["A."], id="no such file"),
    ],
)
def test_titles_of_the_contents_become_headings_where_there_are_none(
    page: str, address: str, expected: list[str]
) -> None:
    found = opened(
        book({"nav.xhtml": contents(entry("x", "One", entry(address, "Loomings"))), "a.xhtml": page})
    )
    assert [
        f"h{block.level} {block.text}" if block.kind is Kind.HEADING else block.text for block in found.blocks
    ] == expected


def test_a_title_that_the_contents_give_twice_is_put_there_once() -> None:
    nav = contents(entry("a.xhtml", "Loomings"), entry("a.xhtml", "LOOMINGS"))
    assert texts(book({"nav.xhtml": nav, "a.xhtml": "<p>Call me.</p>"})) == ["Loomings", "Call me."]


def test_the_older_kind_of_contents_gives_headings_too() -> None:
    ncx = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
    <navPoint><navLabel><text>One</text></navLabel><content src="a.xhtml"/>
    <navPoint><navLabel><text>Two</text></navLabel><content src="b.xhtml"/></navPoint></navPoint>
    </navMap></ncx>"""
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    pages = {"a.xhtml": "<p>First.</p>", "b.xhtml": "<p>Second.</p>"}
    found = opened(book(pages, {"OPS/toc.ncx": ncx}, items=item))
    assert [(block.text, block.level) for block in found.blocks if block.kind is Kind.HEADING] == [
        ("One", 1),
        ("Two", 2),
    ]


def test_of_the_contents_page_only_other_words_are_read() -> None:
    nav = contents(entry("a.xhtml", "One")) + "<p>To my mother.</p>"
    assert texts(book({"nav.xhtml": nav, "a.xhtml": "<p>First.</p>"})) == [
        "Contents",
        "To my mother.",
        "One",
        "First.",
    ]
    assert texts(book({"nav.xhtml": contents(entry("nav.xhtml#x", "All there is"))}))[-2:] == [
        "All there is",
        "Start",
    ]


def test_a_page_that_stands_aside_follows_if_the_text_leads_there() -> None:
    pages = {"x.xhtml": "<p>Aside.</p>", "a.xhtml": "<p>First.</p>"}
    assert texts(book(pages, aside="x.xhtml")) == ["First."]
    pages["a.xhtml"] = '<p>First, <a href="x.xhtml#p">see there</a>.</p>'
    assert texts(book(pages, aside="x.xhtml")) == ["First, see there.", "Aside."]
    assert texts(book({"x.xhtml": "<p>All there is.</p>"}, aside="x.xhtml")) == ["All there is."]


NOTES = {
    "of its own kind": '<aside id="n1" epub:type="footnote"><p>Deep.</p></aside>',
    "that is hidden": '<aside id="n1" epub:type="footnote" hidden=""><p>Deep.</p></aside>',
    "that leads back": '<p id="n1"><a href="a.xhtml#r1">1</a>. Deep.</p>',
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
@pytest.mark.parametrize(
    "order", [("a.xhtml", "notes.xhtml"), ("notes.xhtml", "a.xhtml")], ids=["behind", "before"]
)
def test_a_note_in_another_file_is_a_note(note: str, order: tuple[str, str]) -> None:
    pages = {
        "a.xhtml": '<p>The well<a id="r1" href="notes.xhtml#n1"><sup>1</sup></a> is old.</p>',
        "notes.xhtml": f"<h2>Notes</h2>{note}",
    }
    found = opened(book({name: pages[name] for name in order}))
    marks = [span.target for block in found.blocks for span in block.spans if span.style is Style.NOTE]
    notes = [(block.marker, block.text) for block in found.blocks if block.kind is Kind.NOTE]
    assert notes == [(marks[0], "Deep.")]


def test_a_note_that_nothing_leads_to_is_read_and_an_index_is_none() -> None:
    pages = {
        "a.xhtml": '<p id="p12">The well is old.</p>',
        "z.xhtml": '<aside epub:type="footnote" id="n1"><p>Alone.</p></aside>'
        '<p>Well, <a href="a.xhtml#p12">12</a></p>',
    }
    assert kinds(book(pages)) == [
        (Kind.PARAGRAPH, "The well is old."),
        (Kind.PARAGRAPH, "Alone."),
        (Kind.PARAGRAPH, "Well, 12"),
    ]
    assert not any(block.spans for block in opened(book(pages)).blocks)


ENCRYPTED = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/>
<enc:CipherData><enc:CipherReference URI="OPS/x"/></enc:CipherData></enc:EncryptedData></encryption>"""


def test_a_lock_is_told_and_scrambled_fonts_are_none() -> None:
    def locked(method: str) -> bytes:
        return book({"a.xhtml": "<p>Words.</p>"}, {"META-INF/encryption.xml": ENCRYPTED.format(method)})

    assert texts(locked("http://www.idpf.org/2008/embedding")) == ["Words."]
    assert texts(locked("http://ns.adobe.com/pdf/enc#RC")) == ["Words."]
    with pytest.raises(Unfit, match="locked by its seller"):
        opened(locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"no book", "is damaged", id="no zip file"),
        pytest.param(zipped({"a.txt": "Words."}), "is not a whole e-book", id="another zip file"),
        pytest.param(book({"a.xhtml": "<p>Words.</p>"})[:-200], "is damaged", id="cut off"),
        pytest.param(book({"a.xhtml": "<p></p>"}), "has no words in it", id="empty"),
        pytest.param(book({"a.xhtml": " " * 2_000_000 + "<p>x</p>"}), "packed too tightly", id="a bomb"),
    ],
)
def test_what_is_no_book_is_declined_in_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=said):
        open_file(path)
