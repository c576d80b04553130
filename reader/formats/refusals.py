"""What is said when a file cannot be opened."""

from reader.formats.letters import one_line

LONGEST_NAME = 60


class Unfit(Exception):  # noqa: N818  (it is no error of the app either)
    """What a format says of a file that it cannot take: what happened, and what to do next if known."""

    def __init__(self, happened: str, *advice: str) -> None:
        super().__init__(happened, *advice)


class Refusal(Exception):  # noqa: N818  (it is no error of the app: the file is politely declined)
    """A file that is not opened.

    The message is one sentence for the reader: what happened, that nothing is lost, what to do next.
    `reason` is its first part alone, for where many files are spoken of.
    """

    def __init__(self, name: str, happened: str, advice: str = "please choose another file") -> None:
        shown = one_line(name, len(name))
        if len(shown) > LONGEST_NAME:
            shown = shown[: LONGEST_NAME // 2] + "…" + shown[-LONGEST_NAME // 2 :]
        self.reason = f"“{shown}” {happened}"
        super().__init__(f"{self.reason}; nothing is lost, {advice}.")
