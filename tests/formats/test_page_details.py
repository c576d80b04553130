"""What a web page says of itself: people, days, languages and names, wherever sites write them."""

import json

import pytest

from reader.formats.parsing import parse
from reader.model.document import Document


def opened(head: str = "", body: str = "<p>Rest.</p>", root: str = "html") -> Document:
    """Return the document that a page becomes."""
    return parse(
        "html", f"<!DOCTYPE html><{root}><head>{head}</head><body>{body}</body></html>", "saved.html"
    )


def meta(name: str, *said: str) -> str:
    """Return notes of a page's head."""
    return "".join(f"<meta name='{name}' content='{one}'>" for one in said)


def linked(author: object) -> str:
    """Return what a page says in JSON-LD."""
    return f"<script type='application/ld+json'>{json.dumps({'author': author})}</script>"


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (meta("author", "admin"), "", ""),
        (meta("author", "https://a.b/ann"), "", ""),
        (meta("author", "www.a.org"), "", ""),
        (meta("author", "The Journal") + meta("og:site_name", "The Journal"), "", ""),
        (meta("author", "By Ann Lee"), "", "Ann Lee"),
        (meta("author", "admin"), "<p class=byline>By Ann Lee, editor</p>", "Ann Lee"),
        (meta("citation_author", "Lee, Ann", "Hill, Ben"), "", "Ann Lee, Ben Hill"),
        (meta("citation_author", *(f"Lee, {name}" for name in "ABCDEF")), "", "A Lee et al."),
        (linked({"@type": "Organization", "name": "The Journal"}), "", ""),
        (linked([{"@type": "Person", "name": "Ann Lee"}, "Ben Hill"]), "", "Ann Lee, Ben Hill"),
        (meta("author", "A Publisher") + linked([{"@type": "Person", "name": "Ann Lee"}]), "", "Ann Lee"),
        (meta("author", "Ann Lee") + linked([{"@type": "Person", "name": "annlee"}]), "", "Ann Lee"),
        ("", "<p>By <a rel=author href=/a>Ann Lee</a></p>", "Ann Lee"),
        ("", "<span itemprop=author><b>Ann Lee</b> | Health</span>", "Ann Lee"),
        ("", "<p class=byline>Updated at noon</p>", ""),
    ],
)
def test_an_author_is_a_person(head: str, body: str, author: str) -> None:
    assert opened(head, f"{body}<p>Rest.</p>").source.author == author


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (meta("date", "2026-03-30T10:00:00Z"), "", "2026-03-30"),
        (meta("date", "20260330T100000+0100"), "", "2026-03-30"),
        (meta("date", "Mar 30, 2026"), "", "2026-03-30"),
        (meta("date", "3 March 2026"), "", "2026-03-03"),
        (meta("date", "March 2026"), "", "March 2026"),
        ("", "<time itemprop=datePublished datetime=2026-03-30>last week</time>", "2026-03-30"),
        ("", "<time datetime=2020-01-01>another text</time>", ""),
    ],
)
def test_a_day_is_written_in_one_way(head: str, body: str, day: str) -> None:
    assert opened(head, f"{body}<p>Rest.</p>").source.date == day


@pytest.mark.parametrize(
    ("title", "body", "called"),
    [
        ("Rest | The Journal", "<p>x</p>", "Rest"),
        ("Rest - a year", "<p>x</p>", "Rest - a year"),
        ("A year of rest in Leeds - The Journal", "<p>x</p>", "A year of rest in Leeds"),
        (
            "python - How to rest? - A Forum",
            "<div><h1><a href=/q>How to rest?</a></h1></div>",
            "How to rest?",
        ),
        ("Rest - by Ann - Letters", "<h1>Letters</h1><h1>Rest</h1>", "Rest"),
        ("Rest - PMC", "<main><h1>Rest: a survey</h1></main>", "Rest - PMC"),
        (
            "Resting at noon - a year - PMC",
            "<main><h1>Resting at noon - a year: how</h1></main>",
            "Resting at noon - a year: how",
        ),
    ],
)
def test_a_title_is_without_the_name_of_the_site(title: str, body: str, called: str) -> None:
    assert opened(f"<title>{title}</title>", body).title == called


def test_the_language_may_stand_at_the_body_or_at_the_article() -> None:
    assert opened(root="html", body="<article lang=fr><p>Rest.</p></article>").language == "fr"
    assert (
        parse("html", "<html><body lang=EN-GB><p>Rest.</p></body></html>", "letter.htm").language == "EN-GB"
    )
