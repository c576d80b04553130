"""What stays of a web page though a button, a field or a word in it looks like the site's."""

import pytest
from lxml import html

from reader.formats.html import titles
from reader.formats.parsing import parse

LONG = "I rested for an hour before noon, and for two hours after it, as the nurse had told me to do."
POEM = "The bed is warm,<br>the day is long,<br>I hear a bird,<br>and that is all."


def texts(body: str, title: str = "Rest") -> list[str]:
    """Return the texts of the blocks of a page."""
    page = f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    return [block.text for block in parse("html", page, "page.html").blocks]


@pytest.mark.parametrize(
    ("body", "arrived"),
    [
        pytest.param(
            "<div><h2>Our group</h2><p>We meet by telephone.</p><p>You may lie down.</p>"
            "<form><label>Your mail <input type=email></label></form></div>",
            ["Our group", "We meet by telephone.", "You may lie down."],
            id="an invitation",
        ),
        pytest.param(
            f"<div><p>{POEM}</p><input type=search></div>", [POEM.replace("<br>", "\n")], id="a poem"
        ),
        pytest.param(
            "<div><h2>To my carer</h2><p>The key is under the pot.</p>"
            "<form>Search <input type=search></form></div>",
            ["To my carer", "The key is under the pot."],
            id="a note to a carer",
        ),
        pytest.param(
            "<div><div><p>Try ear plugs.</p></div><div><p>Or wax.</p></div>"
            "<form><textarea></textarea><input type=search></form></div>",
            ["Try ear plugs.", "Or wax."],
            id="a thread",
        ),
        pytest.param(
            "<form><h2>Consent</h2><p>I agree to be seen at home.</p><p>I may stop at any time.</p>"
            "<label>Your mail <input type=email></label></form>",
            ["Consent", "I agree to be seen at home.", "I may stop at any time."],
            id="a form that is the text",
        ),
        pytest.param(
            f"<div><h3>By night</h3><p>{LONG[:70]}</p><p>This site uses cookies.</p></div>",
            ["By night", LONG[:70]],
            id="what stands above a notice of cookies",
        ),
        pytest.param(
            "<form><p>Sign up to be heard.</p><input type=email></form>",
            ["Sign up to be heard."],
            id="what asks is all there is",
        ),
    ],
)
def test_what_is_told_beside_a_field_stays(body: str, arrived: list[str]) -> None:
    found = texts(body)
    assert [text for text in found if not text.startswith("Your mail")] == arrived


@pytest.mark.parametrize(
    ("body", "arrived"),
    [
        pytest.param(
            "<form><ol><li>Can you sit up?<li>Can you read?</ol><input type=radio></form>",
            ["Can you sit up?", "Can you read?"],
            id="questions",
        ),
        pytest.param(
            "<div><h2>Sweets</h2><p>My daughter uses oat cookies.</p><p>Two are enough.</p></div>",
            ["Sweets", "My daughter uses oat cookies.", "Two are enough."],
            id="oat cookies",
        ),
        pytest.param(
            "<ul><li><span>We use rice cookies if wheat hurts.</span><li>Drink.</ul>",
            ["We use rice cookies if wheat hurts.", "Drink."],
            id="rice cookies",
        ),
        pytest.param(
            "<p>They say: we use cookies to improve your experience.</p>",
            ["They say: we use cookies to improve your experience."],
            id="of cookies",
        ),
        pytest.param(
            "<h3><button>May I rest</button></h3><p>Yes.</p>"
            "<button aria-expanded=true>Long?</button><p>Yes.</p>",
            ["May I rest", "Yes.", "Long?", "Yes."],
            id="questions to press",
        ),
        pytest.param(
            "<a href=dose.html><h3>How I dose</h3><p>I begin with half a pill.</p></a>",
            ["How I dose", "I begin with half a pill."],
            id="what is all a link",
        ),
    ],
)
def test_what_stands_between_two_paragraphs_stays(body: str, arrived: list[str]) -> None:
    assert texts(f"<main><div><p>{LONG}</p>{body}<p>{LONG}</p></div></main>") == [LONG, *arrived, LONG]


@pytest.mark.parametrize("said", ["Warning: this text tells of a death.", "For my mother, who waited."])
def test_what_is_said_above_the_heading_stays(said: str) -> None:
    assert texts(f"<article><p>{said}</p><h1>Rest</h1><p>{LONG * 3}</p></article>")[:2] == [said, "Rest"]


