"""Word documents: what their authors wrote arrives, whatever Word has made of it."""

import base64

import pytest

from reader.formats import parsing
from reader.formats.docx import reading
from reader.formats.draft import Draft
from reader.formats.refusals import Unfit
from reader.model.document import Document, Kind, Style
from tests.formats.word_files import links, p, part, picture, style, styled, word, zipped

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAGQAAABkCAYAAABw4pVU") + bytes(40)


def opened(content: bytes) -> Document:
    """Return the document in the bytes of a file."""
    return parsing.parse("docx", content, "letter.docx")


def seen(body: str, **parts: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    return [(block.kind.value, block.text) for block in opened(word(body, **parts)).blocks]


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("One &amp; two"), "One & two", id="letters"),
        pytest.param(p(run("<w:t>a</w:t><w:br/><w:t>b</w:t>")), "a\nb", id="a break is a new line"),
        pytest.param(p(run("<w:t>a</w:t><w:cr/><w:t>b</w:t>")), "a\nb", id="so is a return"),
        pytest.param(p(run("<w:t>a</w:t><w:tab/><w:t>b</w:t>")), "a b", id="a tab is a space"),
        pytest.param(p(run("<w:t>im</w:t><w:softHyphen/><w:t>mune</w:t>")), "immune", id="soft hyphens go"),
        pytest.param(
            p(run("<w:t>T</w:t><w:noBreakHyphen/><w:t>cell</w:t>")), "T\u2011cell", id="hard ones stay"
        ),
        pytest.param(
            p(f"<w:ins>{run('<w:t>new</w:t>')}</w:ins><w:del>{run('<w:delText>old</w:delText>')}</w:del>"),
            "new",
            id="as it reads with all changes made",
        ),
        pytest.param(
            p(f'<w:fldSimple w:instr="DATE">{run("<w:t>2 May</w:t>")}</w:fldSimple>'), "2 May", id="a field"
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{p('A form')}</w:sdtContent></w:sdt>", "A form", id="a form's content"
        ),
        pytest.param(
            p(f"<w:unknown>{run('<w:t>kept</w:t>')}</w:unknown>"), "kept", id="whatever is around it"
        ),
        pytest.param(p(run("<w:t>said</w:t>") + '<w:commentReference w:id="0"/>'), "said", id="no comments"),
    ],
)
def test_words(body: str, text: str) -> None:
    assert seen(body, comments='<w:comment w:id="0"><w:p><w:r><w:t>why?</w:t></w:r></w:p></w:comment>') == [
        ("paragraph", text)
    ]


