"""The pages that are columns of words and controls."""

COLUMNS = (
    "library",
    "comfort",
    "menu",
    "how much",
    "text and light",
    "voice",
    "ways to listen",
    "which voice",
    "say it like this",
    "save as sound",
    "where to save",
    "open",
    "places",
    "contents",
    "bookmarks",
    "find",
    "around",
    "search",
    "about",
    "your words",
)
"""Every page but the text and the dark ones."""
