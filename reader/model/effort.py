"""What a text, or a part of one, asks of its reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Effort:
    """The lighter of two is the one with fewer words; of equals that with fewer hard words, and so on.

    At one pace fewer words are fewer minutes. `words` are those to read, headings aside. `hard_words` are
    different terms of the glossary that are not everyday ones. `longest_sentence` is in words, 0 where
    there is none. `parts` are those that are counted.
    """

    words: int
    hard_words: int
    longest_sentence: int
    parts: int
