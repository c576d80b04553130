"""Who wrote a text, if its file names anyone: many programs write something else there."""

import re

_NOBODY = re.compile(
    r"\(?(?:anonymous|anonym|unknown(?: author| creator)?|unbekannt(?:er autor)?|inconnu|desconocido|nobody|"
    r"(?:no )?author|autor|n/?a|none|null|undefined|default|guest|test|root|owner|admin(?:istrator)?|"
    r"(?:(?:microsoft(?: office)?|office|windows|hp|dell|lenovo|asus|acer) )?user(?:name)?\d*|benutzer|"
    r"utilisateur|usuario|microsoft|(?:microsoft )?(?:office )?word|libreoffice|openoffice(?:\.org)?|"
    r"google docs|python-docx|docx4j|apache poi|openpyxl|phpword|calibre|pandoc|sphinx|ebook)\)?",
    re.IGNORECASE,
)
"""What stands in the place of a name, but names nobody."""


def named(said: str) -> str:
    """Return the names in what a file says of its author, "" if it names nobody."""
    return "" if _NOBODY.fullmatch(said.strip()) else said
