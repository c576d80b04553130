"""A zip file from outside is looked at before anything of it is unpacked."""

import pytest

from reader.formats import archive
from reader.formats.archive import Archive
from reader.formats.refusals import Unfit
from tests.formats.attacks import lying, overlapping
from tests.formats.word_files import zipped

BLANKS = " " * 5_000_000


def test_an_honest_one_gives_its_files() -> None:
    held = Archive(zipped({"a.txt": "words", "b/c.txt": "more"}))
    assert held.names == ("a.txt", "b/c.txt")
    assert held.read("b/c.txt") == b"more"
    with pytest.raises(KeyError):
        held.read("none.txt")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"PK\x03\x04 and no more", "is damaged", id="cut"),
        pytest.param(zipped({"a": BLANKS}), "is packed too tightly", id="tight"),
        pytest.param(
            overlapping(zipped({"a.xhtml": "words"}), archive.MEMBERS), "holds too much", id="a crowd"
        ),
        pytest.param(lying(zipped({"a": "words"}), b"a", 2**31), "holds too much", id="much, as it says"),
    ],
)
def test_one_that_was_made_to_harm_is_declined_unread(content: bytes, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        Archive(content)


def test_one_that_says_less_than_it_holds_is_read_no_further() -> None:
    held = Archive(lying(zipped({"a": BLANKS}), b"a", 100))
    with pytest.raises(Unfit, match="is damaged"):
        held.read("a")


def test_one_file_has_its_own_limit() -> None:
    with pytest.raises(Unfit, match="too much in one place"):
        Archive(zipped({"a": "many words"})).read("a", largest=5)


def test_a_page_of_blanks_is_no_harm() -> None:
    assert Archive(zipped({"a": " " * archive.SMALL})).read("a")
