"""A text in the making: what its format finds out about it on the way."""

from dataclasses import dataclass, field

from reader.formats.pictures import Pictures
from reader.model.document import Source


@dataclass(slots=True)
class Draft:
    """What is known of a text besides its blocks; a format fills it in, the sooner the better.

    `name` is the file's name without its ending, and the title if the text gives none. `language` is as the
    file writes it, "" while unknown; `languages.told` makes a BCP 47 tag of it. `share` is how much of the
    file has been taken apart, from 0 to 1, where that is known. `pictures` keeps the bytes of those that
    blocks name.
    """

    name: str
    pictures: Pictures = field(default_factory=Pictures)
    title: str = ""
    language: str = ""
    summary: str = ""
    source: Source = field(default_factory=Source)
    share: float = 0.0
