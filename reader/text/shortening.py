"""A long line made short, with the cut in sight."""


def shortened(text: str, room: int) -> str:
    """Return a text on one line of at most `room` characters, cut after a whole word where there is one."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    kept = line[: room - 1]
    # The letter after the cut tells whether the last word is whole.
    if line[room - 1] != " " and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" .,;:") + "…"
