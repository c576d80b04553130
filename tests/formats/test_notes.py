"""Footnotes as programs write them: the mark leads to its note, and the note stands in no piece."""

import pytest

from reader.formats import markup
from reader.formats.building import notes
from reader.model.document import Block, Kind, Style


def blocks(html: str) -> list[Block]:
    """Return the blocks of an HTML text."""
    return list(markup.blocks(html))


def told(found: list[Block]) -> list[str]:
    """Return the blocks as words: a mark is {its note's name: its letters}, a note {its name}: its words."""
    shown = []
    for block in found:
        text = block.text
        for span in sorted(block.spans, key=lambda span: span.start, reverse=True):
            if span.style is Style.NOTE:
                mark = f"{{{span.target}: {text[span.start : span.end]}}}"
                text = text[: span.start] + mark + text[span.end :]
        shown.append(f"{{{block.marker}}}: {text}" if block.kind is Kind.NOTE else text)
    return shown


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            '<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> b.</p>'
            '<div class="footnote"><hr><ol><li id="fn:1"><p>Note.&#160;'
            '<a href="#fnref:1">&#8617;</a></p></li></ol></div>',
            ["a{#fn:1: 1} b.", "{#fn:1}: Note."],
            id="Markdown",
        ),
        pytest.param(
            '<p>a<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> b</p>'
            '<ol><li id="footnote-1"><p> Note <a href="#footnote-ref-1">↑</a></p></li></ol>',
            ["a{#footnote-1: [1]} b", "{#footnote-1}: Note"],
            id="from a word processor",
        ),
        pytest.param(
            '<p>a<a href="#ftn.i" name="i"><sup>[1]</sup></a> b</p><div class="footnotes"><div id="ftn.i" '
            'class="footnote"><p><a href="#i"><sup>[1] </sup></a>One.</p><p>More.</p></div></div>',
            ["a{#ftn.i: [1]} b", "{#ftn.i}: One.\nMore."],
            id="several paragraphs",
        ),
        pytest.param(
            '<p>a<sup id="r1"><a href="#n1">[1]</a></sup> b<sup id="r2"><a href="#n1">[1]</a></sup></p>'
            '<h2>Notes</h2><ol><li id="n1">^ <a href="#r1">a</a> <a href="#r2">b</a> One.</li></ol>',
            ["a{#n1: [1]} b{#n1: [1]}", "Notes", "{#n1}: One."],
            id="two marks of one note",
        ),
        pytest.param(
            '<p>a<a id="r" href="#n">[1]</a> b</p><h3>Notes</h3><div class="footnote"><p>'
            '<a id="n" href="#r">[1]</a> One.</p><p>More.</p></div>',
            ["a{#n: [1]} b", "Notes", "{#n}: One.\nMore."],
            id="the name is within the note",
        ),
        pytest.param(
            '<p>a [<a href="#n" id="r">*</a>] b</p><p id="n">[<a href="#r">*</a>] One.</p>',
            ["a {#n: [*]} b", "{#n}: One."],
            id="brackets belong to the mark",
        ),
        pytest.param(
            '<aside epub:type="footnote" id="n">One.</aside><p>a<a epub:type="noteref" href="#n">†</a></p>',
            ["{#n}: One.", "a{#n: †}"],
            id="a note that says so needs no way back, and may come first",
        ),
        pytest.param(
            '<p>a</p><div class="footnotes"><ol><li id="n">One. <a href="#r">↩</a></li></ol></div>',
            ["a", "One."],
            id="a note without a mark is an item like any other",
        ),
        pytest.param(
            '<p>See <a href="#s">1</a> too.</p><h2 id="s"><a href="#t">1</a> One</h2><p>b</p>',
            ["See 1 too.", "1 One", "b"],
            id="a chapter is no note",
        ),
        pytest.param(
            '<p>See <a href="#n">Smith</a>.</p><p id="n">Smith wrote it.</p>',
            ["See Smith.", "Smith wrote it."],
            id="a link of words is no mark",
        ),
        pytest.param('<p>a<a href="#n">1</a> b</p>', ["a1 b"], id="a mark that leads nowhere is a number"),
    ],
)
def test_marks_and_their_notes(html: str, expected: list[str]) -> None:
    assert told(blocks(html)) == expected


def test_notes_in_another_file_of_a_book() -> None:
    book = {
        "text/one.xhtml": '<p>a<a href="../notes.xhtml#n1" id="r1">1</a> b<a href="two.xhtml#c">2</a></p>',
        "notes.xhtml": '<p id="n1"><a href="text/one.xhtml#r1">1</a>. One.</p><p id="n2">Two.</p>',
        "text/two.xhtml": '<h1 id="c">Chapter</h1>',
    }
    marked = set().union(*(notes.marks(html, file) for file, html in book.items()))
    found = [block for file, html in book.items() for block in markup.blocks(html, None, file, marked)]
    known = {block.marker for block in found if block.kind is Kind.NOTE}
    assert told([notes.unmarked(block, known) for block in found]) == [
        "a{notes.xhtml#n1: 1} b2",
        "{notes.xhtml#n1}: One.",
        "Two.",
        "Chapter",
    ]


def test_a_mark_keeps_its_other_styles() -> None:
    block, _ = blocks('<p>a<sup><a href="#n" id="r">1</a></sup></p><p id="n"><a href="#r">1</a> One.</p>')
    assert {(span.start, span.end, span.style) for span in block.spans} == {
        (1, 2, Style.NOTE),
        (1, 2, Style.SUPERSCRIPT),
    }
