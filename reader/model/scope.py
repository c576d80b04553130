"""What of a text is gone through."""

from enum import StrEnum


class Scope(StrEnum):
    """All of the text, its key points, or those of them that a person has come past."""

    WHOLE = "whole"
    KEY_POINTS = "key points"
    REMINDER = "reminder"
