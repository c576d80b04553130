"""What of a web page is its text: pages as sites lay them out, without a word that says so."""

import pytest

from reader.formats.parsing import parse
from reader.model.document import Kind

FIRST = "I rested for an hour before noon, and for two hours after it, as the nurse had told me to do."
SECOND = "It helped more than I had thought it would, though I had not believed her when she said so."
THIRD = "Since then I have done it on each day of the week, and on Sundays I lie down once more at five."
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
CARD = f"<div><a href=/n><h3>Another day</h3><p>{SECOND}</p></a></div>"
WORDS = [FIRST, SECOND, THIRD]


def texts(body: str, title: str = "Rest | The Journal") -> list[str]:
    """Return the texts of the blocks of a page."""
    page = f"<!DOCTYPE html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    return [block.text for block in parse("html", page, "page.html").blocks]


@pytest.mark.parametrize(
    "around",
    [
        pytest.param(
            "<div class=a><a href=/>Home</a> <a href=/b>Shop</a> <a href=/c>About us</a></div>{0}",
            id="a menu above",
        ),
        pytest.param(
            "{0}<div class=a><a href=/>Help</a> <a href=/b>Jobs</a> <a href=/c>Terms</a></div>", id="below"
        ),
        pytest.param(
            "{0}<div class=a><h3>Never miss a letter</h3><form><input type=email><b>Join</b></form></div>",
            id="what asks for an address",
        ),
        pytest.param(
            "<div class=a><p>This site uses cookies. By going on you agree.</p><b>Fine</b></div>{0}",
            id="cookies",
        ),
        pytest.param("{0}<section>" + CARD * 9 + "</section>", id="cards that lead away"),
    ],
)
def test_what_surrounds_a_text_is_known_by_what_it_holds_or_is_called(around: str) -> None:
    assert texts(around.format(f"<div>{TEXT}</div>")) == WORDS


@pytest.mark.parametrize(
    "around",
    [
        pytest.param(
            "<main><h2>On this page</h2><ul><li><a href='#a'>Before</a><li><a href='#b'>After</a></ul>{0}"
            "<p id=a></p><p id=b></p></main>",
            id="a list of contents",
        ),
        pytest.param(
            "{0}<div class=blog-footer><p>A charity since 1901</p></div>", id="the foot of the page"
        ),
        pytest.param("{0}<div class=teaserTrending><p>A new book</p></div>", id="a name of two words"),
        pytest.param("{0}<div data-testid=related-links><p>Another day</p></div>", id="a name for testers"),
    ],
)
def test_a_leaflet_too_short_to_choose_from_comes_without_what_is_named(around: str) -> None:
    assert texts(around.format("<p>Lie down at noon.</p><p>Then sleep till two.</p>")) == [
        "Lie down at noon.",
        "Then sleep till two.",
    ]


def test_many_comments_below_a_short_text_go_though_they_are_most_of_the_page() -> None:
    comments = (
        f"<div class=comments>{''.join(f'<p>{word}</p>' for word in ('So true!', 'Thanks, Ann.') * 40)}</div>"
    )
    assert texts(f"<div><div class=entry>{TEXT}</div>{comments}</div>") == WORDS


@pytest.mark.parametrize(
    ("body", "arrived"),
    [
        pytest.param(
            "<p>Some <a class=popup href=#>say that</a> it may.</p>", ["Some say that it may."], id="a word"
        ),
        pytest.param("<div><div><div><h3>By day</h3></div></div></div>", ["By day"], id="a heading in a box"),
        pytest.param(
            "<div><embed src=a.swf><p>It rained.</p></div>", ["It rained."], id="what follows a film"
        ),
        pytest.param(
            "<ul><li>Her book: <a href=/b>On resting in bed</a></ul>",
            ["Her book: On resting in bed"],
            id="a list",
        ),
        pytest.param("<div class=contact><p>Call 0123 456.</p></div>", ["Call 0123 456."], id="how to call"),
        pytest.param(
            "<figure><div role=button><img src=a.jpg alt='My bed'></div></figure>", ["My bed"], id="a picture"
        ),
        pytest.param(
            "<aside><blockquote>Rest is work.</blockquote></aside>", ["Rest is work."], id="a quote"
        ),
    ],
)
def test_what_stands_within_a_text_stays(body: str, arrived: list[str]) -> None:
    found = texts(f"<main><div><p>{FIRST}</p>{body}<p>{SECOND}</p><p>{THIRD}</p></div></main>")
    assert found == [FIRST, *arrived, SECOND, THIRD]


@pytest.mark.parametrize(
    "body",
    [
        "<form><h3>Our newsletter</h3><p>Sign up for our best texts, at seven.</p></form>",
        "<p>Full size table</p>",
        "<p>Article continues below</p>",
        "<p>5 min read</p>",
    ],
)
def test_what_stands_within_a_text_and_wants_something_goes(body: str) -> None:
    assert texts(f"<main><div><p>{FIRST}</p>{body}<p>{SECOND}</p><p>{THIRD}</p></div></main>") == WORDS


