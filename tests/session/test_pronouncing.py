"""A person says how a word is to be said."""

from pathlib import Path

import pytest

from reader.session import pronouncing as said
from reader.session.notices import Notices
from reader.session.pronouncing import Pronouncing
from reader.store.own_words import OwnWordsFile
from reader.store.pronunciation import bundled_wordings


class Desk:
    """A person with a folder for their words."""

    def __init__(self, folder: Path) -> None:
        self.file = OwnWordsFile(folder / "own-words.json")
        self.notices = Notices()
        self.tried: list[str] = []
        self.begin()

    def begin(self) -> None:
        """Open the reader, perhaps again."""
        self.pronouncing = Pronouncing(bundled_wordings, self.file, self.notices)
        self.pronouncing.tried.connect(self.tried.append)

    def hear(self, text: str) -> str:
        """Return what is said for a text."""
        return self.pronouncing.utterance(text).text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a person's desk."""
    return Desk(tmp_path)


def test_a_word_is_said_as_wished_from_then_on(desk: Desk) -> None:
    """Also after the window was closed."""
    changes: list[None] = []
    desk.pronouncing.changed.connect(lambda: changes.append(None))
    assert desk.pronouncing.add(" Siân ", "sharn")
    assert desk.notices.text == said.KEPT
    assert len(changes) == 1
    desk.begin()
    assert desk.hear("Then Siân rested.") == "Then sharn rested."
    assert desk.pronouncing.words() == (("Siân", "sharn"),)


def test_undo_takes_a_new_word_off_and_brings_an_old_one_back(desk: Desk) -> None:
    """Whether it was added, changed or taken off."""
    desk.pronouncing.add("POTS", "pots")
    desk.pronouncing.add("pots", "pee oh tee ess")
    assert desk.pronouncing.words() == (("pots", "pee oh tee ess"),)
    desk.notices.undo()
    assert desk.hear("POTS") == "pots"
    desk.pronouncing.remove("POTS")
    assert desk.hear("POTS") == "POTS"
    desk.notices.undo()
    assert desk.hear("POTS") == "pots"
    assert desk.notices.text == said.BACK


NONSENSE = {
    ("", "pots"): said.NO_WORD,
    ("POTS", " \n"): said.NO_LIKE,
    ("POTS", "!!"): said.NOT_SAYABLE,
    ("—", "dash"): said.NOT_SAYABLE,
    ("POTS", "p" * 81): said.TOO_LONG,
}


@pytest.mark.parametrize(("typed", "kind"), NONSENSE.items())
def test_what_makes_no_sense_gets_a_kind_sentence(desk: Desk, typed: tuple[str, str], kind: str) -> None:
    """And nothing is kept."""
    assert not desk.pronouncing.add(*typed)
    assert desk.notices.text == kind
    assert desk.pronouncing.words() == ()


def test_a_word_can_be_tried_before_it_is_kept(desk: Desk) -> None:
    """As typed; without that, as it is said now; and with nothing typed a sentence helps."""
    desk.pronouncing.try_it("POTS", "pots")
    desk.pronouncing.try_it("ME/CFS", "")
    desk.pronouncing.try_it("", " ")
    assert desk.tried == ["pots", "M E CFS"]
    assert desk.notices.text == said.NO_WORD
    assert desk.pronouncing.words() == ()


def test_what_the_disk_refuses_is_still_said_so_until_the_window_closes(desk: Desk, tmp_path: Path) -> None:
    """The place of the file is taken by a folder."""
    (tmp_path / "own-words.json").mkdir()
    assert not desk.pronouncing.add("POTS", "pots")
    assert desk.hear("POTS") == "pots"
    assert "could not be kept" in desk.notices.text


def test_words_that_could_not_be_read_are_told(desk: Desk, tmp_path: Path) -> None:
    """In one sentence for the quiet line."""
    (tmp_path / "own-words.json").write_text("{")
    desk.begin()
    assert desk.pronouncing.about_kept.startswith("Your own words could not be read.")
