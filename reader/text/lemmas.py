"""What an English word may be a form of, by the regular rules: cells → cell, worsened → worsen."""

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
    a about above after again against all also am an and any are as at be because been before being below
    between both but by can could did do does doing down during each either else ever few for from further
    had has have having he her here hers herself him himself his how however i if in into is it its itself
    just may me might mine more most must my myself neither no nor not of off on once only or other our ours
    ourselves out over own per shall she should since so some such than that the their theirs them
    themselves then there these they this those though through to too under until up upon us very was we
    were what when where whether which while who whom whose why will with within without would yes yet you
    your yours yourself yourselves
    """
)
"""Words that join others. A dictionary without them takes "it" for information technology."""


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
