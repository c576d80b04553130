"""The piece, its meanings and the quiet line, as a screen reader meets and hears them (R34)."""

from collections.abc import Callable

import pytest

from reader.formats.shelf import Shelf
from reader.model.level import Level
from reader.text.chunks import chunks
from tests.tree.bus import Signal
from tests.tree.outside import (
    EDITABLE,
    ESCAPE,
    F7,
    MULTI_LINE,
    PAGE_DOWN,
    READ_ONLY,
    RIGHT,
    SPACE,
    TAB,
    Outside,
)

pytestmark = pytest.mark.tree

PIECE = "Article text"


@pytest.fixture(scope="module")
def pieces() -> list[str]:
    """Return the pieces of the first article, from its own file."""
    return [chunk.text for chunk in chunks(next(Shelf().documents()), Level.SHORT)]


def told(text: str) -> Callable[[Signal], bool]:
    """Return a test for the signal that makes a screen reader say this text."""
    return lambda signal: "accessible-description" in signal.arguments and text in signal.arguments[3]


def shows(app: Outside, text: str) -> None:
    app.until(lambda: plain(app.find(PIECE).text) == plain(text), f"the piece {text[:30]!r}")


def plain(text: str) -> str:
    """Return a text as Qt hands it out: a paragraph's end is a newline, a no-break space a space."""
    return text.replace("\u00a0", " ").replace("\u2029", "\n")


def test_the_piece_is_one_read_only_text_named_for_what_it_is(article, pieces):
    piece = article.find(PIECE)
    assert (piece.role, piece.has(READ_ONLY), piece.has(EDITABLE)) == ("text", True, False)
    assert piece.has(MULTI_LINE)
    assert piece.text.replace("\u00a0", " ") == pieces[0].replace("\u00a0", " ")
    assert [node.name for node in article.window.below() if node.is_text] == [PIECE]
    assert article.until(article.focus, "the focus") == piece


def test_each_piece_is_the_text_of_the_article_in_its_order(article, pieces):
    for text in pieces[:6]:
        shows(article, text)
        article.key(SPACE)


def test_a_new_piece_is_heard_once_with_the_caret_at_its_beginning(article, pieces):
    shows(article, pieces[0])
    article.key(SPACE)
    shows(article, pieces[1])
    heard = article.heard(lambda: article.key(SPACE), told(pieces[2].split("\n")[0]))
    piece = article.find(PIECE)
    assert count(heard, "accessible-description", pieces[2].split("\n")[0]) == 1
    assert count(heard, "insert", "") == 1
    assert [signal.arguments[1] for signal in heard if signal.member == "TextCaretMoved"] == [0]
    assert (piece.caret, article.focus()) == (0, piece)


def count(heard: list[Signal], kind: str, text: str) -> int:
    return sum(kind in signal.arguments and text in str(signal.arguments[3]) for signal in heard)


def test_next_is_heard_too_while_the_focus_stays_on_it(article, pieces):
    while article.until(article.focus, "the focus").name != "Next":
        tabbed = article.focus()
        article.key(TAB)
        article.until(lambda before=tabbed: article.focus() not in (before, None), "the next stop")
    heard = article.heard(lambda: article.key(SPACE), told(pieces[1]))
    assert count(heard, "accessible-description", pieces[1]) == 1
    assert article.focus().name.startswith("Next")


def test_what_was_told_is_not_heard_again_when_the_focus_comes_back(article, pieces):
    article.heard(lambda: article.key(SPACE), told(pieces[1]))
    article.key(TAB)
    article.until(lambda: article.focus() not in (None, article.find(PIECE)), "another focus")
    assert article.find(PIECE).description == ""


def test_words_moves_the_focus_to_the_meanings_and_esc_gives_it_back(article):
    shows_words(article)
    article.key(ESCAPE)
    article.until(lambda: article.focus() == article.find(PIECE), "the focus on the piece")


def test_close_gives_the_focus_back_too(article):
    shows_words(article)
    article.find("Close").press()
    article.until(lambda: article.focus() == article.find(PIECE), "the focus on the piece")


def shows_words(article: Outside) -> None:
    article.key(SPACE)
    article.find("Words of this piece").press()
    meanings = article.until(lambda: has_focus(article, "Words of this piece", "text"), "the meanings")
    assert (meanings.role, meanings.has(READ_ONLY), meanings.caret) == ("text", True, 0)
    assert "cytokine" in meanings.text
    assert "A chemical message" in meanings.text


def has_focus(app: Outside, name: str, role: str):
    focus = app.focus()
    return focus if focus and (focus.name, focus.role) == (name, role) else None


def test_a_message_of_the_quiet_line_is_a_named_label_and_heard_once(article):
    said = "Bookmarked. You can find it in the menu."
    heard = article.heard(article.find("Bookmark").press, told(said))
    assert count(heard, "accessible-description", said) == 1
    assert article.find(said, "label")
    assert article.find("Undo", "push button")


def test_a_button_says_what_it_would_do_now(article):
    article.find("Bookmark").press()
    assert article.find("Bookmarked", "push button")


def test_with_a_screen_reader_arrows_move_the_caret_and_the_page_keys_still_turn(article, pieces):
    shows(article, pieces[0])
    article.key(RIGHT)
    article.until(lambda: article.find(PIECE).caret == 1, "the caret one letter on")
    article.key(PAGE_DOWN)
    shows(article, pieces[1])
    assert article.find(PIECE).caret == 0


def test_without_a_screen_reader_arrows_turn_until_f7(start, pieces):
    app = start(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="0")
    app.find("Start").press()
    app.find("Read the first one").press()
    shows(app, pieces[0])
    app.key(RIGHT)
    shows(app, pieces[1])
    app.key(F7)
    app.find("Arrows move within the text. Shift and Enter explain the word. F7 ends that.", "label")
    app.key(RIGHT)
    app.until(lambda: app.find(PIECE).caret == 1, "the caret one letter on")
    shows(app, pieces[1])
