"""Files made to harm whoever opens them, each made by a few lines.

Each is small on the disk. What it goes for stands beside it: the memory, the time, another file, or the page.
"""

import io
import struct
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from tests.formats.pdf_attacks import prints
from tests.formats.word_files import NAMESPACES, links, p, part, picture, word, zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
WORDS = "<p>These are honest words.</p>"


def page(body: str, before: str = "", head: str = "") -> str:
    """Return a page of a book."""
    return (
        f'<?xml version="1.0"?>{before}<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>t</title>{head}</head><body>{body}</body></html>"
    )


def package(pages: dict[str, str], title: str = "A book") -> str:
    """Return what a book says of itself."""
    items = "".join(
        f'<item id="i{number}" href="{href}" media-type="application/xhtml+xml"/>'
        for number, href in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="b">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )


def book(pages: dict[str, str], more: dict[str, str | bytes] | None = None, title: str = "A book") -> bytes:
    """Return an EPUB with these pages, and with other files in it."""
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
    }
    return zipped({**members, "book.opf": package(pages, title), **pages, **(more or {})})


def loose(body: str) -> bytes:
    """Return a Word document that is not packed, so that nothing is tight about it."""
    return zipped({"word/document.xml": part("w:document", f"<w:body>{body}</w:body>")}, zipfile.ZIP_STORED)


def lying(content: bytes, name: bytes, size: int) -> bytes:
    """Return a zip file that says a member has another size unpacked, wherever it says so."""
    found = bytearray(content)
    for sign, at, names in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        start = found.find(sign)
        while start >= 0:
            if found[start + names :].startswith(name):
                struct.pack_into("<I", found, start + at, size)
            start = found.find(sign, start + 4)
    return bytes(found)


def overlapping(content: bytes, times: int) -> bytes:
    """Return a zip file whose list names its last member many times over, each at the same place."""
    end = content.rfind(b"PK\x05\x06")
    start = struct.unpack_from("<I", content, end + 16)[0]
    last = content.rfind(b"PK\x01\x02", start, end)
    length = struct.unpack_from("<H", content, last + 28)[0]
    copies = b"".join(
        content[last : last + 46] + str(number).zfill(length).encode() + content[last + 46 + length : end]
        for number in range(times)
    )
    listed = content[start:end] + copies
    count = struct.unpack_from("<H", content, end + 10)[0] + times
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0)
    return content[:start] + listed + tail


def linked(name: str, target: str) -> tuple[zipfile.ZipInfo, str]:
    """Return a member that is a link to somewhere else."""
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return info, target


def _bombs() -> Iterator[tuple[str, bytes]]:
    """Small files with much in them: they go for the memory."""
    blank = " " * 1_000_000
    yield "bomb.epub", book({f"p{number}.xhtml": page(WORDS + blank * 15) for number in range(35)})
    yield "bomb.docx", word(p("Words") + blank * 90)
    yield "tight.docx", word(p("Words") + blank * 18)
    yield "lying.epub", lying(book({"p.xhtml": page(WORDS + blank * 90)}), b"p.xhtml", 100)
    yield "overlapping.epub", overlapping(book({"p.xhtml": page(WORDS + blank * 15)}), 60_000)
    yield "crowd.epub", book({"p.xhtml": page(WORDS)}, {f"f{number}": "" for number in range(30_000)})
    yield "quine.epub", book({"p.xhtml": page(WORDS)}, {"a.zip": book({"p.xhtml": page(WORDS + blank * 9)})})
    yield "cut.epub", book({"p.xhtml": page(WORDS * 500)})[:-100]
    yield "huge-data.html", f"<html><img src='data:image/png;base64,{'A' * 3_000_000}'>{WORDS}".encode()
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 13, b"IHDR") + header + bytes(60)
    yield (
        "picture.docx",
        zipped(
            {
                "word/document.xml": part("w:document", f"<w:body>{p('Words')}{picture('one')}</w:body>"),
                "word/_rels/document.xml.rels": links(one="media/a.png"),
                "word/media/a.png": bomb,
            }
        ),
    )


