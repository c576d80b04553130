"""In which encoding a text is that does not say so and is no UTF-8: told by the language that comes out."""

import re
from collections.abc import Iterator

USUAL = "cp1252"
"""Windows text of Western Europe, as which a text is read where nothing speaks plainly for another one."""

_OTHERS = (
    *("mac_roman", "cp850"),
    *("cp1250", "iso8859_2", "cp1254", "cp1257", "cp1258"),
    *("cp1251", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"),
    *("cp1253", "iso8859_7", "cp1255", "cp1256", "iso8859_6"),
    *("gb18030", "cp950", "cp932", "euc_jp", "cp949"),
)
"""Thai is not among them: half of what is written in other ones looks like it."""

SAMPLE = 3_000
"""Bytes that are looked at; ours: more of them tell nothing new."""

PLAINLY = 5.0
"""How much surer of its language a text must be in another encoding than in the usual one; ours.

So, of 2,400 Western samples of 80 letters and more one is read wrongly, and six of 600 others of 1,000.
"""

_JAPANESE = (b"\x1b$B", b"\x1b$@")
"""What leads to Japanese letters where each of them is written as two of ASCII."""

_TAG = re.compile(rb"<[^<>]{0,1000}>")
_TELLING = re.compile(rb"[\x80-\xff]")

_SIGNS = re.compile(r"[\x00-\x7f‘’“”–—…•«»·°£€©®™§½¼¾¿¡\xa0]*")
"""What a Western text may hold besides ASCII though it has no letters of its own: these tell no language."""
_SIGN_WITHIN = re.compile(r"[A-Za-z][‘“”…•«»°£€©®™§½¼¾¿¡][A-Za-z]")
_ACCENTED = re.compile("[áàâäåæéèêëíïñóôöøúüßçÉÄÖÜÅØ]")
_FEW_ACCENTED, _PLAIN_LETTERS = 6, 3
"""Ours: so many Western letters with so many plain ones to each may be a few words of any Western text."""

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_TORN = re.compile(r"[A-Za-z][\u0370-\u1fff\u3040-\uffdc]|[a-z][À-ÖØ-Þ]")
"""Within a word, another script or a capital: so look Western letters in a wrong encoding."""


def encoding_of(content: bytes) -> str:
    """Return the name of the encoding that a text seems to be in.

    Read in the right one, it is more plainly in one language than in any other: what tells languages apart
    is asked about each.
    """
    if any(mark in content for mark in _JAPANESE):
        return "iso2022_jp"
    if _is_nearly_utf8(content):
        return "utf-8"
    sample = b"\n".join(_telling(content))
    if _may_be_western(sample.decode(USUAL, errors="replace")):
        return USUAL
    sure = {name: _sureness(sample, name) for name in (USUAL, *_OTHERS)}
    sure[USUAL] += PLAINLY
    return max(sure, key=lambda name: sure[name])


def _is_nearly_utf8(content: bytes) -> bool:
    """Return whether nine of ten letters beyond ASCII are UTF-8, so that the rest is damage."""
    text = content.decode("utf-8", errors="replace")
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return text.count("\ufffd") * 10 < beyond


def _may_be_western(text: str) -> bool:
    """Return whether a text has signs and a few letters only that are usual in the West."""
    plain, count = _ACCENTED.subn("", text)
    if not _SIGNS.fullmatch(plain) or _SIGN_WITHIN.search(text):
        return False
    return count <= _FEW_ACCENTED and count * _PLAIN_LETTERS <= sum(map(str.isalpha, plain))


def _telling(content: bytes) -> Iterator[bytes]:
    """Yield the first lines that are not alike in all encodings, without their tags."""
    rest, end = SAMPLE, 0
    while rest > 0 and (found := _TELLING.search(content, end)):
        begin = max(content.rfind(b"\n", end, found.start()) + 1, found.start() - rest, end)
        most = found.start() + rest * 4  # much of a line of markup may be tags
        end = content.find(b"\n", found.start(), most)
        end = most if end < 0 else end
        words = _TAG.sub(b" ", content[begin:end])[:rest]
        yield words
        rest -= len(words) + 1


def _sureness(sample: bytes, encoding: str) -> float:
    """Return how much more likely a sample is in its likeliest language than in any; 0 if it is no text."""
    # Imported when needed: its model takes most of a second to load.
    import py3langid  # noqa: PLC0415

    text = sample.decode(encoding, errors="replace")
    is_torn = len(_TORN.findall(text)) * 4 > len(_BEYOND.findall(text))
    if is_torn or len(_ODD.findall(text)) * 100 > len(text):
        return 0
    likely = [float(likelihood) for _, likelihood in py3langid.rank(text)]
    return max(likely) - sum(likely) / len(likely)
