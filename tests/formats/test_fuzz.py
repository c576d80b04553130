"""Small honest files, broken at random: whatever comes of it is a sound document or a fault, not a hang.

A fault is an answer: the child says so, and the file is declined. `script/long` tries many more.
"""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.formats import parsing
from reader.formats.bounds import LONGEST
from reader.model.document import Block, Kind
from reader.model.level import Level
from reader.text.chunks import chunks
from tests.formats.attacks import WORDS, book, page
from tests.formats.pdf_attacks import pdf, stream
from tests.formats.word_files import p, style, styled, word

LETTERS = set(map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))) - {"\n"}
"""What stands in no block."""

FEW, MANY = 60, 5_000

MARKDOWN = (
    "---\ntitle: Rest\nauthor: Ann\n---\n\n# Rest\n\nSome *words* and `code`[^1].\n\n- one\n    - two\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n> quote\n\n```\ncode\n```\n\n[^1]: A note.\n\n![x](x.png) [l](https://a.b)\n"
)
HTML = (
    "<!doctype html><html lang=en><head><title>Rest</title></head><body><nav><a href=/>Home</a></nav>"
    "<article><h1>Rest</h1><p>Some <b>words</b> and <i>more</i><sup><a href=#n1>1</a></sup>.</p><ul><li>one"
    "<ul><li>two</ul></ul><table><tr><th>a<th>b<tr><td>c<td>d</table><pre>code</pre><blockquote>quote</blockquote>"
    "<math display=block><mi>x</mi></math><img src=x.png alt=heart>"
    "<aside id=n1 role=doc-footnote>Note</aside>"
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
FILES: dict[str, bytes] = {
    "plain": b"Rest\n====\n\nSome words.\nAnd more.\n\n- one\n- two\n\n   verse\n   lines\n\nTHE END\n",
    "markdown": MARKDOWN.encode(),
    "html": HTML.encode(),
    "epub": book({"a.xhtml": page(WORDS + HTML.partition("<article>")[2]), "b.xhtml": page(WORDS)}),
    "docx": word(
        styled("Rest", "H1")
        + p(f"<w:r><w:t>Some words</w:t></w:r>{NOTE}")
        + f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc></w:tr></w:tbl>",
        styles=style("H1", "heading 1"),
        footnotes=f'<w:footnote w:id="2">{p("Note")}</w:footnote>',
    ),
    "pdf": pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        stream(b"BT /F 24 Tf 50 700 Td (Rest) Tj /F 12 Tf 0 -40 Td (Some words of it.) Tj ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ),
}


@st.composite
def broken(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw bytes with some of them changed, doubled, moved or gone."""
    found = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(found) - 1)))
        length = draw(st.integers(0, 40))
        match draw(st.integers(0, 4)):
            case 0:
                found[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
            case 1:
                del found[at : at + length]
            case 2:
                found[at:at] = found[at : at + length] * draw(st.integers(1, 20))
            case 3:
                found[at:at] = draw(st.binary(max_size=12))
            case _:
                del found[at:]
    return bytes(found)


@st.composite
def repacked(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw a zip file with one of its members broken, and packed again as if nothing had happened."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        chosen = draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            held = old.read(name)
            new.writestr(name, draw(broken(held)) if name == chosen else held)
    return written.getvalue()


_TAGS = (
    "<p> </p> <table> <tr> <td> </table> <li> <ul> </ul> <pre> </pre> <math> <sup> </a> <br> <figure> "
    "</figure> <a_href='#n'> <aside_id='n'> <img_src='data:image/png;base64,AAAA'_alt='x'> <!-- --> "
    "<![CDATA[ ]]> <?xml?>"
)
_MARKS = r"""[^1] [^1]:_ ![ ]( ``` 1._ -_ >_ #_ words é &#0; &amp; &lt;"""
PIECES = st.sampled_from(
    [
        *"<>&[]()*_#|`-\"'=!^:~\\/.;\n\t \U0001f600\u202e\u2028\x00\x1b\u00ad\u0301",
        *(piece.replace("_", " ") for piece in f"{_TAGS} {_MARKS}".split()),
        *("\n\n", "    ", "---\n", "| a | b |\n|---|---|\n", "<p style='mso-list:l0 level2'>"),
    ]
)


def sound(kind: str, content: bytes) -> None:
    """Open a file on the spot, and see that what came is a document in order."""
    try:
        document = parsing.parse(kind, content, "a")
    except Exception:  # noqa: BLE001  (whatever is raised is an answer of the child)
        return
    for block in document.blocks:
        check_block(block)
    for level in Level:
        cuts = list(document.cuts[level])
        assert cuts == sorted(set(cuts))
        assert all(0 <= at <= len(document.blocks[number].text) for number, at in cuts)
        shown = "".join("".join(chunk.text.split()) for chunk in chunks(document, level))
        texts = (block.text for block in document.blocks if block.kind not in (Kind.HEADING, Kind.NOTE))
        assert shown == "".join("".join(text.split()) for text in texts)


def check_block(block: Block) -> None:
    """No control characters, no endless block, and spans within the words."""
    assert block.text.strip()
    assert not LETTERS & set(block.text)
    assert len(block.text) <= LONGEST
    assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)


def tried(kind: str, strategy: Callable[[bytes], st.SearchStrategy[bytes]], examples: int) -> None:
    """Try as many broken files of a kind."""

    @settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=examples == FEW,
    )
    @given(strategy(FILES[kind]))
    def attempt(content: bytes) -> None:
        sound(kind, content)

    attempt()


@pytest.mark.parametrize("kind", FILES)
def test_an_honest_file_opens(kind: str) -> None:
    assert parsing.parse(kind, FILES[kind], "a").blocks
    sound(kind, FILES[kind])


@pytest.mark.parametrize("kind", FILES)
def test_broken_bytes(kind: str) -> None:
    tried(kind, broken, FEW)


@pytest.mark.parametrize("kind", ["epub", "docx"])
def test_broken_members(kind: str) -> None:
    tried(kind, repacked, FEW)


def mixed(_: bytes) -> st.SearchStrategy[bytes]:
    """Draw any mixture of what means something to one format or another."""
    return st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces).encode())


@pytest.mark.parametrize("kind", ["plain", "markdown", "html"])
def test_any_mixture_of_marks(kind: str) -> None:
    tried(kind, mixed, FEW)


@pytest.mark.long
@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("strategy", [broken, repacked, mixed])
def test_many_more(kind: str, strategy: Callable[[bytes], st.SearchStrategy[bytes]]) -> None:
    if strategy is repacked and kind not in ("epub", "docx"):
        pytest.skip("not a zip file")
    if strategy is mixed and kind in ("epub", "docx", "pdf"):
        pytest.skip("not made of marks")
    tried(kind, strategy, MANY)