def test_headings_are_known_by_name_outline_or_what_they_are_based_on() -> None:
    styles = (
        style("berschrift1", "heading 1")
        + style("Titre2", "Heading 2")
        + style("Mine", "My own", '<w:basedOn w:val="Titre2"/>')
        + style("Plan", "Plan", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Loop", "Loop", '<w:basedOn w:val="Loop"/>')
    )
    names = ["berschrift1", "Titre2", "Mine", "Plan", "Loop"]
    blocks = opened(word("".join(styled(name, name) for name in names), styles=styles)).blocks
    assert [block.level for block in blocks] == [1, 2, 2, 3, 0]
    (own,) = opened(word(p("Here", '<w:outlineLvl w:val="0"/>'))).blocks
    assert (own.kind, own.level) == (Kind.HEADING, 1)


def test_below_a_title_headings_stand_one_level_deeper() -> None:
    styles = style("Titel", "Title") + style("H1", "heading 1")
    document = opened(word(styled("On rest", "Titel") + styled("Why", "H1") + p("So."), styles=styles))
    assert document.title == "On rest"
    assert [block.level for block in document.blocks] == [1, 2, 0]


def test_a_document_says_who_wrote_it_and_in_which_language() -> None:
    core = (
        "<dc:title> A  letter </dc:title><dc:creator>Ann</dc:creator>"
        "<dcterms:created>2024-05-01T10:00:00Z</dcterms:created>"
    )
    default = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    body = p(run("<w:t>Guten Morgen</w:t>", '<w:lang w:val="de-DE"/>')) + p("Hi")
    document = opened(word(body, core=core, styles=default))
    assert (document.title, document.language) == ("A letter", "de-DE")
    assert (document.source.author, document.source.date) == ("Ann", "2024-05-01")
    assert opened(word(p("Hi"))).title == "letter"


def test_a_table_of_contents_is_for_leafing() -> None:
    assert seen(styled("Why ... 3", "TOC1") + p("So."), styles=style("TOC1", "toc 1")) == [
        ("paragraph", "So.")
    ]


def test_a_table_of_contents_is_for_leafing_in_whatever_language_its_style_is() -> None:
    def line(text: str, instruction: str) -> str:
        return styled(run(f"<w:instrText>{instruction}</w:instrText>") + run(f"<w:t>{text}</w:t>"), "Ndice1")

    contents = line("Why ... 3", ' TOC \\o "1-3" ') + line("How ... 4", "PAGEREF _Toc36 \\h")
    index = line("Rest, 4", "XE") + line("See page 4.", "PAGEREF _Ref36")
    assert seen(contents + p("So.") + index, styles=style("Ndice1", "Índice 1")) == [
        ("paragraph", "So."),
        ("paragraph", "Rest, 4"),
        ("paragraph", "See page 4."),
    ]


def test_a_large_first_letter_stands_in_its_word() -> None:
    def large(letter: str, kind: str) -> str:
        return p(letter, f'<w:framePr w:dropCap="{kind}" w:lines="3"/>')

    body = (
        large("D", "drop") + p("rop cap.", "<w:keepNext/>") + large("I", "margin") + "<w:p/>" + p("An end.")
    )
    more = large("N", "none") + p("Apart.") + large("E", "drop")
    assert [text for _, text in seen(body + more)] == ["Drop cap.", "I", "An end.", "N", "Apart.", "E"]


def test_tables_and_lists_stay_what_they_are() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    row = f"<w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr>"
    body = p("one", item) + p("two", item) + f"<w:tbl>{row}{row}</w:tbl>"
    blocks = opened(word(body, numbering=numbering)).blocks
    assert [(block.kind.value, block.marker, block.text) for block in blocks] == [
        ("list-item", "1.", "one"),
        ("list-item", "2.", "two"),
        ("table", "", "a | b\na | b"),
    ]


def test_notes_are_shown_on_demand_and_one_that_is_missing_is_no_harm() -> None:
    marks = [f'<w:r><w:footnoteReference w:id="{id_}"/></w:r>' for id_ in ("2", "9")]
    body = p(run("<w:t>Rest</w:t>") + "".join(marks))
    document = opened(word(body, footnotes=f'<w:footnote w:id="2">{p("As much as one can.")}</w:footnote>'))
    (text,) = (block for block in document.blocks if block.kind is Kind.PARAGRAPH)
    (note,) = (block for block in document.blocks if block.kind is Kind.NOTE)
    assert note.text == "As much as one can."
    assert [span.target for span in text.spans if span.style is Style.NOTE] == [note.marker]


def test_what_is_raised_lowered_or_stressed_says_so() -> None:
    body = p(
        run("<w:t>10</w:t>")
        + run("<w:t>9</w:t>", '<w:vertAlign w:val="superscript"/>')
        + run("<w:t>bold</w:t>", "<w:b/>")
    )
    (block,) = opened(word(body)).blocks
    assert [(block.text[span.start : span.end], span.style) for span in block.spans] == [
        ("9", Style.SUPERSCRIPT),
        ("bold", Style.STRONG),
    ]


@pytest.mark.parametrize("has_old_form", [True, False])
def test_a_text_box_stands_after_its_paragraph_once(has_old_form: bool) -> None:
    inner = f"<w:txbxContent>{p('Take care')}</w:txbxContent>"
    new = f"<mc:Choice><w:drawing><wp:anchor><wps:txbx>{inner}</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
    choice = f"<mc:AlternateContent>{new}{old if has_old_form else ''}</mc:AlternateContent>"
    body = p(run("<w:t>before </w:t>") + run(choice) + run("<w:t>after</w:t>"))
    assert seen(body) == [("paragraph", "before after"), ("paragraph", "Take care")]


def test_a_picture_is_kept_with_its_words() -> None:
    content = zipped(
        {
            "word/document.xml": part("w:document", f"<w:body>{picture('one')}{picture('none')}</w:body>"),
            "word/_rels/document.xml.rels": links(one="media/heart.png"),
            "word/media/heart.png": PNG,
        }
    )
    document = opened(content)
    (block,) = document.blocks
    assert (block.kind, block.text) == (Kind.PICTURE, "A heart")
    assert document.pictures[block.picture] == PNG


def test_a_caption_stays_with_its_picture_in_word_as_well() -> None:
    content = zipped(
        {
            "word/document.xml": part(
                "w:document", f"<w:body>{picture('one')}{styled('Figure 1. It beats.', 'c')}</w:body>"
            ),
            "word/styles.xml": part("w:styles", style("c", "caption")),
            "word/_rels/document.xml.rels": links(one="media/heart.png"),
            "word/media/heart.png": PNG,
        }
    )
    (block,) = opened(content).blocks
    assert (block.kind, block.text) == (Kind.PICTURE, "A heart\n\nFigure 1. It beats.")


def test_a_link_leads_to_the_web_and_nowhere_else() -> None:
    def link(id_: str) -> str:
        return f'<w:hyperlink r:id="{id_}">{run("<w:t>there </w:t>")}</w:hyperlink>'

    body = p("".join(map(link, ("web", "file", "script", "none"))))
    targets = links(web="https://a.org/?b=1&amp;c=2", file="file:///etc/passwd", script="javascript:x()")
    (block,) = opened(word(body, links=targets)).blocks
    assert block.text == "there there there there"
    assert [span.target for span in block.spans if span.target] == ["https://a.org/?b=1&c=2"]


def test_the_strict_form_of_the_format_opens_too() -> None:
    strict = part("w:document", f"<w:body>{p('Strictly so')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/",
        "http://purl.oclc.org/ooxml/wordprocessingml/",
    )
    assert opened(zipped({"word/document.xml": strict})).blocks[0].text == "Strictly so"


def test_a_long_document_comes_bit_by_bit_and_its_notes_are_counted_through() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = "".join(p(f"<w:r><w:t>Words {number}</w:t></w:r>{mark}") for number in range(1000))
    document = opened(word(body, footnotes=f'<w:footnote w:id="2">{p("Yes.")}</w:footnote>'))
    texts = [block.text for block in document.blocks if block.kind is Kind.PARAGRAPH]
    assert len(texts) == 1000
    assert texts[-1].startswith("Words 999")
    assert "1000" in texts[-1]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"words", id="no zip file"),
        pytest.param(zipped({"a.txt": "words"}), id="no document"),
        pytest.param(zipped({"word/document.xml": "<w:document>"}), id="no XML"),
        pytest.param(zipped({"word/document.xml": part("w:document", "")}), id="no body"),
    ],
)
def test_what_is_no_word_document_is_declined(content: bytes) -> None:
    with pytest.raises(Unfit, match="is damaged"):
        opened(content)


def test_only_what_is_shown_first_is_looked_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    rewritten: list[object] = []
    monkeypatch.setattr(reading, "rewrite", lambda element, *_, **__: rewritten.append(element))
    arriving = reading.read(word(p("Some words.") * 3_000), Draft("a"))
    next(arriving)
    assert len(rewritten) < 1_000
    assert len(list(arriving)) == 2_999
    assert len(rewritten) == 3_000


def test_a_long_table_comes_in_parts() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{p(f'a{number}')}</w:tc><w:tc>{p('b')}</w:tc></w:tr>" for number in range(450)
    )
    made = opened(word(f"<w:tbl><w:tblPr/>{rows}</w:tbl>{p('after')}")).blocks
    assert [block.text.count("\n") + 1 for block in made] == [200, 200, 50, 1]
    assert "\n".join(block.text for block in made[:3]) == "\n".join(f"a{number} | b" for number in range(450))
