"""A file is what its bytes say, whatever its name."""

from pathlib import Path

import pytest

from reader.formats.refusals import Unfit
from reader.formats.signatures import kind_in
from tests.formats.word_files import p, word, zipped

EPUB = zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"%PDF-1.7\n", "pdf", id="PDF"),
        pytest.param(b"\r\nnoise\r\n%PDF-1.4\n", "pdf", id="PDF after noise"),
        pytest.param(EPUB, "epub", id="EPUB"),
        pytest.param(word(p("Words")), "docx", id="Word"),
        pytest.param(b" <!DOCTYPE html><p>x", "html", id="web page"),
        pytest.param(b"\xef\xbb\xbf<!-- saved -->\n<HTML lang=en>", "html", id="a saved one"),
        pytest.param(b"<?xml version='1.0'?>\n<html xmlns='x'>", "html", id="XHTML"),
        pytest.param(b"ID3 tags name a song.", "plain", id="words that begin like a song"),
        pytest.param(b"The new WAVE of it", "plain", id="words that hold a sign of sound"),
        pytest.param(b"<htmlish> is no tag", "plain", id="no tag"),
        pytest.param(b"", "plain", id="nothing"),
    ],
)
def test_the_kind_is_what_the_bytes_say(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    assert kind_in(path, "plain") == kind


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"RIFF\0\0\0\0WEBP", "is a picture"),
        (b"RIFF\0\0\0\0WAVE", "is a sound file"),
        (b"\0\0\0\x18ftypmp42", "is a film"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is of an older kind of Office file"),
        (b"{\\rtf1\\ansi", "is an RTF file"),
        (bytes(60) + b"BOOKMOBI", "is a Kindle book"),
        (b"\x1f\x8b\x08", "is a packed file"),
        (zipped({"a.txt": "words"}), "is a packed file"),
        (zipped({"xl/workbook.xml": ""}), "is a spreadsheet"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "is an OpenDocument text"),
        (b"\x7fELF", "is a program"),
    ],
)
def test_what_cannot_be_read_is_called_by_its_name(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(Unfit, match=says):
        kind_in(path, "plain")


@pytest.mark.parametrize("kind", ["epub", "docx"])
def test_a_zip_file_without_a_sign_is_what_its_name_says(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(zipped({"a.html": "words"}))
    assert kind_in(path, kind) == kind


def test_a_sheet_within_a_letter_does_not_make_it_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(zipped({"word/document.xml": "", "word/embeddings/xl/workbook.xml": ""}))
    assert kind_in(path, "docx") == "docx"