def test_what_stands_between_the_heading_and_the_text_is_the_authors() -> None:
    top = (
        "<div><h1>Rest</h1></div><div><h2>A year of it</h2></div>"
        "<div><p>By Ann Lee</p><p>What a woman from Leeds has learned in bed.</p></div>"
        "<div><figure><img src=a.jpg alt='A bed'><figcaption>My bed.</figcaption></figure></div>"
    )
    found = texts(f"<main>{top}<div><div>{TEXT}</div></div></main>")
    assert found[:3] == ["Rest", "A year of it", "What a woman from Leeds has learned in bed."]
    assert "My bed." in found[3]
    assert found[4:] == WORDS


def test_a_heading_is_shown_once_though_the_page_has_it_twice() -> None:
    found = texts(f"<div><h1>Rest</h1></div><article><h1>Rest</h1>{TEXT}</article>")
    assert found == ["Rest", *WORDS]


def test_a_beginning_in_a_place_of_its_own_is_not_lost() -> None:
    body = f"<h1>Rest</h1><div class=intro><p>{FIRST}</p></div><div class=rest>{TEXT * 3}</div>"
    assert texts(f"<div>{body}</div>")[:2] == ["Rest", FIRST]


def test_what_stands_above_the_heading_of_an_article_goes_if_it_is_short() -> None:
    assert texts(f"<article><ul><li>Research<li>Open</ul><h1>Rest</h1>{TEXT}</article>") == ["Rest", *WORDS]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param("<header><h1>The Journal</h1></header><h1>Rest</h1>{0}", "Rest | The Journal", id="two"),
        pytest.param(
            "<div><h1>Rest at noon: a study</h1></div><article>{0}</article>",
            "Rest at noon - PMC",
            id="with more words",
        ),
        pytest.param(
            "<div><h2><a href=/t>Rest</a></h2></div><main>{0}</main>", "Rest · Forum", id="a lesser one"
        ),
    ],
)
def test_the_heading_of_the_text_is_found(body: str, title: str) -> None:
    found = texts(body.format(f"<div>{TEXT}</div>"), title)
    assert found[0].startswith("Rest")
    assert found[1:] == WORDS


def test_a_short_list_of_links_in_an_article_is_the_authors() -> None:
    links = "<ul><li><a href=/a>One</a><li><a href=/b>Two</a><li><a href=/c>Three</a></ul>"
    assert texts(f"<article>{TEXT}{links}</article>") == [*WORDS, "One", "Two", "Three"]


def test_a_heading_of_a_leaflet_that_no_title_tells_of_stays() -> None:
    assert texts("<header><h1>Lying down</h1></header><p>At noon, and again at two.</p>", "x") == [
        "Lying down",
        "At noon, and again at two.",
    ]


def test_a_list_of_links_comes_whole() -> None:
    links = "".join(
        f"<li><a href='https://a.b/{name}'>{name}</a>" for name in ("One", "Two", "Three", "Four")
    )
    assert texts(f"<h1>To read</h1><ul>{links}</ul>") == ["To read", "One", "Two", "Three", "Four"]


def test_where_the_text_is_in_many_places_the_main_part_comes_whole_and_nothing_else() -> None:
    posts = "".join(f"<div class=b{n}><div><p>{text}</p></div></div>" for n, text in enumerate(WORDS * 2))
    menu = "<div><ul><li><p>Sleep, and what is good for it</p><li><p>Food, and who may eat it</p></ul></div>"
    assert texts(f"{menu}<div role=main><h2>Letters</h2>{posts}</div>{menu}") == ["Letters", *WORDS, *WORDS]


def test_the_notes_of_a_page_from_word_arrive() -> None:
    mark = "<a href='#_ftn1' name='_ftnref1'>[1]</a>"
    note = "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> As she wrote.</p></div>"
    page = f"<div><p>{FIRST}{mark}</p><p>{SECOND}</p><p>{THIRD}</p></div><div><hr>{note}</div>"
    blocks = parse("html", f"<body>{page}</body>", "letter.html").blocks
    assert [block.text for block in blocks if block.kind is Kind.NOTE] == ["As she wrote."]


def test_a_list_of_references_is_no_menu() -> None:
    names = (
        "Ann Lee. What I learned in bed. Leeds, 2019.",
        "Ben Hill. On lying down. York, 2021.",
        "C. Moss. 2020.",
    )
    references = "".join(f"<li><a href='https://a.b/{len(name)}'>{name}</a>" for name in names)
    table = "<table><tr><td>a</td><td>b</td></tr></table>"
    page = f"<div><p>{FIRST}</p></div>{table}<div><p>{SECOND * 4}</p></div><ol>{references}</ol>"
    assert texts(page)[-3:] == list(names)


def test_a_page_with_many_drawn_signs_is_no_deep_one() -> None:
    signs = f"<svg>{'<path d=M0/>' * 300}</svg>"
    menu = f"<div>{signs}<a href=/>Home</a> <a href=/b>Shop</a> <a href=/c>About us</a></div>"
    assert texts(f"{menu}<div>{TEXT}</div>") == WORDS
