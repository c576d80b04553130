"""What an English word may be a form of, by the regular rules: cells → cell, worsened → worsen."""

import re
from collections.abc import Iterator


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ENDINGS = {
    "n": ("s:", "ses:s", "xes:x", "zes:z", "ches:ch", "shes:sh", "men:man", "ies:y"),
    "v": ("s:", "ies:y", "es:e", "es:", "ed:e", "ed:", "ing:e", "ing:"),
    "a": ("er:", "est:", "er:e", "est:e"),
}
"""For nouns, verbs and adjectives: an ending, and what stands instead of it in the lemma."""

_SHORTEST = 2
"""Letters of a lemma; ours: "was" is no form of "wa"."""

KINDS = "nvar"
"""Noun, verb, adjective, adverb, as WordNet writes them."""

LITTLE_WORDS = _words(
    """
    a about above after again against al all also am among an and another any anybody anyone anything are as
    at be because been before being below beside between both but by can cannot could despite did do does
    doing down during each either else ever every everybody everyone everything except few for from further
    had has have having he her here hers herself him himself his how however i if in into is it its itself
    just least less many may me might mine more most much must my myself neither next no nobody none nor not
    nothing now of off oh on once only onto or other others ought our ours ourselves out over own per pm
    regarding same shall she should since so some something such than that the their theirs them themselves
    then there these they this those though through till to too toward towards under until up upon us very
    via was we were what when where whether which while who whom whose why will with within without would
    yes yet you your yours yourself yourselves
    eight eighteen eighty eleven fifteen fifty five forty four fourteen nine nineteen ninety one ones seven
    seventeen seventy six sixteen sixty ten thirteen thirty three twelve twenty two
    """
)
"""Words that join others, or count. A dictionary takes "it" for information technology, "till" for gravel."""

_IN_CAPITALS = {"IT", "US", "WHO"}
"""What is another word in capitals. All others are heard louder: "NO" is no chemical element."""

_COUNTED = re.compile(r"[\d.,:/%]*\d[\d.,:/%]*(?:st|nd|rd|th|s)?")
_SHORTENED = re.compile(r"\w+(?:n't|'(?:d|ll|m|re|ve))")


def is_little(written: str) -> bool:
    """Return whether a word only joins others or counts: no dictionary helps with "of", "don't" or "12"."""
    small = written.casefold().replace("’", "'")
    if written in _IN_CAPITALS:
        return False
    return (
        len(small) == 1
        or small.removesuffix("'s") in LITTLE_WORDS
        or bool(_COUNTED.fullmatch(small) or _SHORTENED.fullmatch(small))
    )


def lemmas(word: str) -> Iterator[tuple[str, str]]:
    """Yield what a word in small letters may be a form of, each with the kinds of word it would then be.

    The detachment rules are those of WordNet's morphology; irregular forms stand in the dictionary itself.
    """
    yield word, KINDS
    for kind, endings in _ENDINGS.items():
        for rule in endings:
            ending, _, instead = rule.partition(":")
            stem = word.removesuffix(ending)
            if stem != word and len(stem + instead) >= _SHORTEST:
                yield stem + instead, kind
