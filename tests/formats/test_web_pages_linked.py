"""What stays of a web page though a library takes it for links, or its name for something of the site's."""

import pytest

from reader.formats.parsing import parse
from reader.model.document import Kind

LONG = "I rested for an hour before noon, and for two hours after it, as the nurse had told me to do."
SHORT = "That happens."


def page(body: str) -> list[tuple[Kind, str]]:
    """Return the kinds and texts of the blocks of a page."""
    html = f"<!DOCTYPE html><html lang=en><head><title>Rest</title></head><body>{body}</body></html>"
    return [(block.kind, block.text) for block in parse("html", html, "page.html").blocks]


def texts(body: str) -> list[str]:
    return [text for _, text in page(body)]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("<h2><a name=_Toc{0}>Why {0}?</a></h2>", id="a place, as in Word and DocBook"),
        pytest.param("<h2><a id=a{0}>Why {0}?</a></h2>", id="a place by its id"),
        pytest.param("<h2 id=a{0}><a href=#a{0}>Why {0}?</a></h2>", id="a link to itself"),
        pytest.param("<h2 id=a{0}><a href=https://a.org/b#a{0}>Why {0}?</a></h2>", id="as a browser saves"),
        pytest.param("<div class=titlepage><h2><a name=a{0}>Why {0}?</a></h2></div>", id="in a box"),
        pytest.param("<h2><a href=https://a.org/{0}>Why {0}?</a></h2>", id="a link away, over a paragraph"),
    ],
)
def test_a_heading_stays_over_its_text_though_it_is_a_link(heading: str) -> None:
    body = "".join(f"{heading.format(number)}<p>{LONG}</p><p>{SHORT}</p>" for number in range(3))
    found = page(f"<h1><a name=top>Rest</a></h1><p>{LONG}</p>{body}")
    assert [text for kind, text in found if kind is Kind.HEADING] == ["Rest", "Why 0?", "Why 1?", "Why 2?"]


@pytest.mark.parametrize("sign", ["¶", "#", "§", "🔗"])
def test_the_sign_for_copying_where_a_heading_stands_is_no_word_of_it(sign: str) -> None:
    assert "Food" in texts(f"<h1>Rest</h1><p>{LONG}</p><h2 id=b>Food <a class=anchor href=#b>{sign}</a></h2>")


def test_one_heading_of_several_stays_though_it_leads_away() -> None:
    body = f"<h2>Sleep</h2><p>{LONG}</p><h2><a href=https://a.org/>Food</a></h2><ul><li>Soup<li>Bread</ul>"
    assert "Food" in texts(f"<h1>Rest</h1><p>{LONG}</p>{body}<h2>Light</h2><p>{LONG}</p>")


@pytest.mark.parametrize(
    ("paragraph", "arrived"),
    [
        (
            "Take <b><span class=remark>never more than two</span></b> a day.",
            "Take never more than two a day.",
        ),
        ("<strong><span class=header3>A warning</span></strong>", "A warning"),
        ("<span class=footer-note>This is the second dose.</span>", "This is the second dose."),
        ("<i><span class=extra>Slowly.</span></i>", "Slowly."),
    ],
)
def test_no_word_of_a_paragraph_goes_because_of_its_name(paragraph: str, arrived: str) -> None:
    assert arrived in texts(f"<div><h1>Rest</h1><p>{LONG}</p><p>{paragraph}</p><p>{LONG}</p></div>")


def test_no_word_of_a_heading_goes_because_of_its_name() -> None:
    heading = "<h2><span class=section-header>What to avoid</span></h2>"
    found = page(f"<div><h1>Rest</h1><p>{LONG}</p>{heading}<p>{LONG}</p></div>")
    assert (Kind.HEADING, "What to avoid") in found


def test_a_note_of_a_word_processor_is_shown_on_demand() -> None:
    mark = "<a href=#_ftn1 name=_ftnref1><span class=MsoFootnoteReference>[1]</span></a>"
    note = "<a href=#_ftnref1 name=_ftn1><span class=MsoFootnoteReference>[1]</span></a> Said in a letter."
    text = f"<p>{LONG}</p><p>Rest gives the body time{mark}. {LONG}</p><p>{LONG}</p>"
    found = page(f"<div>{text}<div><div id=ftn1><p class=MsoFootnoteText>{note}</p></div></div></div>")
    assert (Kind.PARAGRAPH, f"Rest gives the body time[1]. {LONG}") in found
    assert (Kind.NOTE, "Said in a letter.") in found


ADDRESSES = (
    "<ul><li><p>A charity: <a href=https://a.org>https://a.org</a></p></li>"
    "<li><p>Another: <a href=https://b.org>https://b.org</a></p></li></ul>"
)


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param(f"<h2>Who can help</h2><div class=itemizedlist>{ADDRESSES}</div>", id="in a box"),
        pytest.param(f"<div><h2>Who can help</h2></div>{ADDRESSES}", id="below a heading in a box"),
        pytest.param(f"<dl><dt>Who can help</dt><dd>{ADDRESSES}</dd></dl>", id="what a word stands for"),
    ],
)
def test_where_to_find_help_stays_in_a_text(listed: str) -> None:
    found = texts(f"<div><h1>Rest</h1><p>{LONG}</p><p>{LONG}</p>{listed}<p>{LONG}</p><p>{LONG}</p></div>")
    assert found[3:6] == ["Who can help", "A charity: https://a.org", "Another: https://b.org"]
