"""The natural voice; runs in a process of its own."""

from pathlib import Path

from reader.ground.children import Frame, answer_frames


def serve(folder: Path) -> None:
    """Be the process of the natural voice, which also offers the voices in this folder."""
    answer_frames(lambda _question: Frame({"error": "missing"} if folder else {}))
