"""Tables in markup: a line for each row, unless the table only lays out a page."""

import pytest

from reader.formats import markup


def seen(html: str) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    return [(block.kind.value, block.text) for block in markup.blocks(html)]


def test_a_table_has_a_line_for_each_row() -> None:
    html = (
        "<table><caption>Rests</caption><tr><th>When</th> <th> What </th></tr>\n"
        "<tr><td></td><td><p>one</p><p>two</p></td></tr><tr><td>a<br>b</td><td><ul><li>c</ul></td></tr></table>end"
    )
    assert seen(html) == [
        ("paragraph", "Rests"),
        ("table", "When | What\n | one two\na b | c"),
        ("paragraph", "end"),
    ]


LONG = "Rest gives the body time, and is what most people need more of than they know, week after week, then."


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<tr><td><p>a</p><p>b</p></td></tr><tr><td>c</td></tr>", ["a", "b", "c"], id="one column"
        ),
        pytest.param("<tr><td><h2>a</h2>b</td><td>c</td></tr>", ["a", "b", "c"], id="with headings"),
        pytest.param(
            "<tr><td>a</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr>",
            ["a", "1 | 2"],
            id="around a table",
        ),
        pytest.param(
            "<tr><td><p>Dr Day</p><p>1 Hill</p><p>Bath</p><p>BA1</p></td><td></td>"
            "<td><p>1 May</p><p>Page 1</p></td></tr>",
            ["Dr Day", "1 Hill", "Bath", "BA1", "1 May", "Page 1"],
            id="the head of a letter",
        ),
        pytest.param(
            f"<tr><td><p>{LONG}</p><p>a</p></td><td><p>{LONG}</p></td></tr>"
            f"<tr><td><p>{LONG}</p><p>b</p></td><td><p>{LONG}</p></td></tr>",
            [LONG, "a", LONG, LONG, "b", LONG],
            id="a newsletter",
        ),
    ],
)
def test_a_table_that_only_lays_out_a_page_is_none(html: str, expected: list[str]) -> None:
    assert [text for _, text in seen(f"<table>{html}</table>")] == expected


def test_a_small_table_is_one_though_each_cell_is_a_paragraph() -> None:
    rows = (("Test", "Result", "Normal"), ("Ferritin", "<b>12</b> µg/l", "15–150"), ("TSH", "", "0.4–4.0"))
    html = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    assert seen(f"<table>{html}</table>") == [
        ("table", "Test | Result | Normal\nFerritin | 12 µg/l | 15–150\nTSH |  | 0.4–4.0")
    ]


def test_a_small_table_is_one_though_a_few_cells_say_much() -> None:
    html = (
        "<tr><td><p>What</p></td><td><p>When</p></td></tr>"
        "<tr><td><p>Rest</p></td><td><p>noon</p><p>evening</p><p>night</p></td></tr>"
        f"<tr><td><p>Walk</p></td><td><p>{LONG}</p></td></tr>"
    )
    assert [kind for kind, _ in seen(f"<table>{html}</table>")] == ["table"]
