"""Where a clause begins within a sentence: rules on the words around a space, rather too few than too many.

Each rule looks at the word that would begin a new line, and at its neighbours. What it finds is a clause
with its verb, or what clearly leans on one ("…, suggesting that").
"""

from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import NamedTuple

from reader.text import sense_words as listed
from reader.text.sense_grammar import DASH, NEAR, Words

LEAD = 10
"""Words that may lead up to a clause; ours."""

PAIR = 8
"""Words within which "both" has its "and"; ours."""


class Clearness(IntEnum):
    """How much a border asks to be shown."""

    WEAK = 1
    FAIR = 2
    CLEAR = 3


class Border(NamedTuple):
    """Where a clause begins, in code points of the sentence, and how clear that is."""

    at: int
    clearness: Clearness


Rule = Callable[[Words, int], bool]


def borders(sentence: str) -> Iterator[Border]:
    """Yield every place where a new line may begin, in order.

    Each stands after a single ordinary space, outside brackets and quotation marks, and never between two
    names, two numbers, or an abbreviation and its word.
    """
    words = Words(sentence)
    for index in range(1, len(words)):
        if _may_part(words, index):
            clearness = next((clear for rule, clear in RULES if rule(words, index)), None)
            if clearness is not None:
                yield Border(words[index].start, clearness)


def _may_part(words: Words, index: int) -> bool:
    before, token = words[index - 1], words[index]
    between = words.sentence[before.start + len(before.text) : token.start]
    if token.inside or between != " " or before.text.endswith(".") or before.word in listed.LATIN:
        return False
    if before.stop == "," and (before.word in listed.LEANING or _only_leads_up(words, index)):
        return False
    is_number = before.word[-1:].isdigit() and token.word[:1].isdigit()
    is_name = _is_name(words, index - 1) and _is_name(words, index) and before.stop != ";"
    begins_well = (before.stop or token.text[0].isalnum()) and token.text[-1] not in ".!?…"
    return bool(begins_well) and not (is_number or is_name)


def _is_name(words: Words, index: int) -> bool:
    """Return whether a word may be a name: the first one has its capital anyway."""
    text = words[index].text.lstrip("(“‘\"'")
    return index > 0 and text[:1].isupper() and words.word(index).partition("'")[0] != "i"


def _only_leads_up(words: Words, index: int) -> bool:
    """Return whether "however," or "but in mice," ends here: it stays with what comes after it."""
    if words.is_one_of(index, listed.OPENERS):
        return False
    first = words.stretch(index)
    if words.is_one_of(index, listed.COORDINATING) and not words.is_one_of(first + 1, listed.INTRODUCING):
        return False  # the last thing of a list: "age, sex, or income, / but"
    leads = words.is_one_of(first, listed.COORDINATING) or words.after(first, ";") or index - first == 1
    return leads and not any(words.is_verb(at) for at in range(first, index))


# After a stop


def _after_semicolon(words: Words, index: int) -> bool:
    return words.after(index, ";")


def _after_colon(words: Words, index: int) -> bool:
    is_ratio = words.word(index - 1)[-1:].isdigit() or words.word(index)[:1].isdigit()
    return words.after(index, ":") and not is_ratio


def _after_dash(words: Words, index: int) -> bool:
    is_prose = words.word(index - 2)[-1:].isalpha() and words[index].text[0].islower()
    dashes = [at for at in range(index - LEAD, index + LEAD) if words.after(at, DASH)]
    is_aside = len(dashes) > 1 and words.is_one_of(dashes[0], listed.JOINING)  # "the first – or best – of"
    return words.after(index, DASH) and is_prose and not is_aside


def _relative(words: Words, index: int) -> bool:
    """Such as ", which", ", in which", ", some of which"."""
    if not words.after(index) or words[index].stop:
        return False
    is_part = words.is_one_of(index, listed.PARTS) and words.word(index + 1) == "of"
    at = index + is_part
    return words.is_one_of(at + words.is_one_of(at, listed.PREPOSITIONS), listed.WHO)


