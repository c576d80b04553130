"""Where sentences end in languages other than English.

The ends come from the rules of sentencex, which knows the abbreviations of some 300 languages. Of what it
finds, only that is kept after which a sentence may begin: a false end hurts more than a missed one.
"""

import re
from collections.abc import Iterator

import sentencex

_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.\s*$")
_INITIAL = re.compile(r"(?<!\w)(?!\d)\w\.\s*$")
"""Of a name, or the French "M.": a letter alone seldom ends a sentence."""
_ORDINAL_LANGUAGES = frozenset(
    ["cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr"]
)
"""Those that write "the 3rd" as "3."."""

_ABBREVIATIONS = {
    language: frozenset(words.split())
    for language, words in {
        "de": "Abb. Bd. Dipl. -Ing. Jh. Kap. Tab. Tel. allg. bspw. exkl. geb. gest. inkl. insb. max. mind. "
        "resp. zzgl.",
        "es": "aprox.",
        "fr": "Dr. Mlle. Mme. Pr. St. Sté. max. min. réf.",
        "hi": "डॉ. श्री. सुश्री. प्रो. पं. कु. रु. सं. पृ. वि. कि. मी. मि.",
        "it": "pag.",
        "nl": "afb. incl. mevr.",
        "pl": "dot. dr. godz. inż. m.in. mgr. nr. por. rys. str. tab. tj. ul. wg. ww. zob. św.",
        "pt": "Av. Exa. Profa. aprox. cap. ed. pág. séc. tel. vol.",
        "sv": "dvs. ev. forts. inkl. jfr. kap. kl. max. resp. sid. t.ex. tel.",
    }.items()
}
"""Which the library does not know; ours: those after which something always follows."""
_LAST = re.compile(r"[^\s(\[„“«\"']+$")

_QUOTES, _MANY = dict.fromkeys(map(ord, "`«»“„‘‹"), " "), 300
"""The library's time grows with the square of their number; ours: so many in a text open no quotes."""


def ends(text: str, language: str) -> Iterator[int]:
    """Yield where the sentences of a text end, white space after them included (code points)."""
    base = language.partition("-")[0].lower()
    plain = text.translate(_QUOTES)
    is_odd = sum(one != other for one, other in zip(text, plain, strict=True)) > _MANY
    for found in sentencex.get_sentence_boundaries(base, plain if is_odd else text):
        end = found["end_index"]
        if end < len(text) and _may_end(text, found["start_index"], end, base):
            yield end
    if text:
        yield len(text)


def _may_end(text: str, start: int, end: int, language: str) -> bool:
    after = next((letter for letter in text[end : end + 8] if letter.isalnum()), "")
    if after.islower():
        return False
    before = text[max(start, end - 40) : end]
    if not before.rstrip().endswith("."):
        return True
    last = _LAST.search(before.rstrip())
    if _INITIAL.search(before) or (last and last[0] in _ABBREVIATIONS.get(language, ())):
        return False
    return not after.isdigit() and not (language in _ORDINAL_LANGUAGES and _ORDINAL.search(before))
