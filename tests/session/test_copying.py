"""A person reads what they have copied somewhere else."""

import pytest

from reader.session.copying import ADDRESS, FILE, NO_WORDS, NOTHING, Copied


@pytest.mark.parametrize("letters", ["", "  \n"])
def test_an_empty_clipboard_holds_nothing(letters: str) -> None:
    assert Copied(letters).hindrance == NOTHING


def test_some_programs_copy_html_alone() -> None:
    assert Copied("", "<p>Words.</p>", is_anything=True).hindrance == ""


def test_a_picture_holds_no_words() -> None:
    assert Copied(is_anything=True).hindrance == NO_WORDS
    assert Copied("", '<img src="a.png">', is_anything=True).hindrance == NO_WORDS


@pytest.mark.parametrize(
    "letters",
    [
        "https://example.org",
        "  http://example.org/a/b?c=d#e\n",
        "<https://example.org>",
        "HTTPS://Example.org/One HTTPS://Example.org/Two",
        "www.example.org/leaflet",
        "nurse@clinic.example.org",
        "mailto:nurse@example.org",
    ],
)
def test_an_address_alone_is_no_text(letters: str) -> None:
    assert Copied(letters, f'<a href="{letters}">{letters}</a>').hindrance == ADDRESS
    assert Copied("", f'<a href="x">{letters.strip("<>")}</a>').hindrance == ADDRESS


def test_a_file_that_was_copied_is_to_be_opened() -> None:
    assert Copied("file:///home/me/leaflet.pdf", is_anything=True).hindrance == FILE


@pytest.mark.parametrize(
    "letters",
    ["Rest", "and/or", "e.g.", "See https://example.org", "@example", "me@home", "www.", "Rest: www.a.org"],
)
def test_words_are_a_text_and_so_are_words_with_an_address(letters: str) -> None:
    assert Copied(letters).hindrance == ""


def test_plain_words_are_plain_text() -> None:
    copied = Copied("A first line\n\nand more")
    assert (copied.kind, copied.content, copied.title) == (
        "plain",
        b"A first line\n\nand more",
        "A first line",
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <b>word</b></p>",
        "<html><body><!--StartFragment--><p>One <b>word</b></p><!--EndFragment--></body></html>",
        "<HTML><head><style>p {}</style></head><BODY lang=en><p>One <b>word</b></p></BODY></HTML>",
    ],
)
def test_of_a_page_only_what_was_chosen_counts(html: str) -> None:
    copied = Copied("One word", html)
    assert (copied.kind, copied.content) == ("fragment", b"<p>One <b>word</b></p>")


def test_a_long_first_line_makes_a_short_title() -> None:
    title = Copied("\n" + "many words " * 20).title
    assert title.startswith("many words")
    assert title.endswith("…")
    assert len(title) <= 60


def test_a_letter_that_is_none_does_no_harm() -> None:
    assert Copied("half \ud83d").content == b"half ?"