def _subordinate(words: Words, index: int) -> bool:
    """Such as ", although it", or with a participle for a verb ", when compared with"."""
    at = _past_modifiers(words, index)
    word, after = words.word(at), at + 1
    if not words.after(index) or words[at].stop or word not in listed.SUBORDINATORS:
        return False
    if word in listed.SURE_SUBORDINATORS and not words.has_stop(at, at + PAIR):
        return words.word(after) != "of"
    has_subject = words.is_one_of(after, listed.DETERMINERS | listed.PRONOUNS) and not words[after].stop
    is_sure = word not in listed.AMBIGUOUS and has_subject
    return is_sure or words.is_participle(after) or words.is_clause(after, bare=True)


def _adding(words: Words, index: int) -> bool:
    """Such as ", suggesting that", ", thereby raising the"."""
    at = index + words.is_one_of(index, listed.LINKING)
    acts_on = words.is_participle(at, "ing") and words.is_one_of(at + 1, listed.DETERMINERS)
    is_listed = words.is_one_of(at, listed.ADDING) and not words[at].stop
    return words.after(index) and (acts_on or is_listed) and not words.is_one_of(at + 1, listed.JOINING)


def _means(words: Words, index: int) -> bool:
    """Such as ", without reaching the", ", rather than asking", ", to compare them"."""
    if not words.after(index):
        return False
    if words.word(index) == "to":
        return words.word(index + 1).isalpha() and not words.is_one_of(index + 1, listed.NO_VERBS)
    at = index + 1 + (words.word(index + 1) in {"of", "than"})
    return words.is_one_of(index, listed.MEANS) and words.is_participle(at, "ing")


def _main(words: Words, index: int) -> bool:
    """The subject and the verb after what led up to them."""
    if not words.after(index):
        return False
    if words.is_one_of(index, listed.DETERMINERS) and _joins_names(words, index):
        return False
    return words.is_clause(
        index + (words.word(index) == "then"),
        bare=_is_introduced(words, index),
        joined=_is_conditioned(words, index),
    )


def _is_conditioned(words: Words, index: int) -> bool:
    """Return whether all before this comma is one whole clause that leads up to the subject: "If so,"."""
    begins = words.is_one_of(0, listed.SUBORDINATORS)
    return begins and not words.stretch(index) and words.is_complete(index, but=1)


def _is_introduced(words: Words, index: int) -> bool:
    """Return whether all before this comma leads up to the subject: "In the morning,", "Yet, when asked,"."""
    first = int(words.after(1) or words.is_one_of(0, listed.COORDINATING))
    begins = words.is_one_of(first, listed.INTRODUCING) and not words.has_stop(first, index - 1)
    return begins and words.word(index)[:1].isalpha() and words.word(index) not in listed.NO_SUBJECT


def _closing(words: Words, index: int) -> bool:
    """The verb after a clause that was set in: "the mice, which were old, / were"."""
    if not words.after(index) or not words.is_one_of(index, listed.HELPING):
        return False
    first = words.stretch(index)
    return _relative(words, first) or _subordinate(words, first)


def _coordinate(words: Words, index: int) -> bool:
    """A whole clause after "and"; the one before it must be whole too, else these are two nouns."""
    has_comma, word = words.after(index), words.word(index)
    if words[index].stop or not (word in listed.JOINING or (word in listed.COORDINATING and has_comma)):
        return False
    if word == "nor":
        return words.is_one_of(index + 1, listed.HELPING)
    at = index + 1 + words.is_one_of(index + 1, listed.LINKING)
    is_clause = words.is_clause(at, bare=has_comma) or (has_comma and _is_led_up_to(words, at))
    return is_clause and words.is_complete(index) and not _is_pair(words, index)


def _is_pair(words: Words, index: int) -> bool:
    """Return whether "and" joins two names, or belongs to "both"."""
    back = (words.word(at) for at in range(index - 1, index - PAIR - 1, -1))
    nearest = next((word for word in back if word in listed.PAIRING | listed.JOINING), "")
    return nearest in listed.PAIRING or _joins_names(words, index)


def _joins_names(words: Words, index: int) -> bool:
    return _is_name(words, index - 1) and _is_name(words, index + 1)


def _is_led_up_to(words: Words, index: int) -> bool:
    """Return whether something such as "in the first model," or "on a bad day" leads up to a clause."""
    if not words.is_one_of(index, listed.INTRODUCING):
        return False
    leads = range(index + 1, index + LEAD)
    end = next((at for at in leads if words.after(at) or words.is_one_of(at, listed.PRONOUNS)), 0)
    return end > 0 and not words.has_stop(index, end - 1) and words.is_clause(end, bare=True)


