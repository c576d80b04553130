"""Which voices to offer, under which words, and which one to begin with."""

from collections.abc import Sequence

from reader.speech.voice import VoiceName

NATURAL = "natural:"
"""How the ids of the natural voices begin."""

BUNDLED = f"{NATURAL}heart"
"""The natural voice that comes with the app."""

LANGUAGE = "language:"
"""How a wish begins that names no voice but a language, such as "language:de"."""

_SAME = {"cmn": "zh", "nb": "no", "nn": "no"}
"""What engines call a language otherwise than texts do."""

PREFERRED = ("en-GB", "en-IE", "en-AU", "en-US")

PLAIN = {
    "en-029": "Caribbean English",
    "en-AU": "Australian English",
    "en-GB": "British English",
    "en-GB-SCOTLAND": "Scottish English",
    "en-GB-X-GBCLAN": "Lancashire English",
    "en-GB-X-GBCWMD": "West Midlands English",
    "en-GB-X-RP": "British English, formal",
    "en-IE": "Irish English",
    "en-IN": "Indian English",
    "en-US": "American English",
    "en-US-NYC": "New York English",
}


def is_natural(voice: str) -> bool:
    """Return whether this is the id of a natural voice, there or not."""
    return voice.startswith(NATURAL)


def for_language(voice: str, language: str) -> str:
    """Return the wish for a voice: the chosen one for English, else any that knows the language."""
    return voice if _base(language) == "en" else f"{LANGUAGE}{language}"


def named(voice: str, name: str, languages: Sequence[object]) -> VoiceName:
    """Return a voice of an engine under plain words, whatever way the engine writes its language."""
    language = _language(languages)
    # Windows says "Microsoft Hazel Desktop - English (Great Britain)".
    short = name.split(" - ", maxsplit=1)[0].removeprefix("Microsoft ").removesuffix(" Desktop")
    variety = PLAIN.get(language, "")
    if name.startswith("English") and variety:
        return VoiceName(voice, f"Computer voice, {variety}", language)
    return VoiceName(voice, f"{short}, {variety}" if variety else short, language)


def offered(voices: Sequence[VoiceName]) -> tuple[VoiceName, ...]:
    """Return the voices to choose from: the English ones if there are any, the preferred varieties first."""
    english = [voice for voice in voices if _is_english(voice)]
    return tuple(sorted(english or voices, key=lambda voice: (_rank(voice), voice.label)))


def chosen(voices: Sequence[VoiceName], wanted: str) -> str:
    """Return the id of the wanted voice if it is there, else of the first one offered, or "" without any.

    Where a language is wanted it is "" as well if no voice knows it.
    """
    if wanted.startswith(LANGUAGE):
        return _speaks(voices, wanted.removeprefix(LANGUAGE))
    if any(voice.id == wanted for voice in voices):
        return wanted
    return next((voice.id for voice in offered(voices)), "")


def _speaks(voices: Sequence[VoiceName], language: str) -> str:
    known = [voice for voice in voices if _base(voice.language) == _base(language)]
    return next(
        (voice.id for voice in known if voice.language.lower() == language.lower()),
        known[0].id if known else "",
    )


def _base(language: str) -> str:
    base = language.partition("-")[0].lower()
    return _SAME.get(base, base)


def _is_english(voice: VoiceName) -> bool:
    return voice.language == "en" or voice.language.startswith("en-")


def _rank(voice: VoiceName) -> int:
    return PREFERRED.index(voice.language) if voice.language in PREFERRED else len(PREFERRED)


def _language(languages: Sequence[object]) -> str:
    """Return a language such as "en-GB" from "en-gb", "en_GB" or bytes with a length in front."""
    raw = languages[0] if languages else ""
    text = raw.decode("ascii", "ignore") if isinstance(raw, bytes) else str(raw or "")
    first, *rest = text.strip("\x00\x05 ").replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() for part in rest)])
