"""Letters of fonts that TeX drew dot by dot, which some files give out as ornaments.

Such a font names each letter by its code, "a97" for a. The font Zapf Dingbats names its ornaments in the same
way, and Ghostscript writes into a PDF that those were meant.
"""

import re

SHARE, KINDS = 0.2, 8
"""Of a page's letters, and different ones; ours: as many ornaments for a to z are letters."""

_ORNAMENTS = (
    " ✁✂✄☎✆✝✞✟✠✡☛☞✌✍✎✏✑✒✓✔✕✖✗✘✙✚✛✜✢✣✤✥✦✧★✩✪✫✬✭✮✯✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄"
    "❅❆❇❈❉❊❋●❍■❏❑▲▼◆❖ ◗❘❙❚❯❱❲❳❨❩❬❭❪❫❴❵❛❜❝❞❡❢❣❤✐❥❦❧♠♥♦♣    ✉✈✇①②③④⑤⑥⑦⑧"
    "⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓➔→➣↔↕➙➛➜➝➞➟➠➡➢➤➥➦➧➨➩➫➭➯➲➳➵➸➺➻➼➽➾"
    "➚➪➶➹➘➴➷➬➮➱✃❐❒❮❰"
)
"""The ornament with each code; a space for a code without one."""

_SIGNS = dict(enumerate("“”„«»–—", 16)) | dict(enumerate("ﬀﬁﬂﬃﬄ", 27))
"""What TeX has before the codes of ASCII; the author of most such files had fonts of this order (T1)."""

_LETTERS = str.maketrans(
    {
        ornament: _SIGNS.get(code, chr(code))
        for code, ornament in enumerate(_ORNAMENTS)
        if ornament != " " and (code in _SIGNS or 32 < code < 127 or code >= 192)
    }
)


_SMALL = re.compile(f"[{_ORNAMENTS[ord('a') : ord('z') + 1].replace(' ', '')}]")


def read_as_letters(text: str) -> str:
    """Return what a page says, with the letters that ornaments stand for, if most of them do."""
    found = _SMALL.findall(text)
    return text.translate(_LETTERS) if len(found) > SHARE * len(text) and len(set(found)) >= KINDS else text
