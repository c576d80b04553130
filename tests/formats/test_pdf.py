"""Pages of letters become a text again."""

import pytest

from reader.formats.draft import Draft
from reader.formats.parsing import parse
from reader.formats.pdf.reading import read
from reader.formats.pdf.words import Words as Vocabulary
from reader.formats.refusals import Unfit
from reader.model.document import Block, Kind, Style
from tests.formats.pdf_pages import Page, Picture, Words, below, pdf

LONG = "These words stand on a line of text which goes from one side to the"
END = "other, and here the paragraph ends."


def blocks(*pages: Page) -> list[Block]:
    """Return the blocks of a PDF with these pages."""
    return list(read(pdf(*pages), Draft("a")))


def told(*pages: Page) -> list[tuple[Kind, str]]:
    """Return the kind and the text of each block."""
    return [(block.kind, block.text) for block in blocks(*pages)]


def test_lines_become_paragraphs() -> None:
    first, second = [LONG, END], [LONG, LONG, END]
    page = [*below(first), *below(second, top=660)]
    assert told(page) == [(Kind.PARAGRAPH, f"{LONG} {END}"), (Kind.PARAGRAPH, f"{LONG} {LONG} {END}")]


def test_an_indent_begins_a_paragraph() -> None:
    page = [*below([LONG, LONG + " end."]), *below([LONG], top=672, left=90), *below([END], top=658)]
    assert told(page) == [(Kind.PARAGRAPH, f"{LONG} {LONG} end."), (Kind.PARAGRAPH, f"{LONG} {END}")]


def test_a_paragraph_runs_over_the_page() -> None:
    pages = (below([LONG, LONG]), below([LONG, END]))
    assert told(*pages) == [(Kind.PARAGRAPH, f"{LONG} {LONG} {LONG} {END}")]


