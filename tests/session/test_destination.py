"""A person says where a sound file goes."""

from pathlib import Path
from typing import Any

import pytest

from reader.ground.beside import AtOnce
from reader.ground.listing import item
from reader.session.browsing import Browsing
from reader.session.destination import THERE, Destination
from reader.session.notices import Notices
from reader.session.portions import Portion
from reader.speech.audio_file import MP3, WAVE

ARTICLE = Portion("This article", "Why: rest?", 100, 5, 1, tuple)


class FakeSaving:
    """Remembers which file it was asked to make."""

    kinds = (MP3, WAVE)

    def __init__(self) -> None:
        self.asked: list[Path] = []

    def save(self, portion: Portion, path: Path) -> None:
        assert portion is ARTICLE
        self.asked.append(path)
        path.touch()


class Story:
    """One who has chosen the article, and has a folder for music."""

    def __init__(self, home: Path, clock: Any) -> None:
        self.music = home / "Music"
        self.music.mkdir()
        self.saving, self.notices = FakeSaving(), Notices()
        usual = (item(self.music, is_folder=True),)
        browsing = Browsing(lambda: usual, lambda _: False, AtOnce(), self.notices, clock)
        self.to = Destination(self.saving, browsing, self.notices)
        self.to.choose(ARTICLE)
        self.to.begin()

    @property
    def asked(self) -> list[str]:
        return [str(path.relative_to(self.music.parent)) for path in self.saving.asked]


@pytest.fixture
def story(tmp_path: Path, clock: Any) -> Story:
    return Story(tmp_path, clock)


def test_one_press_saves_it_where_music_lies_as_the_usual_kind(story: Story) -> None:
    assert (story.to.name, story.to.kind) == ("Why rest", MP3)
    assert story.to.save()
    assert story.asked == ["Music/Why rest.mp3"]


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("to the clinic", "to the clinic.wav"),
        ("no. 1", "no. 1.wav"),
        ("by hand.MP3", "by hand.MP3"),
        ("../../etc/passwd", "etc passwd.wav"),
        ("  ", "Sound.wav"),
    ],
)
def test_an_own_name_keeps_to_the_folder_and_gets_an_ending(story: Story, typed: str, file: str) -> None:
    story.to.name, story.to.kind = typed, WAVE
    assert story.to.save()
    assert story.asked == [f"Music/{file}"]


def test_a_file_is_never_replaced_and_a_free_name_is_ready(story: Story) -> None:
    assert story.to.save()
    assert not story.to.save()
    assert (story.notices.text, story.to.name) == (THERE, "Why rest 2")
    assert story.to.save()
    story.to.name = "Why rest"
    assert not story.to.save()
    assert story.to.name == "Why rest 3"
    assert story.asked == ["Music/Why rest.mp3", "Music/Why rest 2.mp3"]


def test_the_kind_of_a_name_that_is_taken_is_kept(story: Story) -> None:
    (story.music / "talk.wav").touch()
    story.to.name = "talk.wav"
    assert not story.to.save()
    assert (story.to.name, story.to.kind) == ("talk 2", WAVE)


def test_among_the_usual_folders_there_is_no_place_for_a_file(story: Story) -> None:
    story.to.browsing.begin_anew()
    assert not story.to.save()
    assert story.asked == []


def test_the_folder_of_the_last_time_is_open_the_next_time(story: Story) -> None:
    story.to.browsing.up()
    story.to.choose(ARTICLE)
    story.to.begin()
    assert story.to.browsing.folder.path == story.music.parent