def _depths() -> Iterator[tuple[str, bytes]]:
    """Things within things: they go for whatever walks down."""
    deep = 100_000
    for tag in ("div", "b", "ul><li", "blockquote", "table><tr><td", "section", "math><mrow", "svg><g"):
        yield f"{tag.partition('>')[0]}.html", b"<!doctype html><body>" + f"<{tag}>".encode() * deep + b"deep"
    yield "div.epub", book({"p.xhtml": page("<div>" * deep + "deep" + "</div>" * deep)})
    yield "open.epub", book({"p.xhtml": page("<b><i>" * deep + "deep")})
    yield "div.md", b"<div>\n" * deep + b"deep"
    yield "sdt.docx", loose("<w:sdt><w:sdtContent>" * deep + p("deep") + "</w:sdtContent></w:sdt>" * deep)
    table = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    yield "tables.docx", loose(table[0] * 60 + p("deep") + table[1] * 60)
    runs = "<w:ins>" * 150 + "<w:r><w:t>deep</w:t></w:r>" + "</w:ins>" * 150
    yield "runs.docx", loose(f"<w:p>{runs}</w:p>")
    yield (
        "math.docx",
        word("<w:p><m:oMath>" + "<m:r>" * 180 + "<m:t>x</m:t>" + "</m:r>" * 180 + "</m:oMath></w:p>"),
    )
    yield "metadata.epub", book({"p.xhtml": page(WORDS)}, title="<b>" * deep + "x" + "</b>" * deep)
    yield "lists.md", b"\n".join(b" " * (2 * level) + b"- x" for level in range(2000))
    yield "quotes.md", b">" * deep + b" deep"
    yield "brackets.md", b"[" * 20_000
    yield "stars.md", b"*a **b " * 30_000
    yield "backticks.md", b"`" * 1 + b" ``".join(b"`" * (number % 90) for number in range(30_000))