def _contrast(words: Words, index: int) -> bool:
    """Such as ", but not in the", set against all that was said, not against one word of it."""
    is_but = words.after(index) and words.word(index) == "but"
    return is_but and words.is_one_of(index + 1, listed.AFTER_BUT) and not words.has_stop(index, index + PAIR)


def _second(words: Words, index: int) -> bool:
    """A second clause of the same kind: "and that the", "or because"."""
    is_pair = words.is_one_of(index, listed.JOINING) and words.is_one_of(index + 1, listed.OPENERS)
    return is_pair and words.is_complete(index) and words.is_clause(index + 2)


def _predicate(words: Words, index: int) -> bool:
    """A second verb of the same subject: "and was then"."""
    at = index + 1 + words.is_one_of(index + 1, listed.LINKING)
    is_helped = words.is_participle(at + 1) or words.word(at + 1) in {"been", "not"}
    verbs = listed.HELPING if is_helped else listed.FINITE - listed.BARE
    is_verb = words.is_one_of(at, verbs) or words.is_past(at)
    return is_verb and words.is_one_of(index, listed.JOINING) and words.is_complete(index)


# Without a stop


def _so_that(words: Words, index: int) -> bool:
    pair = (words.word(index), words.word(index + 1))
    if pair == ("in", "order"):
        return words.word(index + 2) in {"to", "that"}
    return pair in listed.PURPOSES and words.is_clause(index + 2, bare=True)


def _subordinate_alone(words: Words, index: int) -> bool:
    at = _past_modifiers(words, index)
    word = words.word(at)
    if word not in listed.SUBORDINATORS or words.is_one_of(index - 1, listed.CLINGING):
        return False
    if word == "as" and (_is_tied(words, index) or words.word(at + 1) in {"a", "an", "the"}):
        return False
    return words.is_clause(at + 1, farthest=NEAR) if word in listed.AMBIGUOUS else words.is_clause(at + 1)


def _is_tied(words: Words, index: int) -> bool:
    """Return whether an "as" has its other half before it: "the same dose as"."""
    return any(words.is_one_of(back, listed.TIES) for back in range(index - 6, index))


def _reported(words: Words, index: int) -> bool:
    """What is said or shown; ", suggesting that" begins its line by itself."""
    is_report = words.word(index) == "that" and words.is_one_of(index - 1, listed.REPORTING)
    return is_report and not words[index - 2].stop and words.is_clause(index + 1, bare=True)


def _relative_alone(words: Words, index: int) -> bool:
    word, before = words.word(index), words.word(index - 1)
    if words[index].stop or before in listed.NO_RESTRICTION or not before.isalpha():
        return False
    if words.has_stop(index - NEAR, index):  # ", a thing that": it would be torn off
        return False
    if word == "that":
        return words.is_one_of(index + 1, listed.HELPING | listed.PRONOUNS)
    if word in {"which", "who"}:
        is_verb = words.is_verb(index + 1) or words.word(index + 1).endswith(("ed", "es"))
        return is_verb or words.is_clause(index + 1)
    is_led = words.is_one_of(index, listed.PREPOSITIONS - {"of"}) and words.is_one_of(index + 1, listed.LED)
    return is_led and before not in listed.MANNER and words.is_clause(index + 2)


def _past_modifiers(words: Words, index: int) -> int:
    while words.is_one_of(index, listed.MODIFIERS):
        index += 1
    return index


RULES: tuple[tuple[Rule, Clearness], ...] = (
    (_after_semicolon, Clearness.CLEAR),
    (_after_dash, Clearness.CLEAR),
    (_relative, Clearness.CLEAR),
    (_subordinate, Clearness.CLEAR),
    (_coordinate, Clearness.CLEAR),
    (_main, Clearness.CLEAR),
    (_after_colon, Clearness.FAIR),
    (_closing, Clearness.FAIR),
    (_adding, Clearness.FAIR),
    (_means, Clearness.FAIR),
    (_contrast, Clearness.FAIR),
    (_second, Clearness.FAIR),
    (_so_that, Clearness.FAIR),
    (_subordinate_alone, Clearness.FAIR),
    (_reported, Clearness.FAIR),
    (_predicate, Clearness.WEAK),
    (_relative_alone, Clearness.WEAK),
)
"""The first rule that holds tells how clear a border is."""
