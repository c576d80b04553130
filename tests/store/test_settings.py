"""The settings file: whatever lies there, the reader starts, and says what it did."""

import json
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model.settings import LIMITS, Settings
from reader.store.folders import StoreError
from reader.store.settings import LARGEST, SettingsFile

KEPT = "Your settings could not be read, so the usual ones are in use. The old file is kept."
MENDED = "A setting did not fit, so the nearest usual one is in use."

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


@pytest.fixture
def write(path: Path) -> Callable[[bytes], None]:
    path.parent.mkdir()
    return lambda content: path.write_bytes(content) and None


def test_the_first_time_the_usual_settings_are_in_use_and_nothing_is_said(path: Path) -> None:
    assert SettingsFile(path).load() == (Settings(), "")
    assert not path.exists()


def test_what_is_saved_is_there_the_next_day(path: Path) -> None:
    chosen = Settings(size=32, theme="dusk", voice="Ünï 🙂")
    SettingsFile(path).save(chosen)
    assert SettingsFile(path).load() == (chosen, "")


BROKEN = {
    "not JSON": b"size = 20",
    "cut off": b'{"size": 2',
    "empty": b"",
    "zeros": b"\0" * 40,
    "not UTF-8": b'{"voice": "\xff"}',
    "a list": b"[1, 2]",
    "a number": b"20",
    "nothing": b"null",
    "nested without end": b'{"size": ' + b"[" * 200_000,
    "a number of 9000 digits": b'{"size": ' + b"9" * 9000 + b"}",
    "huge": b'{"voice": "' + b"x" * LARGEST + b'"}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_falls_back_kindly_and_is_kept(
    path: Path, write: Callable[[bytes], None], content: bytes
) -> None:
    write(content)
    file = SettingsFile(path)
    assert file.load() == (Settings(), KEPT)
    file.save(Settings(size=24))
    assert SettingsFile(path).load() == (Settings(size=24), "")
    assert path.with_name("settings.json.broken-1").read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_kept_too(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "letter.txt").write_text("mine")
    assert SettingsFile(path).load() == (Settings(), KEPT)
    assert path.with_name("settings.json.broken-1").joinpath("letter.txt").read_text() == "mine"


def test_a_file_that_the_disk_will_not_give_is_kept(path: Path) -> None:
    SettingsFile(path).save(Settings(size=40))
    with patch.object(Path, "open", side_effect=PermissionError):
        assert SettingsFile(path).load() == (Settings(), KEPT)
    assert path.with_name("settings.json.broken-1").exists()


def test_a_file_that_cannot_be_moved_either_is_not_promised_to_be_kept(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    said = SettingsFile(tmp_path / "config" / "settings.json").load()[1]
    assert said == "Your settings could not be read, so the usual ones are in use."


@pytest.mark.parametrize(
    ("name", "value", "mended"),
    [
        ("size", "1000", 96),
        ("size", "-3", 14),
        ("size", "9" * 400, 96),
        ("size", '"20"', 20),
        ("size", "NaN", 20),
        ("size", "Infinity", 20),
        ("size", "1e999", 20),
        ("size", "true", 20),
        ("size", "null", 20),
        ("theme", '"pink"', "auto"),
        ("theme", "[]", "auto"),
        ("voice", "{}", ""),
        ("voice", '"' + "x" * 501 + '"', ""),
    ],
)
def test_a_single_bad_value_is_mended_and_the_rest_stays(
    path: Path, write: Callable[[bytes], None], name: str, value: str, mended: object
) -> None:
    write(f'{{"line": 2.0, "{name}": {value}}}'.encode())
    found, said = SettingsFile(path).load()
    assert getattr(found, name) == mended
    assert found.line == 2.0
    assert said == MENDED


def test_what_a_newer_version_has_put_there_stays(path: Path, write: Callable[[bytes], None]) -> None:
    write(b'{"size": 30, "scent": {"of": ["lavender", 0.5]}}')
    file = SettingsFile(path)
    found, said = file.load()
    assert said == ""
    file.save(found)
    assert json.loads(path.read_text())["scent"] == {"of": ["lavender", 0.5]}


def test_two_windows_keep_each_what_was_set_in_it(path: Path) -> None:
    one, other = SettingsFile(path), SettingsFile(path)
    for file in (one, other):
        file.load()
    one.save(Settings(theme="dusk"))
    other.save(Settings(volume=0.3))
    one.save(Settings(theme="dusk", size=30))
    assert SettingsFile(path).load() == (Settings(theme="dusk", volume=0.3, size=30), "")


def test_what_a_person_writes_into_the_file_while_the_window_is_open_stays(path: Path) -> None:
    file = SettingsFile(path)
    file.save(Settings(size=30))
    path.write_text('{"size": 30, "line": 2.0, "keys": {"dimmer": ["F12"]}}')
    file.save(Settings(size=32))
    assert SettingsFile(path).load() == (Settings(size=32, line=2.0), "")
    assert json.loads(path.read_text())["keys"] == {"dimmer": ["F12"]}


@pytest.mark.parametrize("mishap", [Path.unlink, lambda path: path.write_text("{")])
def test_a_file_that_is_lost_while_the_window_is_open_comes_back(
    path: Path, mishap: Callable[[Path], object]
) -> None:
    file = SettingsFile(path)
    file.save(Settings(size=30))
    mishap(path)
    file.save(Settings(size=30, line=2.0))
    assert SettingsFile(path).load() == (Settings(size=30, line=2.0), "")


def test_a_file_mended_by_hand_in_an_editor_with_a_byte_order_mark_is_read(
    path: Path, write: Callable[[bytes], None]
) -> None:
    write(b'\xef\xbb\xbf{"size": 30}')
    assert SettingsFile(path).load() == (Settings(size=30), "")


def test_a_disk_that_refuses_is_said_and_the_old_file_stays(path: Path) -> None:
    file = SettingsFile(path)
    file.save(Settings(size=30))
    with (
        patch("os.fsync", side_effect=OSError(28, "No space left on device")),
        pytest.raises(StoreError, match=r"could not be kept\. They stay until you close the window\."),
    ):
        file.save(Settings(size=50))
    assert SettingsFile(path).load() == (Settings(size=30), "")
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=JSON | st.fixed_dictionaries({}, optional=dict.fromkeys(LIMITS, JSON)))
def test_whatever_json_lies_there_the_reader_starts_and_keeps_what_it_shows(path: Path, raw: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(raw))
    file = SettingsFile(path)
    found, _ = file.load()
    for name, limit in LIMITS.items():
        value = getattr(found, name)
        assert limit.repaired(value, value) == value
    file.save(found)
    assert SettingsFile(path).load() == (found, "")
    if isinstance(raw, dict):
        again = json.loads(path.read_text())
        assert json.dumps({name: again[name] for name in raw if name not in LIMITS}) == json.dumps(
            {name: value for name, value in raw.items() if name not in LIMITS}
        )