def _numbers() -> Iterator[tuple[str, bytes]]:
    """Very many of something: they go for what is not linear."""
    many = 200_000
    yield "headings.html", b"<!doctype html>" + b"<h1>x</h1>" * many
    yield "items.html", b"<!doctype html><ol>" + b"<li>x" * many
    yield "cells.html", b"<!doctype html><table><tr>" + b"<td>x" * many
    yield "spans.html", b"<!doctype html><p>" + b"<b>x</b>" * many
    yield "open-styles.html", b"<!doctype html>" + b"<b><p>x" * 40_000
    yield (
        "notes.html",
        b"<!doctype html>"
        + b"".join(
            b'<a href="#n%d">1</a><aside id="n%d" role="doc-footnote">x</aside>' % (number, number)
            for number in range(60_000)
        ),
    )
    yield "notes.md", b"".join(b"a[^%d]\n\n[^%d]: b\n\n" % (number, number) for number in range(10_000))
    yield "runs.docx", loose("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * many + "</w:p>")
    cell = f"<w:tc>{p('x')}</w:tc>"
    row = f"<w:tr>{cell * 100}</w:tr>"
    yield "table.docx", loose(f"<w:tbl>{row * 500}</w:tbl>")
    yield "paragraphs.docx", loose("<w:p/>" * 1_000_000 + p("x"))
    boxes = (
        "<mc:AlternateContent><mc:Choice>" * 60 + "<w:t>x</w:t>" + "</mc:Choice></mc:AlternateContent>" * 60
    )
    yield "choices.docx", loose(f"<w:p><w:r>{boxes}</w:r></w:p>" * 500)
    yield "spine.epub", book({f"p{number}.xhtml": page(WORDS) for number in range(15_000)})
    yield "attributes.html", b"<!doctype html><p " + b" ".join(b"a%d=x" % n for n in range(many)) + b">x"
    yield "entities.html", b"<!doctype html>" + b"&amp" * many + b"&#" * many
    yield "comments.html", b"<!doctype html>" + b"<!--" * many + b"x"
    yield "less.html", b"<!doctype html>" + b"<" * many + b"x" + b"</" * many
    yield "unclosed.epub", book({"p.xhtml": page("<" + "a" * many)})


def _lengths() -> Iterator[tuple[str, bytes]]:
    """One endless thing: they go for patterns, and for the page."""
    for name, piece in {
        "a": b"a",
        "spaces": b" ",
        "tabs": b"\t",
        "dots": b".",
        "digits": b"1",
        "hash": b"#",
    }.items():
        yield f"{name}.txt", b"x " + piece * 1_000_000 + b" x"
        yield f"{name}.md", b"x " + piece * 200_000 + b" x"
    yield "line.txt", b"word " * 900_000
    yield "sentences.txt", b"A. " * 600_000
    yield "lines.txt", b"a\n" * 1_000_000
    yield "blank.txt", b"\n" * 3_000_000 + b"x"
    yield "marks.txt", ("e" + "\u0301" * 500_000 + " x").encode()
    yield "pipes.md", b"|" * 100_000 + b"\n" + b"|-" * 50_000
    yield "front.md", b"---\n" + b"a: b\n" * 300_000


def _entities() -> Iterator[tuple[str, bytes]]:
    """XML that grows, or that asks for other files."""
    laughs = '<!DOCTYPE html [<!ENTITY a "ha">'
    for before, after in pairwise("abcdefghij"):
        ten = f"&{before};" * 10
        laughs += f'<!ENTITY {after} "{ten}">'
    long = "ha" * 50_000
    quadratic = f'<!DOCTYPE html [<!ENTITY a "{long}">]>'
    outside = '<!DOCTYPE html [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
    parameter = '<!DOCTYPE html [<!ENTITY % j SYSTEM "file:///etc/passwd"> %j;]>'
    remote = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">'
    for name, before, use in (
        ("laughs", laughs + "]>", "&j;"),
        ("quadratic", quadratic, "&a;" * 50_000),
        ("outside", outside, "&j;"),
        ("parameter", parameter, ""),
        ("remote", remote, ""),
    ):
        yield f"{name}.epub", book({"p.xhtml": page(f"<p>words {use}</p>", before)})
        yield f"{name}.html", page(f"<p>words {use}</p>", before).encode()
        inner = f"<w:body><w:p><w:r><w:t>words {use}</w:t></w:r></w:p></w:body>"
        text = f"{before.replace('DOCTYPE html', 'DOCTYPE w')}<w:document {NAMESPACES}>{inner}</w:document>"
        yield f"{name}.docx", zipped({"word/document.xml": text})
        opf = before.replace("DOCTYPE html", "DOCTYPE package") + package({"p.xhtml": ""}, f"t{use}")
        yield f"{name}-package.epub", book({"p.xhtml": page(WORDS)}, {"book.opf": opf})


def _paths() -> Iterator[tuple[str, bytes]]:
    """Names that lead out of the folder, and pictures and links that lead out of the computer."""
    away = [
        "../../etc/passwd",
        "/etc/passwd",
        "C:\\\\x",
        "..\\\\..\\\\x",
        "%2e%2e/%2e%2e/etc/passwd",
        "//host/share/x",
    ]
    away += ["file:///etc/passwd", "http://127.0.0.1:9/x", "p.xhtml/../../../etc/passwd", "\\\\\\\\host\\x"]
    images = "".join(f'<img src="{path}" alt="x"/>' for path in away)
    script = (
        "<script>alert(1)</script><a href='javascript:x()'>a</a><iframe src='file:///etc/passwd'></iframe>"
    )
    head = "<style>@import url(http://127.0.0.1:9/x.css)</style><meta http-equiv='refresh' content='0;url=http://x'/>"
    svg = "<svg onload='x()'><use href='/etc/passwd#a'/></svg><object data='/etc/passwd'/>"
    harm = WORDS + images + script + svg
    yield "away.epub", book({path: page(WORDS) for path in away} | {"p.xhtml": page(harm, head=head)})
    yield "away.html", page(harm, head=head).encode()
    yield "away.md", (harm + "".join(f"\n\n![x]({path}) [x]({path})" for path in away)).encode()
    targets = {f"l{number}": path for number, path in enumerate(away)}
    body = p("Words") + "".join(map(picture, targets))
    members: dict[str, str | bytes] = {
        "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": links(**targets),
    }
    yield "away.docx", zipped(members)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zip_file:
        zip_file.writestr("mimetype", "application/epub+zip")
        zip_file.writestr("META-INF/container.xml", CONTAINER)
        zip_file.writestr("book.opf", package({"p.xhtml": ""}))
        zip_file.writestr(*linked("p.xhtml", "/etc/passwd"))
    yield "link.epub", written.getvalue()


def _letters() -> Iterator[tuple[str, bytes]]:
    """Bytes that are not what they seem."""
    yield "seven.html", b"<!doctype html><meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4- words"
    yield "sixteen.html", b"<meta charset=utf-16><p>words in one byte each</p>"
    yield "half.txt", b"\xff\xfe" + "words".encode("utf-16-le") + b"\x00\xd8\x41"
    yield "nul.txt", b"words\0\0\0words"
    yield "nul.md", b"\0" * 1_000_000
    yield "controls.txt", b"words \x1b[2J\x07\x08\x7f\x9b and \xe2\x80\xae more \xe2\x80\xac words of it"
    yield "surrogate.html", b"<!doctype html><p>&#xD800;&#xDFFF;&#x110000;&#0; words"
    yield "wide.html", "\ufeff<!doctype html><p>words".encode("utf-32")
    title = "&#x202E;txet&#x2066;\n\x85&#x1b;[2J" + "x" * 100_000
    yield "title.html", f"<!doctype html><title>{title}</title>{WORDS * 40}".encode()
    yield "title.md", ("---\ntitle: \u202etxet\u2066 and " + "x" * 50_000 + "\n---\n\nWords.").encode()
    yield "title.docx", word(p("Words"), core=f"<dc:title>\u202etxet\u2066{'x' * 50_000}</dc:title>")
    yield "title.epub", book({"p.xhtml": page(WORDS)}, title="\u202etxet\u2066" + "x" * 50_000)


GROUPS = {
    "bombs": _bombs,
    "depths": _depths,
    "numbers": _numbers,
    "lengths": _lengths,
    "entities": _entities,
    "paths": _paths,
    "letters": _letters,
    "prints": prints,
}
"""What they go for, and what makes them."""
