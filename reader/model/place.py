"""A place in a text that survives a change of font, of piece length and of the file itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A letter of a block.

    `offset` counts code points from 0 within the block's text. `quote` holds up to 32 characters from
    there on and `before` up to 32 before it, so that the place is found again in a changed file.
    """

    block: str
    offset: int
    quote: str = ""
    before: str = ""
