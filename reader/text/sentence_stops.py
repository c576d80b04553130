"""Whether a full stop ends its sentence: what stands before says how sure the beginning after it must be."""

import re
from enum import IntEnum

from reader.text.sentence_words import (
    AFTER_A_TIME,
    BEFORE_NUMBERS,
    BEGINNERS,
    LABELS,
    LETTERED,
    NEVER_LAST,
    SELDOM_LAST,
    SMALL_BEGINNERS,
)


class Beginning(IntEnum):
    """How much the words after a stop look like the beginning of a sentence, or how much they have to."""

    NONE = 0
    POSSIBLE = 1  # "they", where somebody writes without capitals
    LIKELY = 2  # a capital, a number, "mRNA"
    SURE = 3  # "The"
    NEVER = 4  # nothing is enough: "Dr. The"


_OPENING = re.compile(
    r"""(?: \(?(?:[a-z\d]{1,3}|[*+±−–-])\)[\s-]        # "(a) Mice", "(−)-Catechin"
          | [\s"'“”‘’«‹„(\[{*†‡§•¿¡–—-]
          | [~≈<>≤≥±+−$£€#](?=\d)
        )*""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# "mRNA", "p53", "pH", "c-Myc", "n = 5", "www.", "β-cells": names and signs that keep their small letter.
_SMALL_NAME = re.compile(
    r"[a-z]{1,4}[A-Z]|[^\W\d_]{1,6}\d|[a-z]-[A-Za-z\d]|[a-z]\s?[=<>≤≥]|https?://|www\.|[\u0370-\u03ff](?![\u0370-\u03ff])"
)
_NUMBER = re.compile(r"#?[A-Z]{0,3}\d|[IVXLC]+\b")

_OPENERS = "([{\"'“‘«„*–—-"
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]{1,3}")
_LETTER_LIST = re.compile(r"(?<!\w)[A-Za-z](?:,| and| or|, and|, or| vs\.?| to) [A-Za-z]$")
_LIST_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,5}|[A-Za-z]")
_VOWELS = frozenset("aeiouy")


def beginning(after: str) -> Beginning:
    """Judge what follows a stop and its white space."""
    opening = _OPENING.match(after)
    rest = after[opening.end() :] if opening else after
    found = _WORD.match(rest)
    if not found:
        return Beginning.NONE
    word = found.group()
    if word[0].islower():
        return _small_beginning(word, rest)
    is_initial = rest[found.end() :].startswith(".")
    if word == word.capitalize() and word.lower() in BEGINNERS and not is_initial:
        return Beginning.SURE
    return Beginning.LIKELY


def _small_beginning(word: str, rest: str) -> Beginning:
    if _SMALL_NAME.match(rest):
        return Beginning.LIKELY
    return Beginning.POSSIBLE if word in SMALL_BEGINNERS else Beginning.NONE


def is_plain(before: str) -> bool:
    """Return whether a text ends with a plain word of three letters or more, perhaps in brackets."""
    word = _last_two(before)[0].strip(_OPENERS + ")]}”’»,")
    return len(word) > 2 and word.isalpha() and word[1:].islower()


def needed(before: str, after: str) -> Beginning:
    """Judge what must follow a single full stop for it to end the sentence that is `before` it."""
    token, previous = _last_two(before)
    word = token.lstrip(_OPENERS)
    if word != token:
        previous = ""
    if _is_label(before, word, previous):
        return Beginning.NEVER
    if len(word) == 1 and word.isalpha():
        return _after_letter(before, previous)
    if _DOTTED.fullmatch(word):
        return _after_dotted(word, after)
    return _after_word(word, previous, after)


def _last_two(before: str) -> tuple[str, str]:
    """Return the word that touches the stop ("" if a space does) and the one before it."""
    words = ["", "", *before.rsplit(maxsplit=2)]
    return ("", "") if before[-1:].isspace() else (words[-1], words[-2])


def _is_label(before: str, word: str, previous: str) -> bool:
    """Return whether the stop closes "1", "A" or "Table 2" where a sentence, a line or a list begins."""
    line = before[before.rfind("\n") + 1 :].lstrip(_OPENERS + " ")
    if _LIST_NUMBER.fullmatch(line):
        return True
    if previous.endswith((":", ";")) and len(word) < 4 and word.rstrip(")").isdigit():
        return True
    *labels, number = line.split() or [""]
    return 0 < len(labels) < 4 and len(number) < 5 and LABELS.issuperset(each.lower() for each in labels)


def _after_letter(before: str, previous: str) -> Beginning:
    """A unit or a name made of one letter may end a sentence; an initial seldom does."""
    is_name = previous.lower().lstrip(_OPENERS) in LETTERED
    if previous[-1:].isdigit() or is_name or _LETTER_LIST.search(before):
        return Beginning.LIKELY
    return Beginning.SURE


def _after_dotted(word: str, after: str) -> Beginning:
    small = word.lower()
    if small in NEVER_LAST:
        return Beginning.NEVER
    if small in ("a.m", "p.m") and after.split(maxsplit=1)[0].rstrip(".,;") in AFTER_A_TIME:
        return Beginning.NEVER
    return Beginning.LIKELY if word == small else Beginning.SURE


def _after_word(word: str, previous: str, after: str) -> Beginning:
    if _is_listed(word, NEVER_LAST) or (_is_listed(word, BEFORE_NUMBERS) and _NUMBER.match(after)):
        return Beginning.NEVER
    if _is_listed(word, SELDOM_LAST) or _is_cut(word):
        return Beginning.LIKELY if previous[-1:].isdigit() else Beginning.SURE
    return Beginning.POSSIBLE if len(word) > 2 and word.isalpha() and word.islower() else Beginning.LIKELY


def _is_listed(word: str, words: frozenset[str]) -> bool:
    return word in words or (word[1:].islower() and word.lower() in words)


def _is_cut(word: str) -> bool:
    """Return whether a small word has no vowel: an abbreviation, though no list knows it."""
    return 1 < len(word) < 6 and word.isalpha() and word[1:].islower() and not _VOWELS & set(word.lower())
