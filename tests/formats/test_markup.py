"""From HTML to blocks: the words stay, what is not words goes."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats import markup
from reader.formats.pictures import Pictures
from reader.formats.refusals import Unfit
from reader.model.document import Block, Kind, Style


def blocks(html: str) -> list[Block]:
    """Return the blocks of an HTML text."""
    return list(markup.blocks(html))


def seen(html: str) -> list[tuple[str, str]]:
    """Return kind and text of each block; list items with their marker, indented by their level."""
    return [
        (
            block.kind.value,
            "  " * (block.level - 1) + f"{block.marker} {block.text}" if block.marker else block.text,
        )
        for block in blocks(html)
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>One  \n two</p>", [("paragraph", "One two")], id="white space is one space"),
        pytest.param("a\u00a0&nbsp;b", [("paragraph", "a\u00a0\u00a0b")], id="no-break spaces stay"),
        pytest.param("<p>a<br> b</p>", [("paragraph", "a\nb")], id="a break is a new line"),
        pytest.param("<p>a<br><br>b</p>", [("paragraph", "a"), ("paragraph", "b")], id="two are a paragraph"),
        pytest.param("<h2>a<br>b</h2>", [("heading", "a b")], id="a heading has one line"),
        pytest.param("<p>5 &lt; 6 &amp; 7</p>", [("paragraph", "5 < 6 & 7")], id="entities are letters"),
        pytest.param("<p>a\x07b&#7;c\u2028d</p>", [("paragraph", "abc d")], id="no control characters"),
        pytest.param("<p>im\u00admune</p>", [("paragraph", "immune")], id="no soft hyphens"),
        pytest.param("<p> &nbsp; </p><hr><p>&#8203;</p><p></p>", [], id="nothing to read is no block"),
        pytest.param(
            "a<div>b</div>c", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")], id="loose text"
        ),
        pytest.param("<script>x</script><style>y</style>z", [("paragraph", "z")], id="scripts are not read"),
        pytest.param(
            '<p>x<img alt=" a gut ">y</p><img>', [("paragraph", "x a gut y")], id="images are described"
        ),
        pytest.param('<p class="key-point">k</p>', [("key-point", "k")], id="a key point"),
        pytest.param("<pre>\n a\tb\n\n  c\n</pre>", [("code", " a    b\n\n  c")], id="code keeps its lines"),
        pytest.param("<blockquote><p>q</p></blockquote>", [("quote", "q")], id="a quote"),
        pytest.param("<p>a <q>b</q></p>", [("paragraph", "a “b”")], id="quoted words"),
        pytest.param(
            "<p><ruby>字<rp>（</rp><rt>ji</rt><rp>）</rp></ruby></p>",
            [("paragraph", "字(ji)")],
            id="how letters are read",
        ),
        pytest.param(
            '<p>a<span hidden> b</span><i style="display: none">c</i></p><div hidden><p>d</p></div><p>e</p>',
            [("paragraph", "a"), ("paragraph", "e")],
            id="what is hidden is not read",
        ),
        pytest.param(
            '<?xml version="1.0"?><p>a<a id="x"/><script src="y"/> b</p>',
            [("paragraph", "a b")],
            id="in XML a tag may end itself",
        ),
    ],
)
def test_words(html: str, expected: list[tuple[str, str]]) -> None:
    assert seen(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<ul><li>a<li>b</ul>", ["• a", "• b"], id="bullets"),
        pytest.param('<ol start="3"><li>a<li>b</ol>', ["3. a", "4. b"], id="numbers go on"),
        pytest.param("<ol><li>a<ul><li>b</ul>c<li>d</ol>", ["1. a", "  • b", "c", "2. d"], id="nested"),
        pytest.param(
            "<ul><li><p>a</p><p>b</p></ul>", ["• a", "b"], id="only the first paragraph has the marker"
        ),
        pytest.param("<ul><li><ul><li>a</ul></ul>", ["  • a"], id="an item that holds only a list"),
    ],
)
def test_lists(html: str, expected: list[str]) -> None:
    assert [text for _, text in seen(html)] == expected


def test_a_definition_stands_under_its_term() -> None:
    assert seen("<dl><dt>Gut</dt><dd>Where food goes.</dd></dl>") == [
        ("paragraph", "Gut"),
        ("list-item", "Where food goes."),
    ]


POEM = "Over the hill,<br>under the tree,<br>there was a cat<br>waiting for me."


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(f"<p>{POEM}</p>", [("verse", POEM.replace("<br>", "\n"))], id="short lines with stops"),
        pytest.param(
            "<p>Dr Ann Example<br>Clinic of Rest<br>1 Long Road<br>Townham</p>",
            [("paragraph", "Dr Ann Example\nClinic of Rest\n1 Long Road\nTownham")],
            id="an address is none",
        ),
        pytest.param(
            '<div class="poem"><div class="stanza"><p>One line</p><p>and two</p></div>'
            "<p>Three<br>four</p></div>",
            [("verse", "One line\nand two"), ("verse", "Three\nfour")],
            id="it says so",
        ),
        pytest.param(
            '<p epub:type="z3998:verse"><span class="line">One</span> <span class="line">two</span></p>',
            [("verse", "One\ntwo")],
            id="its lines say so",
        ),
        pytest.param(
            f'<p class="verse">{"In the beginning " * 8}</p>',
            [("paragraph", ("In the beginning " * 8).strip())],
            id="of a holy book",
        ),
    ],
)
def test_verse_keeps_its_lines(html: str, expected: list[tuple[str, str]]) -> None:
    assert seen(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>So <math><mi>x</mi></math>.</p>", [("paragraph", "So x.")], id="within a line"),
        pytest.param(
            '<p>So <m:math display="block"><m:mi>x</m:mi></m:math> it is.</p>',
            [("paragraph", "So"), ("formula", "x"), ("paragraph", "it is.")],
            id="on a line of its own",
        ),
        pytest.param(
            '<p><span style="display:none"><math><mi>x</mi></math></span>'
            '<img aria-hidden="true" alt="\\x"></p>',
            [("paragraph", "x")],
            id="hidden behind its picture",
        ),
        pytest.param(
            '<p><span class="katex"><math><mi>x</mi></math><span aria-hidden="true">x</span></span></p>',
            [("paragraph", "x")],
            id="once, though it is there twice",
        ),
        pytest.param(
            '<h2>Of <math display="block"><mi>x</mi></math></h2>', [("heading", "Of x")], id="in a heading"
        ),
    ],
)
def test_formulas_are_lines_of_text(html: str, expected: list[tuple[str, str]]) -> None:
    assert seen(html) == expected


def test_styles_cover_their_letters_exactly() -> None:
    (block,) = blocks(
        '<p>😀 so <b> bold <i>and</i></b> x<sup>2</sup> <a href="https://a.b/?c=1&amp;d">link</a>.</p>'
    )
    assert [(block.text[span.start : span.end].strip(), span.style, span.target) for span in block.spans] == [
        ("bold and", Style.STRONG, ""),
        ("and", Style.EMPHASIS, ""),
        ("2", Style.SUPERSCRIPT, ""),
        ("link", Style.LINK, "https://a.b/?c=1&d"),
    ]


@pytest.mark.parametrize(
    "target", ["javascript:x()", "file:///etc/passwd", "data:text/html,x", "#top", "page.html"]
)
def test_only_links_to_the_web_and_to_mail_are_kept(target: str) -> None:
    (block,) = blocks(f'<p><a href="{target}">a</a> <a href="mailto:b@c.org">b</a></p>')
    assert [span.target for span in block.spans] == ["mailto:b@c.org"]


def test_a_style_around_blocks_is_in_each() -> None:
    html = '<div>Before <a href="https://a.b">it<h2>One</h2><p>Two</p></a></div>'
    spans = [[(span.start, span.end) for span in block.spans] for block in blocks(html)]
    assert spans == [[(7, 9)], [(0, 3)], [(0, 3)]]


def test_what_is_deep_is_read_and_what_is_made_to_harm_is_not() -> None:
    assert seen("<div>" * 1000 + "deep" + "</div>" * 1000) == [("paragraph", "deep")]
    with pytest.raises(Unfit, match="too many tags"):
        blocks("<div>" * 100_000)


def test_ten_thousand_paragraphs_left_open_are_no_harm() -> None:
    assert len(blocks("<p>a<br>" * 12_000)) == 12_000


TAGS = "p div ul ol li table tr td caption b sup pre code h1 blockquote dl dt dd br a"
PIECES = st.sampled_from(
    [f"<{end}{tag}>" for tag in TAGS.split() for end in ("", "/")]
    + [
        "<a href='https://a.b'>",
        "<img alt='i'>",
        "&amp;",
        "&#1;",
        "&lt;",
        "<",
        ">",
        "word",
        " ",
        "\n",
        "\u00a0",
    ]
    + ["👩‍⚕️", "e\u0301", "\t", "\x00", "\x85"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_whatever_comes_the_blocks_are_sound(html: str) -> None:
    for block in blocks(html):
        assert block.text.strip()
        assert not [
            letter for letter in block.text if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs")
        ]
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)
        assert block.kind is not Kind.HEADING or "\n" not in block.text


class Seen(Pictures):
    """Remembers which pictures were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def keep(self, address: str) -> str:
        self.addresses += [address] if address else []
        return ""


def test_the_first_block_is_there_before_the_last_is_built() -> None:
    arriving = markup.blocks("<p>One.</p>" * 2_000 + '<img src="last.png">', kept := Seen())
    assert next(arriving).text == "One."
    assert not kept.addresses
    assert len(list(arriving)) == 1_999
    assert kept.addresses == ["last.png"]


@pytest.mark.parametrize(
    "waits",
    [
        pytest.param('<p>a<a href="#n" id="r">1</a> b</p>', id="a mark, of which only its note can tell"),
        pytest.param('<aside id="n" role="doc-footnote">Note</aside>', id="a note before its mark"),
        pytest.param("<figure><img alt=a>", id="a picture that waits for its caption"),
        pytest.param("<div class=poem><p>a</p>", id="a verse that is not at its end"),
    ],
)
def test_what_may_still_change_waits(waits: str) -> None:
    arriving = markup.blocks(
        f"<p>One.</p>{waits}{'<p>x<b>y</b></p>' * 2_000}<img src=last.png>", kept := Seen()
    )
    assert next(arriving).text == "One."
    assert not kept.addresses
    next(arriving)
    assert kept.addresses == ["last.png"]
