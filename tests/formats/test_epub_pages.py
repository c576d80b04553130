"""The pages of e-books: nothing in them is lost, however they are written, named or put together."""

from pathlib import Path

import pytest

from reader.formats.opening import open_file
from reader.formats.refusals import Unfit
from reader.model.document import Kind
from tests.formats.epub_books import (
    CONTAINER,
    XHTML,
    book,
    opened,
    package,
    picture,
    texts,
    zipped,
)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param(
            '<p>Be<a id="x"/>fore <i/>after.</p>', ["Before after."], id="elements that end themselves"
        ),
        pytest.param(
            "<p>A&nbsp;caf&eacute; &lt; &#8212; &amp;</p>", ["A\xa0café < — &"], id="letters with names"
        ),
        pytest.param("<p><![CDATA[1 < 2 & 3]]></p>", ["1 < 2 & 3"], id="unparsed"),
        pytest.param("<p>One<br/>two <!-- no --><?page 3?>three</p>", ["One\ntwo three"], id="comments"),
        pytest.param("<p>Left open<p>and & so <b>on", ["Left open", "and & so on"], id="broken"),
        pytest.param(
            '<p epub:type="x" foo:bar="1">A <foo:odd>prefix</foo:odd>.</p>', ["A prefix."], id="prefix"
        ),
        pytest.param("<p>Mail <me@home> now.</p>", ["Mail now."], id="no element"),
        pytest.param("<noscript><p>Without script.</p></noscript>", ["Without script."], id="no script"),
        pytest.param("<script>no()</script><p>Yes.</p><style>p {}</style>", ["Yes."], id="script"),
        pytest.param(
            '<p>One <span epub:type="pagebreak" title="7">7</span>page.</p>', ["One page."], id="page number"
        ),
        pytest.param(
            "<epub:switch><epub:case>A.</epub:case><epub:default><p>B.</p></epub:default></epub:switch>",
            ["B."],
            id="one of two ways",
        ),
        pytest.param(
            "<div>" * 1_000 + "<p>Deep.</p>" + "</div>" * 1_000 + "<p>End.</p>", ["Deep.", "End."], id="deep"
        ),
        pytest.param(
            "<div>" * 3_000 + "<p>Deep<a/>er.</p>" + "</div>" * 3_000 + "<p>End.</p>",
            ["Deeper.", "End."],
            id="deeper",
        ),
        pytest.param(
            '<p>One <span class="pagenum">[Pg 7]</span>page.</p>', ["One page."], id="old page number"
        ),
        pytest.param(
            '<p><span epub:type="pagebreak">All of it</span></p>', ["All of it"], id="no page number"
        ),
        pytest.param("", [], id="empty"),
        pytest.param("<p>Left <![CDATA[ open.</p>", ["Left open."], id="unparsed without end"),
        pytest.param("<p>שלום עולם</p>", ["שלום עולם"], id="right to left"),
    ],
)
def test_nothing_is_lost_from_a_page(inside: str, expected: list[str]) -> None:
    assert texts(book({"a.xhtml": XHTML.format(f"<head><title/></head><body>{inside}</body>")})) == expected


HTML = "<html><body><p>Café β.</p></body></html>"
PREFIXED = '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:p>Café β.</h:p></h:body></h:html>'


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"\ufeff{HTML}".encode(), id="with a mark"),
        pytest.param(f'<?xml version="1.0" encoding="UTF-16"?>{HTML}'.encode("utf-16"), id="UTF-16"),
        pytest.param(HTML.encode("utf-16-be"), id="UTF-16 without a mark"),
        pytest.param(HTML.encode() + b"\0" * 20, id="filled up"),
        pytest.param(f'<?xml version="1.0" encoding="utf-16"?>{HTML}'.encode(), id="not what it says"),
        pytest.param(f'<?xml version="1.1"?>{HTML}'.encode(), id="XML 1.1"),
        pytest.param(
            f'<?xml version="1.0" encoding="ISO-8859-7"?>{HTML}'.replace("é", "&#233;").encode("iso-8859-7"),
            id="Greek",
        ),
        pytest.param(
            f'<!DOCTYPE html [<!ENTITY beta "&#946;">]>{HTML}'.replace("β", "&beta;").encode(),
            id="letters of its own",
        ),
        pytest.param(
            f'<!DOCTYPE html [<!ENTITY own "&#946;">]>{HTML}'.replace("é", "&eacute;").encode(),
            id="letters of its own beside those of HTML",
        ),
        pytest.param(PREFIXED.encode(), id="prefixes"),
        pytest.param(HTML.replace("β", "&beta;").encode("cp1252"), id="Windows"),
    ],
)
def test_pages_are_read_however_they_are_written(content: bytes) -> None:
    assert texts(book({"a.xhtml": content})) == ["Café β."]


def test_no_other_file_gets_into_a_book(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body>Words &x;</body></html>'
    path = tmp_path / "a.epub"
    path.write_bytes(book({"a.xhtml": page}))
    assert [block.text for block in open_file(path).blocks] == ["Words &x;"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            '<div class="related"><h3>Navigation</h3><ul><li><a href="b.xhtml">next</a> |</li>'
            '<li><a href="c.xhtml">previous</a> |</li></ul></div><p>Words.</p>',
            ["Words."],
        ),
        (
            '<div class="related"><p>Related work is told elsewhere.</p></div>',
            ["Related work is told elsewhere."],
        ),
    ],
)
def test_the_ways_between_the_pages_of_a_manual_are_no_words(inside: str, expected: list[str]) -> None:
    assert texts(book({"a.xhtml": f"<html><body>{inside}</body></html>"})) == expected