def test_a_page_may_be_called_like_a_button() -> None:
    assert texts("<h1>Menu</h1><p>Soup and bread.</p>", "Menu") == ["Menu", "Soup and bread."]


def test_for_whom_it_was_written_stays_below_the_heading() -> None:
    body = f"<div><h1>Rest</h1><p>For my mother, who waited.</p></div><article><p>{LONG * 3}</p></article>"
    assert texts(body)[:2] == ["Rest", "For my mother, who waited."]


def section(name: str, heading: str, more: str = "") -> str:
    return (
        f"<section id={name}{more}><h2>{heading}</h2><p>{LONG} It was about {heading.lower()}.</p></section>"
    )


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("related-work", "Related work"),
        ("feedback", "Feedback"),
        ("comments", "Comments"),
        ("sharing-of-data", "Sharing of data"),
    ],
)
def test_a_section_whose_id_is_made_of_its_heading_stays(name: str, heading: str) -> None:
    study = section("methods", "Methods") + section(name, heading) + section("results", "Results")
    assert f"{LONG} It was about {heading.lower()}." in texts(f"<h1>A study</h1>{study}", "A study")


def test_what_others_say_under_a_text_goes_though_it_has_a_heading() -> None:
    sections = section("methods", "Methods") + section("comments", "Comments", " class=comments-area")
    found = texts(f"<h1>A study</h1>{sections}", "A study")
    assert f"{LONG} It was about methods." in found
    assert f"{LONG} It was about comments." not in found


@pytest.mark.parametrize("paragraph", ["p", "div"])
def test_a_box_between_paragraphs_stays_and_a_column_beside_the_text_does_not(paragraph: str) -> None:
    told = f"<{paragraph}>{LONG}</{paragraph}>"
    box = f"<div class=sidebar><p><b>TIP</b> Begin low</p><div>{LONG} Then add a minute.</div></div>"
    column = f"<div class=sidebar><h3>About us</h3><div>{LONG} We write of it.</div></div>"
    main = f"<div><h1>Rest</h1>{told}<a name=x></a>{box}{box}{told}</div>"
    found = texts(f"{main}{column}")
    assert found.count(f"{LONG} Then add a minute.") == 2
    assert "TIP Begin low" in found
    assert f"{LONG} We write of it." not in found


def test_the_ways_of_a_manual_from_page_to_page_are_no_text() -> None:
    ways = "<ul class=docnav><li><a href=a.html>Prev</a><li><a href=b.html>Next</a></ul>"
    assert texts(f"{ways}<h1>Rest</h1><p>{LONG}</p>{ways}") == ["Rest", LONG]


def paragraphs(*sentences: int, more: str = "") -> str:
    """Return a box with paragraphs of so many sentences, `more` in the last one."""
    told = [" ".join([LONG] * count) for count in sentences]
    return f"<div>{''.join(f'<div>{each}</div>' for each in told[:-1])}<div>{told[-1]}{more}</div></div>"


def test_a_sentence_that_is_mostly_a_link_stays_among_the_paragraphs() -> None:
    link = "<a href=https://a.org/rest>http://www.a.org/rest/before-noon/and-after/strong.html</a>"
    sentence = f"<div>This is better told in the {link} by somebody else.</div>"
    parts = f"<div>{paragraphs(6, 5)}{paragraphs(7, 4)}{paragraphs(1, 2)}</div>"
    end = paragraphs(4, more=f"<pre>{'rest before noon and after it. ' * 7}</pre>")
    found = texts(f"<div><p>{LONG}</p><div>{LONG} {LONG}</div>{sentence}{parts}{end}</div>")
    assert any(text.startswith("This is better told in the") for text in found)


@pytest.mark.parametrize(("before", "called"), [(titles._HEADINGS - 1, "rest"), (titles._HEADINGS, None)])
def test_what_a_page_is_called_is_looked_for_in_its_first_headings(before: int, called: str | None) -> None:
    """An attack may have 200,000 of them, and all are looked through more than once."""
    tree = html.fromstring(f"<html><title>Rest</title><body>{'<h1>Go</h1>' * before}<h1>Rest</h1></html>")
    heading = titles.main_heading(tree)
    assert (heading if heading is None else titles.text(heading).casefold()) == called
