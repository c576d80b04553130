"""What the voice says in one go."""

from typing import Any

from reader.model.document import Block, Document, Kind
from reader.model.level import Level
from reader.model.wordings import Wordings
from reader.session import sentences
from reader.text.chunks import Pieces, chunks
from reader.text.places import identified
from reader.text.pronunciation import Pronunciation


def said(block: Block) -> list[str]:
    document = Document("talk", "A talk", (block,))
    return [sentence.text for piece in chunks(document, Level.SHORT) for sentence in sentences.of(piece)]


def test_a_sentence_is_said_in_one_go() -> None:
    assert said(Block("a", Kind.PARAGRAPH, " One here.  And two. ")) == ["One here.", "And two."]


def test_words_without_a_stop_are_said_part_by_part() -> None:
    """As in the words of a film: a voice would take too long to have an hour of them ready."""
    text = "and so we rested " * 500
    parts = said(Block("a", Kind.PARAGRAPH, text))
    assert " ".join(parts).split() == text.split()
    assert max(map(len, parts)) <= sentences.LONGEST


def test_a_long_table_is_said_some_rows_at_a_time() -> None:
    row = "morning | rest | 20 minutes"
    parts = said(Block("a", Kind.TABLE, "\n".join([row] * 100)))
    assert all(part.startswith(row) and part.endswith(row) for part in parts)
    assert len(parts) > 3


def test_a_picture_is_called_one_before_its_first_sentence_only() -> None:
    speak = Pronunciation(Wordings(), {}).utterance
    document = Document("talk", "A talk", (Block("a", Kind.PICTURE, "A gut. It rests."),))
    for level in Level:
        heard = [sentence for piece in chunks(document, level) for sentence in sentences.of(piece)]
        words = [speak(sentence.text, sentence.spans).text for sentence in heard]
        assert words == ["Picture: A gut.", "It rests."]


class Opened(Pieces):
    """Pieces that count how many of them were looked at."""

    looked_at = 0

    def __getitem__(self, index: Any) -> Any:
        self.looked_at += 1
        return super().__getitem__(index)


def test_a_sentence_late_in_a_book_is_found_again_without_a_walk_through_it() -> None:
    blocks = identified(Block("", Kind.PARAGRAPH, f"Number {n} is here. It rests.") for n in range(500))
    document = Document("book", "A book", blocks)
    heard = sentences.of(chunks(document, Level.LONGER)[-1])[-2]
    single = Opened(document, Level.SENTENCE)
    again = sentences.again_in(single, heard)
    assert again is not None
    assert again.text == heard.text == "Number 499 is here."
    assert single.looked_at < 5


def test_a_sentence_of_another_text_is_not_found_again() -> None:
    one, other = (
        Document(name, name, identified((Block("", Kind.PARAGRAPH, f"The {name} rests."),)))
        for name in ("gut", "heart")
    )
    heard = sentences.of(chunks(one, Level.SHORT)[0])[0]
    assert sentences.again_in(chunks(other, Level.SHORT), heard) is None