def test_a_billion_laughs_are_not_laughed() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]><html><body><p>Words &l11;</p></body></html>'
    with pytest.raises(Unfit, match="grows without end"):
        opened(book({"a.xhtml": page}))


@pytest.mark.parametrize(
    ("href", "name"),
    [
        ("a%20page.xhtml", "OPS/a page.xhtml"),
        ("a page.xhtml", "OPS/a%20page.xhtml"),
        ("Page.XHTML", "OPS/page.xhtml"),
        ("../Text/./page.xhtml", "Text/page.xhtml"),
        ("caf\u00e9.xhtml", "OPS/cafe\u0301.xhtml"),
        ("/OPS/page.xhtml#start", "OPS/page.xhtml"),
        ("../../../OPS/page.xhtml", "OPS/page.xhtml"),
        ("page.xhtml", "OPS\\page.xhtml"),
    ],
)
def test_files_are_found_whatever_their_names_are_written_like(href: str, name: str) -> None:
    item = f'<item id="x" href="{href}" media-type="application/xhtml+xml"/>'
    files = {
        "META-INF/container.xml": CONTAINER.format("OPS/package.opf"),
        "OPS/package.opf": package(item, '<itemref idref="x"/><itemref idref="gone"/>'),
        name: XHTML.format("<body><p>Found.</p></body>"),
    }
    assert texts(zipped(files)) == ["Found."]


def test_a_name_that_the_archive_garbled_is_found() -> None:
    item = '<item id="x" href="café.xhtml" media-type="application/xhtml+xml"/>'
    files = {"a.opf": package(item, ""), "caf__.xhtml": XHTML.format("<body><p>Found.</p></body>")}
    assert texts(zipped(files).replace(b"caf__", "café".encode())) == ["Found."]


def test_of_two_names_that_differ_in_case_alone_the_one_that_is_written_is_meant() -> None:
    assert texts(book({"A.xhtml": "<p>Large.</p>", "a.xhtml": "<p>Small.</p>"})) == ["Large.", "Small."]


def test_a_book_without_container_order_or_list_is_read_as_far_as_it_can_be() -> None:
    item = '<item id="x" href="a.xhtml" media-type="application/xhtml+xml"/>'
    page = XHTML.format("<body><p>Here.</p></body>")
    assert texts(zipped({"x/content.opf": package(item, ""), "x/a.xhtml": page})) == ["Here."]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param(
            '<item id="s" href="a.json" media-type="application/json" fallback="t"/>'
            '<item id="t" href="in.xhtml" media-type="application/xhtml+xml"/>',
            ["Stands in."],
            id="another one stands in",
        ),
        pytest.param(
            '<item id="s" href="a.json" media-type="application/json" fallback="t"/>'
            '<item id="t" href="a.dmg" media-type="application/octet-stream" fallback="s"/>',
            [],
            id="none can be read",
        ),
        pytest.param(
            '<item id="s" href="a.svg" media-type="image/svg+xml"/>', ["A heart Left Right"], id="a drawing"
        ),
        pytest.param('<item id="s" href="a.png" media-type="image/png"/>', ["Picture"], id="a picture"),
        pytest.param('<item id="s" href="gone.xhtml" media-type="application/xhtml+xml"/>', [], id="none"),
    ],
)
def test_what_stands_in_the_order_and_is_no_page(items: str, expected: list[str]) -> None:
    drawing = """<svg xmlns="http://www.w3.org/2000/svg"><title>A heart</title><style>no</style>
    <path d="M0 0"/><g><text x="1">Left</text><text>Right</text></g></svg>"""
    files = {
        "META-INF/container.xml": CONTAINER.format("package.opf"),
        "package.opf": package(
            items + '<item id="p" href="p.xhtml" media-type="application/xhtml+xml"/>',
            '<itemref idref="s"/><itemref idref="p"/>',
        ),
        "p.xhtml": XHTML.format("<body><p>Page.</p></body>"),
        "in.xhtml": XHTML.format("<body><p>Stands in.</p></body>"),
        "a.svg": drawing,
        "a.json": "{}",
        "a.dmg": "x",
        "a.png": picture(),
    }
    assert texts(zipped(files)) == [*expected, "Page."]


@pytest.mark.parametrize(
    "shown",
    [
        '<img src="../images/a%20b.png" alt="A well"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"><title>A well</title>'
        '<image xlink:href="../images/a%20b.png"/></svg>',
        '<object data="../images/a%20b.png" type="image/png">A well</object>',
    ],
)
def test_pictures_are_shown_with_their_words(shown: str) -> None:
    pages = {"text/a.xhtml": f"<p>Before.</p><div>{shown}</div><p>After.</p>"}
    found = opened(book(pages, {"OPS/images/a b.png": picture()}))
    assert [(block.kind, block.text) for block in found.blocks] == [
        (Kind.PARAGRAPH, "Before."),
        (Kind.PICTURE, "A well"),
        (Kind.PARAGRAPH, "After."),
    ]
    assert found.pictures[found.blocks[1].picture] == picture()


def test_pictures_of_one_name_in_two_folders_are_two() -> None:
    other = picture() + b"other"
    pages = {"a/p.xhtml": '<img src="x.png" alt="One"/>', "b/p.xhtml": '<img src="x.png" alt="Two"/>'}
    found = opened(book(pages, {"OPS/a/x.png": picture(), "OPS/b/x.png": other}))
    assert [found.pictures[block.picture] for block in found.blocks] == [picture(), other]
