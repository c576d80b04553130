"""A place in a text that survives a change of font, of piece length and of the file itself."""

from dataclasses import dataclass

QUOTE = 32
"""Characters of the quote, and as many before it: enough to find a place again in a changed file."""


@dataclass(frozen=True, slots=True)
class Place:
    """A letter of a block.

    `offset` counts code points from 0 within the block's text. `quote` holds up to QUOTE characters from
    there on and `before` up to QUOTE before it, so that the place is found again in a changed file.
    """

    block: str
    offset: int
    quote: str = ""
    before: str = ""

    def is_at(self, other: "Place") -> bool:
        """Return whether both are the same letter, whatever they quote."""
        return (self.block, self.offset) == (other.block, other.offset)
