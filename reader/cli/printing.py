"""Lines that a terminal can take, whatever it is."""

import io
import os
from typing import TextIO


def print_line(text: str, stream: TextIO | None) -> None:
    """Write lines that never fail for a letter the terminal lacks, nor when nobody listens (any more)."""
    if stream is None:
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    try:
        stream.write(text + "\n")
        stream.flush()
    except BrokenPipeError:
        # Else Python would try once more at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
