"""The word that goes before a picture's words where the picture is not seen."""

from reader.model.document import UNDESCRIBED


def kind_word(words: str) -> str:
    """Return "Picture: ", or "" if the words begin by saying so themselves."""
    return "" if words.casefold().startswith(UNDESCRIBED.casefold()) else f"{UNDESCRIBED}: "
