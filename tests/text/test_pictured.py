"""The words of a picture: the same for eye and ear, with one word more where it is not seen."""

import pytest

from reader.model.document import UNDESCRIBED, Block, Document, Kind, Span
from reader.model.level import Level
from reader.model.wordings import Wordings
from reader.text import places
from reader.text.chunks import chunks
from reader.text.effort import weighed
from reader.text.finding import find
from reader.text.glossary import Glossary
from reader.text.pictured import kind_word
from reader.text.printed import as_text
from reader.text.pronunciation import Pronunciation

SPEAK = Pronunciation(Wordings(), {}).utterance


def document(*words: str) -> Document:
    """Return a text of pictures with these words, between two paragraphs."""
    pictures = [Block("", Kind.PICTURE, text, picture="p") for text in words]
    around = [Block("", Kind.PARAGRAPH, text) for text in ("Before.", "After.")]
    return Document("a", "A", places.identified([around[0], *pictures, around[1]]), pictures={"p": b""})


def said(text: Document, level: Level) -> list[str]:
    """Return what is said of each sentence."""
    return [
        SPEAK(chunk.text[start:end].strip(), _within(chunk.spans, start)).text
        for chunk in chunks(text, level)
        for start, end in chunk.sentence_spans()
    ]


def _within(spans: tuple[Span, ...], start: int) -> list[Span]:
    return [span for span in spans if span.start == start]


@pytest.mark.parametrize("level", Level)
def test_a_picture_has_a_piece_of_its_own(level: Level) -> None:
    made = chunks(document("A gut.", "A cell."), level)
    assert [chunk.text for chunk in made] == ["Before.", "A gut.", "A cell.", "After."]
    assert [chunk.begins_picture for chunk in made] == [False, True, True, False]


def test_a_long_caption_is_read_piece_by_piece_beside_its_picture() -> None:
    made = chunks(document("A gut.\n\nIt is long. It rests."), Level.SENTENCE)
    assert [chunk.text for chunk in made] == ["Before.", "A gut.", "It is long.", "It rests.", "After."]
    assert [chunk.slices[0].kind is Kind.PICTURE for chunk in made] == [False, True, True, True, False]
    assert [chunk.begins_picture for chunk in made] == [False, True, False, False, False]


def test_the_voice_says_once_that_it_is_a_picture() -> None:
    text = document("A gut.\n\nIt is long.", UNDESCRIBED)
    expected = ["Before.", "Picture: A gut.", "It is long.", "Picture", "After."]
    assert said(text, Level.SENTENCE) == expected
    assert said(text, Level.LONGER) == expected


@pytest.mark.parametrize("words", ["Picture of a gut", "picture: a gut", UNDESCRIBED])
def test_words_that_say_so_themselves_are_left_alone(words: str) -> None:
    assert kind_word(words) == ""


def test_while_the_kind_is_said_the_first_word_is_shown() -> None:
    (chunk,) = chunks(document("Gut walls."), Level.SHORT)[1:2]
    made = SPEAK(chunk.text, chunk.spans)
    assert made.text == "Picture: Gut walls."
    assert made.shown(0, len("Picture:")) == (0, 3)
    assert made.shown(made.text.index("Gut"), 3) == (0, 3)
    assert made.shown(made.text.index("walls"), 5) == (4, 9)


def test_in_a_terminal_it_is_a_line_of_words() -> None:
    text = document("A gut.\n\nIt is long.")
    shown = as_text(text, chunks(text, Level.SHORT), 40)
    assert shown.split() == ["Before.", "Picture:", "A", "gut.", "It", "is", "long.", "After."]


def test_its_words_are_counted_and_found() -> None:
    text = document("A gut wall.")
    whole, _ = weighed(text, Glossary(()))
    assert (whole.words, whole.longest_sentence) == (5, 1)
    assert [found.block for found in find(text.blocks, "gut")] == [text.blocks[1].id]


def test_two_texts_are_compared_without_a_look_at_the_bytes() -> None:
    text = document("A gut.")
    assert text == Document(text.id, text.title, text.blocks, pictures={"p": b"other"})
    assert hash(text)
    assert "other" not in repr(Document("a", "A", (), pictures={"p": b"other"}))