@pytest.mark.parametrize(
    ("before", "after", "becomes"),
    [
        ("the fa-", "tigue that came", "the fatigue that came"),
        ("of a T-", "cell that came", "of a T-cell that came"),
        ("with COVID-", "19 as it came", "with COVID-19 as it came"),
        ("by Ehlers-", "Danlos it came", "by Ehlers-Danlos it came"),
        ("a well-", "known thing came", "a well-known thing came"),
        ("to be up-", "or downgraded", "to be up- or downgraded"),
        ("AND IM-", "PLIED THINGS", "AND IMPLIED THINGS"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(before: str, after: str, becomes: str) -> None:
    seen = below(["Well-known words are the ones that help here."], top=600)
    assert told([*below([before, after]), *seen])[0] == (Kind.PARAGRAPH, becomes)


@pytest.mark.parametrize(
    ("before", "after", "joint"),
    [
        ("彼は本を", "読んだ", ""),
        ("システムの後、", "Debian", ""),
        ("使用 debmake", "命令", " "),
        ("자유", "소프트웨어", " "),
        ("the end", "of a line", " "),
    ],
)
def test_chinese_and_japanese_lines_are_joined_without_a_space(before: str, after: str, joint: str) -> None:
    assert Vocabulary().joint(before, after) == joint


def test_larger_letters_are_headings() -> None:
    page = [
        Words("A text", y=780, size=24),
        Words("One", y=740, size=16),
        *below([LONG, END]),
        Words("Less", y=650, font="bold"),
        *below([LONG, END], top=630),
    ]
    found = [(block.level, block.text) for block in blocks(page) if block.kind is Kind.HEADING]
    assert found == [(1, "A text"), (2, "One"), (3, "Less")]


def test_where_most_of_the_text_is_bold_bold_letters_are_no_heading() -> None:
    text = [
        Words(line, y=740 - 14 * number, font="bold") for number, line in enumerate([LONG, LONG, END] * 3)
    ]
    page = [Words("A text", y=780, size=24), *text, Words("And so on", y=500, font="bold")]
    found = [block.text for block in blocks(page) if block.kind is Kind.HEADING]
    assert found == ["A text"]


def test_a_bold_point_is_no_heading() -> None:
    page = [*below([LONG, LONG, END]), Words("• BRAF, NTRK, ALK and RET, and tumor", y=600, font="bold")]
    assert [block.text for block in blocks(page) if block.kind is Kind.HEADING] == []


TITLE, UNDER = "Living with less", "What is pacing?"


@pytest.mark.parametrize(
    ("info", "under"),
    [
        ("", Words(UNDER, y=758, size=20, font="bold")),
        ("", Words(UNDER, y=748, size=20)),
        ("", Words(UNDER, x=200, y=756, size=20)),
        (f"/Title ({TITLE})", Words(UNDER, y=756, size=20)),
    ],
)
def test_a_title_and_the_heading_below_it_are_two(info: str, under: Words) -> None:
    content = pdf([Words(TITLE, y=780, size=20), under, *below([LONG, LONG, END])], info=info)
    assert [block.text for block in read(content, Draft("a"))][:2] == [TITLE, UNDER]


@pytest.mark.parametrize("info", ["", f"/Title ({TITLE} Of everything)"])
def test_a_title_may_run_over_two_lines(info: str) -> None:
    page = [Words(TITLE, y=780, size=20), Words("Of everything", y=756, size=20), *below([LONG, END])]
    assert next(read(pdf(page, info=info), Draft("a"))).text == f"{TITLE} Of everything"


def test_the_outline_of_a_text_names_its_title_if_nothing_else_does() -> None:
    document = parse("pdf", pdf([Words("A text", y=780, size=24), *below([LONG, END])]), "a.pdf")
    assert document.title == "A text"


@pytest.mark.parametrize(
    ("given", "title"),
    [("Living with less", "Living with less"), ("Microsoft Word - a.doc", "file"), ("leaflet.indd", "file")],
)
def test_a_title_is_no_name_of_a_file(given: str, title: str) -> None:
    content = pdf(below([LONG, END]), info=f"/Title ({given}) /Author (A. Writer) /CreationDate (D:20240312)")
    document = parse("pdf", content, "file.pdf")
    assert (document.title, document.source.author, document.source.date) == (
        title,
        "A. Writer",
        "2024-03-12",
    )


def test_the_language_is_told() -> None:
    assert parse("pdf", pdf(below([LONG]), catalog="/Lang (pt-BR)"), "a.pdf").language == "pt-BR"


def test_headers_and_numbers_of_pages_are_gone() -> None:
    pages = [
        [
            Words("Notes on rest", y=800, size=9),
            *below([f"Page text {word}."]),
            Words(str(number), x=290, y=40),
        ]
        for number, word in enumerate(("one", "two", "three", "four"), 1)
    ]
    assert [text for _, text in told(*pages)] == [
        f"Page text {word}." for word in ("one", "two", "three", "four")
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column of words with number {number}" for number in range(8)]
    right = [f"right column of words with number {number}" for number in range(8)]
    page = [Words("A title over both of the columns", y=760, size=20)]
    for one, other in zip(below(left), below(right, left=320), strict=True):
        page += [one, other]  # as some programs write them: row by row
    assert told(page)[1:] == [(Kind.PARAGRAPH, " ".join([*left, *right]))]


def test_lists_stay_lists() -> None:
    page = [
        *below(["What helps:"]),
        Words("•", 90, 680),
        Words("rest before it is needed, and after it as well, as long as", 104, 680),
        Words("it takes", 104, 666),
        Words("• water", 90, 652),
        Words("1. first", 90, 630),
        Words("2. second", 90, 616),
    ]
    assert [(block.marker, block.text) for block in blocks(page)] == [
        ("", "What helps:"),
        ("•", "rest before it is needed, and after it as well, as long as it takes"),
        ("•", "water"),
        ("1.", "first"),
        ("2.", "second"),
    ]


def test_a_table_keeps_its_rows() -> None:
    rows = [("Name", "Dose", "When"), ("Iron", "14 mg", "morning"), ("Zinc", "10 mg", "evening")]
    page = [
        Words(cell, 72 + 120 * at, 700 - 20 * row)
        for row, cells in enumerate(rows)
        for at, cell in enumerate(cells)
    ]
    assert told(page) == [(Kind.TABLE, "Name | Dose | When\nIron | 14 mg | morning\nZinc | 10 mg | evening")]


def test_code_keeps_its_lines() -> None:
    page = [
        *below([LONG, END]),
        Words("def rest():", y=650, font="fixed"),
        Words("    wait()", y=636, font="fixed"),
    ]
    assert told(page)[1] == (Kind.CODE, "def rest():\n    wait()")


def test_raised_and_lowered_letters() -> None:
    page = [
        Words("10", x=72),
        Words("9", 85, 705, 7),
        Words("per H", x=92),
        Words("2", 121, 697, 7),
        Words("O", x=125),
    ]
    (block,) = blocks([*page, *below([LONG, END], top=660)])[:1]
    assert [(block.text[span.start : span.end], span.style) for span in block.spans] == [
        ("9", Style.SUPERSCRIPT),
        ("2", Style.SUBSCRIPT),
    ]


def test_bold_and_slanted_words_are_told() -> None:
    page = [Words("Rest", x=72, font="bold"), Words("well", x=100, font="italic"), Words("and much.", x=125)]
    (block,) = blocks(page)
    assert block.text == "Rest well and much."
    assert [(block.text[span.start : span.end].strip(), span.style) for span in block.spans] == [
        ("Rest", Style.STRONG),
        ("well", Style.EMPHASIS),
    ]


def test_a_watermark_is_left_out() -> None:
    across = Words("DRAFT", 200, 300, 60, turned="0.7 0.7 -0.7 0.7")
    beside = Words("printed on Monday", 20, 300, 9, turned="0 1 -1 0")
    assert told([across, beside, *below([LONG, END])]) == [(Kind.PARAGRAPH, f"{LONG} {END}")]


def test_a_page_on_its_side_is_read() -> None:
    page = [Words(line, 100 + 14 * at, 72, turned="0 1 -1 0") for at, line in enumerate((LONG, END))]
    assert told(page) == [(Kind.PARAGRAPH, f"{LONG} {END}")]


def test_a_printed_list_of_contents_is_left_out() -> None:
    entries = [f"{number} Chapter {'. ' * 30}{number * 7}" for number in range(1, 6)]
    page = [Words("Contents", y=740, size=16), *below(entries)]
    assert told(page, below([LONG, END])) == [(Kind.PARAGRAPH, f"{LONG} {END}")]


def refusal(content: bytes) -> tuple[str, ...]:
    """Return with which words a file is declined."""
    with pytest.raises(Unfit) as unfit:
        list(read(content, Draft("a")))
    return unfit.value.args


def test_pictures_of_pages_are_declined() -> None:
    assert refusal(pdf([Picture()])) == (
        "holds only pictures of its pages",
        "please look for a copy with text",
    )


def test_a_locked_file_is_declined() -> None:
    key = "00" * 32
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    assert refusal(pdf(below([LONG]), extra=lock))[0] == "is locked with a password"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"no PDF at all", pdf(below([LONG]))[:300]])
def test_a_damaged_file_is_declined(content: bytes) -> None:
    assert refusal(content) == ("is damaged",)


def test_a_text_comes_page_by_page() -> None:
    draft = Draft("a")
    pages = [below([f"Sentence {'w' + 'ab'[at % 2] * (1 + at)} of a page."]) for at in range(48)]
    arriving = read(pdf(*pages), draft)
    next(arriving)
    assert draft.share < 0.1
    assert len(list(arriving)) == len(pages) - 1
