"""A person reads what they have copied somewhere else."""

import pytest

from reader.session.copying import Copied


@pytest.mark.parametrize("letters", ["", "  \n"])
def test_an_empty_clipboard_holds_nothing(letters: str) -> None:
    assert Copied(letters).is_empty


def test_some_programs_copy_html_alone() -> None:
    assert not Copied("", "<p>Words.</p>").is_empty
    assert Copied("", '<img src="a.png">').is_empty


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
