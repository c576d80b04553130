"""From which side a line is read."""

import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def is_right_to_left(text: str) -> bool:
    """Return whether most letters of a text are of a script that is read from right to left.

    The first letter alone, by which Unicode's rules go, is often that of a foreign name.
    """
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return sum(kind in _RIGHT_TO_LEFT for kind in kinds) > kinds.count("L")
