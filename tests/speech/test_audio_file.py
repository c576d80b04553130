"""A sound file that others can open: all its sound, and title and chapters where players look for them."""

import io
import math
import os
import struct
import subprocess
import sys
import wave
from array import array
from pathlib import Path

import pytest
import soundfile

from reader.ground.files import written_whole
from reader.speech import audio_file, id3, wave_file
from reader.speech.audio_file import MP3, WAVE, AudioFile, AudioFileError, Kind
from reader.speech.voice import Sound

ROOT = Path(__file__).parents[2]
RATE = 24000
TITLE = "The gut – β2 😀"
CHAPTERS = ("In short", "Der Därm", "The end")


def tone(seconds: float, rate: int = RATE) -> Sound:
    wanted = (int(8000 * math.sin(at / 20)) for at in range(int(seconds * rate)))
    return Sound(array("h", wanted).tobytes(), rate)


def written(kind: Kind) -> bytes:
    """Three chapters of one second each, with half a second before the second and the third."""
    file = io.BytesIO()
    with AudioFile(file, kind, TITLE, CHAPTERS) as audio:
        for index in range(3):
            audio.pause(0.5)
            audio.begin_chapter(index)
            audio.add(tone(1.0))
    return file.getvalue()


def riff(content: bytes) -> dict[bytes, bytes]:
    """Return the chunks of a WAV file, walked by their sizes to the very end."""
    assert content[:4] == b"RIFF"
    assert struct.unpack("<I", content[4:8])[0] == len(content) - 8
    return chunks(content[12:])


def chunks(content: bytes) -> dict[bytes, bytes]:
    found = {}
    while content:
        name, size = struct.unpack("<4sI", content[:8])
        name += content[8:12] if name == b"LIST" else b""
        while name in found:
            name += b"+"
        found[name] = content[8 : 8 + size]
        assert len(found[name]) == size
        content = content[8 + size + size % 2 :]
    return found


def frames(tag: bytes) -> list[tuple[bytes, bytes]]:
    """Return the frames of an ID3v2.3 tag or of a frame's inside."""
    found = []
    while tag:
        name, size, _ = struct.unpack(">4sIH", tag[:10])
        found.append((name, tag[10 : 10 + size]))
        tag = tag[10 + size :]
    return found


def size_of_tag(content: bytes) -> int:
    assert content[:6] == b"ID3\x03\0\0"
    assert max(content[6:10]) < 0x80
    return sum(byte << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))


