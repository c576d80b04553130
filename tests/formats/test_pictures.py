"""Pictures of a text: shown from the text itself and from its own folder, and from nowhere else."""

import base64
import os
import struct
import zlib
from pathlib import Path

import pytest

from reader.formats import markup, parsing, pictures
from reader.formats.opening import open_file
from reader.formats.picture_size import size_of
from reader.formats.pictures import Pictures, beside
from reader.model.document import Block, Document, Kind


def blocks(html: str, kept: Pictures | None = None) -> list[Block]:
    """Return the blocks of an HTML text."""
    return list(markup.blocks(html, kept))


def png(width: int = 60, height: int = 50, shade: int = 7) -> bytes:
    """Return an even grey picture."""
    rows = (b"\0" + bytes([shade]) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    )


def bomb() -> bytes:
    """Return a picture of a few bytes that says it is five milliards of pixels."""
    return png()[:16] + struct.pack(">II", 70_000, 70_000) + png()[24:]


def address(content: bytes) -> str:
    """Return an address that holds the bytes itself."""
    return "data:image/png;base64," + base64.b64encode(content).decode()


def seen(html: str, folder: Path | None = None) -> list[tuple[str, str, bool]]:
    """Return kind and text of each block, and whether a picture is kept for it."""
    kept = Pictures(beside(folder)) if folder else Pictures()
    made = blocks(html, kept)
    assert {block.picture for block in made if block.picture} == set(kept.kept)
    return [(block.kind.value, block.text, bool(block.picture)) for block in made]


def is_kept(target: str, folder: Path) -> bool:
    return bool(Pictures(beside(folder)).keep(target))


HERE = f'<img alt="A gut" src="{address(png())}">'
AWAY = '<img alt="A gut" src="https://a.b/c.png">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(HERE, [("picture", "A gut", True)], id="alone"),
        pytest.param(HERE.replace("A gut", " "), [("picture", "Picture", True)], id="without words"),
        pytest.param(
            HERE.replace("A gut", r"C:\My pictures\gut 2.PNG"),
            [("picture", "Picture", True)],
            id="only a file",
        ),
        pytest.param(
            f"<p>So {HERE} it is.</p>",
            [("paragraph", "So", False), ("picture", "A gut", True), ("paragraph", "it is.", False)],
            id="between words",
        ),
        pytest.param(f"<h2>{HERE}</h2>", [("heading", "A gut", False)], id="in a heading only its words"),
        pytest.param(f"<table><tr><td>a<td>{HERE}</table>", [("table", "a | A gut", False)], id="in a table"),
        pytest.param(
            f"<ul><li>{HERE}One</ul>", [("picture", "A gut", True), ("list-item", "One", False)], id="listed"
        ),
        pytest.param(AWAY, [("picture", "A gut", False)], id="what is not kept stays a picture, in words"),
        pytest.param(f"<p>So {AWAY} it is.</p>", [("paragraph", "So A gut it is.", False)], id="in its line"),
        pytest.param(f"<p>{AWAY} it is.</p>", [("paragraph", "A gut it is.", False)], id="at its beginning"),
        pytest.param(
            '<h1>Tool <a href="https://a.b"><img alt="build" src="https://a.b/w/badge.svg"></a></h1>',
            [("heading", "Tool", False)],
            id="no badge",
        ),
        pytest.param('<p><img src="https://a.b/c.png"></p>', [], id="without words it is nothing"),
    ],
)
def test_where_a_picture_stands(html: str, expected: list[tuple[str, str, bool]]) -> None:
    assert seen(html) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(f"{HERE}<figcaption>So it is.</figcaption>", "A gut\n\nSo it is.", id="below"),
        pytest.param(f"<figcaption>So it is.</figcaption><p>{HERE}</p>", "So it is.\n\nA gut", id="above"),
        pytest.param(f"{HERE}<figcaption>A gut</figcaption>", "A gut", id="the same words"),
        pytest.param(
            f"{HERE.replace('A gut', '')}<figcaption>So it is.</figcaption>", "So it is.", id="the only words"
        ),
    ],
)
def test_a_caption_stays_with_its_picture(figure: str, expected: str) -> None:
    assert seen(f"<p>Before.</p><figure>{figure}</figure><p>After.</p>") == [
        ("paragraph", "Before.", False),
        ("picture", expected, True),
        ("paragraph", "After.", False),
    ]