def test_a_wav_file_holds_every_sample_its_title_and_its_chapters():
    content = written(WAVE)
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        silence = bytes(RATE)
        sound = tone(1.0).samples
        assert file.readframes(file.getnframes()) == sound + silence + sound + silence + sound
    found = riff(content)
    assert chunks(found[b"LISTINFO"][4:])[b"INAM"].decode() == TITLE + "\0"
    assert struct.unpack_from("<I", found[b"cue "]) == (3,)
    points = struct.iter_unpack("<II4sIII", found[b"cue "][4:])
    assert [(point[0], point[-1]) for point in points] == [(1, 0), (2, RATE * 3 // 2), (3, RATE * 3)]
    labels = chunks(found[b"LISTadtl"][4:]).values()
    assert [(label[0], label[4:].decode()) for label in labels] == [
        (number, f"{title}\0") for number, title in enumerate(CHAPTERS, 1)
    ]


def test_an_mp3_file_lasts_as_long_and_holds_its_title_and_its_chapters():
    content = written(MP3)
    with soundfile.SoundFile(io.BytesIO(content)) as file:
        assert (file.channels, file.samplerate) == (1, RATE)
        assert file.frames / RATE == pytest.approx(4.0, abs=0.1)
    size = size_of_tag(content)
    assert content[10 + size : 12 + size] == b"\xff\xf3", "the sound begins right behind the tag"
    (_, title), (_, contents), *chapters = frames(content[10 : 10 + size])
    assert title[1:].decode("utf-16") == TITLE
    assert contents == b"contents\0\x03\x03chapter1\0chapter2\0chapter3\0"
    told = []
    for name, chapter in chapters:
        assert name == b"CHAP"
        id_, _, rest = chapter.partition(b"\0")
        ((_, heading),) = frames(rest[16:])
        told.append((id_, *struct.unpack(">II", rest[:8]), heading[1:].decode("utf-16")))
    assert told == [
        (b"chapter1", 0, 1500, "In short"),
        (b"chapter2", 1500, 3000, "Der Därm"),
        (b"chapter3", 3000, 4000, "The end"),
    ]


def test_what_is_loud_stays_where_it_was_in_an_mp3_file():
    content = written(MP3)
    samples, _ = soundfile.read(io.BytesIO(content), dtype="float64")
    for second, loud in ((0.5, True), (1.25, False), (2.0, True), (2.75, False), (3.5, True)):
        around = samples[int((second - 0.1) * RATE) : int((second + 0.1) * RATE)]
        assert (float(abs(around).max()) > 0.1) is loud, second


def test_an_mp3_file_takes_about_as_much_room_as_is_said():
    content = io.BytesIO()
    with AudioFile(content, MP3, "", ()) as audio:
        for _ in range(10):
            audio.add(tone(1.0))
    assert len(content.getvalue()) == pytest.approx(10 * MP3.bytes_a_second, rel=0.1)


def test_a_table_of_contents_holds_255_chapters_and_the_last_one_the_rest():
    tag = id3.tag("", [str(number) for number in range(300)], range(301))
    found = [inside for name, inside in frames(tag[10:]) if name == b"CHAP"]
    assert len(found) == 255
    assert struct.unpack_from(">II", found[-1], len(b"chapter255\0")) == (254, 300)


def test_the_tag_keeps_its_size_whatever_the_times():
    assert len(id3.tag("a", ["b"], [0, 0])) == len(id3.tag("a", ["b"], [2**31, 2**32 - 1]))


def fill(kind: Kind, *sounds: Sound) -> None:
    with AudioFile(io.BytesIO(), kind, "", ()) as audio:
        for sound in sounds:
            audio.add(sound)


@pytest.mark.parametrize("kind", [WAVE, MP3])
def test_a_voice_that_changes_on_the_way_is_declined(kind: Kind):
    with pytest.raises(AudioFileError, match="The voice changed"):
        fill(kind, tone(0.1), tone(0.1, 22050))


@pytest.mark.parametrize("kind", [WAVE, MP3])
def test_a_file_without_a_word_is_declined(kind: Kind):
    with pytest.raises(AudioFileError, match="nothing here that can be said"):
        fill(kind)


def test_a_rate_that_mp3_does_not_know_is_declined():
    with pytest.raises(AudioFileError, match="A WAV file can hold it"):
        fill(MP3, tone(0.1, 12345))


def test_a_wav_file_never_grows_larger_than_its_sizes_can_say(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(wave_file, "LARGEST", 100_000)
    with pytest.raises(AudioFileError, match="too long for one WAV file"):
        fill(WAVE, tone(2.0), tone(1.0))


def test_without_the_library_only_wav_is_offered(monkeypatch: pytest.MonkeyPatch):
    assert audio_file.kinds() == (MP3, WAVE)
    monkeypatch.setattr(audio_file.importlib.util, "find_spec", lambda _name: None)
    assert audio_file.kinds() == (WAVE,)
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(AudioFileError, match="A WAV file can"):
        fill(MP3, tone(0.1))


FULL = """
import resource, sys
from pathlib import Path
from reader.ground.files import written_whole
from reader.speech.audio_file import AudioFile, is_full, kinds
from reader.speech.voice import Sound
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
path = Path(sys.argv[1])
kind = next(kind for kind in kinds() if kind.ending == path.suffix)
try:
    with written_whole(path) as file, AudioFile(file, kind, "Long", ["One"]) as audio:
        audio.begin_chapter(0)
        for _ in range(40):
            audio.add(Sound(bytes(range(250)) * 192, 24000))
except OSError as error:
    sys.exit(0 if is_full(error) else 1)
sys.exit(2)
"""


@pytest.mark.skipif(os.name != "posix", reason="the limit of a file's size is the system's")
@pytest.mark.parametrize("kind", [WAVE, MP3])
def test_where_the_disk_takes_no_more_the_old_file_stays_and_nothing_is_left_behind(
    kind: Kind, tmp_path: Path
):
    path = tmp_path / f"sound{kind.ending}"
    path.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", FULL, path], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", [WAVE, MP3])
def test_breaking_off_is_quiet_and_leaves_nothing(kind: Kind, tmp_path: Path):
    def break_off() -> None:
        with (
            written_whole(tmp_path / "sound") as file,
            AudioFile(file, kind, "", ()) as audio,
        ):
            audio.add(tone(1.0))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", [WAVE, MP3])
def test_a_chapter_without_a_word_has_its_mark_where_the_next_one_begins(kind: Kind):
    file = io.BytesIO()
    with AudioFile(file, kind, TITLE, CHAPTERS) as audio:
        audio.begin_chapter(1)
        audio.add(tone(1.0))
    content = file.getvalue()
    if kind is WAVE:
        points = struct.iter_unpack("<II4sIII", riff(content)[b"cue "][4:])
        assert [point[-1] for point in points] == [0, 0, RATE]
    else:
        spans = [
            inside[9:17]
            for name, inside in frames(content[10 : 10 + size_of_tag(content)][:])
            if name == b"CHAP"
        ]
        assert [struct.unpack(">II", span) for span in spans] == [(0, 0), (0, 1000), (1000, 1000)]