def test_a_paragraph_that_calls_itself_a_caption_stays_with_the_picture_before_it() -> None:
    found = seen(f'<p>{HERE}</p><p class="caption">So it is.</p><p class="caption">And so is this.</p>')
    assert found == [("picture", "A gut\n\nSo it is.\n\nAnd so is this.", True)]


def test_two_pictures_in_a_figure_stay_two() -> None:
    other = f'<img alt="Another" src="{address(png(shade=9))}">'
    found = seen(f"<figure>{HERE}{other}<figcaption>Both.</figcaption></figure>")
    assert [text for _, text, _ in found] == ["A gut", "Another", "Both."]


def test_a_link_in_a_caption_lies_on_its_letters() -> None:
    caption = '<figcaption>See <a href="https://a.b">this</a>.</figcaption>'
    (block,) = blocks(f"<figure>{HERE}{caption}</figure>")
    (span,) = block.spans
    assert (block.text[span.start : span.end], span.target) == ("this", "https://a.b")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a text, with pictures in it, below it and outside."""
    own = tmp_path / "own"
    (own / "below").mkdir(parents=True)
    for place in (own / "a b.png", own / "ü.png", own / "below" / "c.png", tmp_path / "outside.png"):
        place.write_bytes(png())
    (own / "words.png").write_text("No picture.")
    (own / "link.png").symlink_to(tmp_path / "outside.png")
    (own / "way").symlink_to(tmp_path)
    (own / "round.png").symlink_to(own / "round.png")
    (own / "inner.png").symlink_to(own / "below" / "c.png")
    return own


@pytest.mark.parametrize(
    "target", ["a b.png", "a%20b.png", "ü.png", "below/c.png", "./below/../a b.png", "inner.png"]
)
def test_a_picture_in_the_texts_own_folder_is_kept(folder: Path, target: str) -> None:
    assert is_kept(target, folder)


@pytest.mark.parametrize(
    "target",
    [
        "../outside.png",
        "..%2Foutside.png",
        "below/../../outside.png",
        "link.png",
        "way/outside.png",
        "round.png",
        "words.png",
        "below",
        "none.png",
        "",
        "x" * 5000,
        "a\0.png",
        "//a.b/a b.png",
        "http://a.b/a b.png",
        "file:a b.png",
        "C:\\a b.png",
        "\\\\host\\a b.png",
        "http://[",
        "data:image/png;base64,AAAA",
        "data:image/png;base64,é",
        "data:",
    ],
)
def test_no_address_leads_out_of_the_folder(folder: Path, target: str) -> None:
    assert not is_kept(target, folder)


def test_not_even_a_whole_path_into_the_folder_is_followed(folder: Path) -> None:
    assert not is_kept(str(folder / "a b.png"), folder)
    assert not is_kept((folder / "a b.png").as_uri(), folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    assert not is_kept("pipe.png", folder)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        pytest.param(png(), True, id="a picture"),
        pytest.param(bomb(), False, id="five milliards of pixels"),
        pytest.param(png(47, 300), False, id="a sign within a line"),
        pytest.param(png(0, 0), False, id="nothing"),
        pytest.param(png()[:20], False, id="cut short"),
        pytest.param(png() + bytes(pictures.LARGEST), False, id="too many bytes"),
        pytest.param(
            b'<svg onload="x()" width="60" height="60"/>', False, id="a drawing that may hold a program"
        ),
        pytest.param(b"%PDF-1.4", False, id="a document"),
        pytest.param(b"", False, id="no byte"),
    ],
)
def test_what_would_do_harm_is_left_to_its_words(tmp_path: Path, content: bytes, kept: bool) -> None:
    (tmp_path / "a.png").write_bytes(content)
    assert is_kept("a.png", tmp_path) == kept
    assert bool(Pictures().keep(address(content))) == kept


@pytest.mark.parametrize(
    ("content", "size"),
    [
        pytest.param(png(300, 200), (300, 200), id="PNG"),
        pytest.param(b"GIF89a" + struct.pack("<HH", 300, 200), (300, 200), id="GIF"),
        pytest.param(
            b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x11\x08" + struct.pack(">HH", 200, 300),
            (300, 200),
            id="JPEG",
        ),
        pytest.param(b"\xff\xd8\xff\xda\x00\x04abcd", None, id="JPEG without a frame"),
        pytest.param(b"\xff\xd8\xff\xe0\x00", None, id="JPEG cut short"),
        pytest.param(b"RIFF....WEBPVP8X" + bytes(8) + b"\x2b\x01\x00\xc7\x00\x00", (300, 200), id="WebP"),
        pytest.param(
            b"RIFF....WEBPVP8 " + bytes(10) + struct.pack("<HH", 300, 200), (300, 200), id="its lossy kind"
        ),
        pytest.param(
            b"RIFF....WEBPVP8L" + bytes(5) + struct.pack("<I", 299 | 199 << 14),
            (300, 200),
            id="its exact kind",
        ),
        pytest.param(b"RIFF....WAVEfmt ", None, id="a sound"),
    ],
)
def test_the_size_is_read_from_the_first_bytes(content: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(content) == size


def test_a_picture_named_ten_thousand_times_is_kept_once(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    kept = Pictures(beside(tmp_path))
    made = blocks('<img alt="x" src="a.png">' * 10_000, kept)
    assert (len(made), len(kept.kept)) == (10_000, 1)


def test_of_ten_thousand_pictures_the_first_thousand_are_kept() -> None:
    kept = Pictures()
    html = "".join(
        f'<p><img alt="x" src="{address(png() + str(number).encode())}">' for number in range(10_000)
    )
    made = blocks(html, kept)
    assert [bool(block.picture) for block in made] == [True] * 1_000 + [False] * 9_000
    assert {block.kind for block in made} == {Kind.PICTURE}


def test_together_they_are_not_too_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "TOGETHER", 3 * len(png()))
    kept = Pictures()
    assert sum(bool(kept.keep(address(png(shade=shade)))) for shade in range(9)) == 3


def opened(folder: Path, text: str) -> Document:
    (folder / "a.md").write_text(text, encoding="utf-8")
    return open_file(folder / "a.md")


def test_a_markdown_file_brings_its_pictures_along(folder: Path) -> None:
    document = opened(folder, "Words.\n\n![A gut](<a b.png>)\n\n![Not this](../outside.png)\n")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("paragraph", "Words."),
        ("picture", "A gut"),
        ("picture", "Not this"),
    ]
    assert document.pictures == {document.blocks[1].picture: png()}
    assert document.blocks[2].picture == ""


def test_all_bytes_come_back_from_the_child(folder: Path) -> None:
    text = f"![One](<a b.png>)\n\n![Two]({address(png(shade=99))})\n"
    apart, here = opened(folder, text), parsing.parse("markdown", text, "a.md", folder)
    assert apart.blocks == here.blocks
    assert dict(apart.pictures) == dict(here.pictures)
    assert len(here.pictures) == 2


def test_a_large_picture_within_a_text_opens(folder: Path) -> None:
    document = opened(folder, f"Words.\n\n![A gut]({address(png() + os.urandom(3_000_000))})\n")
    assert [len(content) > 3_000_000 for content in document.pictures.values()] == [True]


def test_a_text_with_fifty_million_bytes_within_is_declined_kindly(folder: Path) -> None:
    with pytest.raises(Exception, match="larger than 5 MB; nothing is lost"):
        opened(folder, f"![A gut](data:image/png;base64,{'A' * 50_000_000})")
