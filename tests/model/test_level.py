"""The three answers to "How much at a time?"."""

import pytest

from reader.model.level import Level


@pytest.mark.parametrize(
    ("level", "words", "label"),
    [
        (Level.SENTENCE, 0, "One sentence"),
        (Level.SHORT, 50, "A short piece"),
        (Level.LONGER, 100, "A longer piece"),
    ],
)
def test_each_level_has_its_budget_and_its_words(level, words, label):
    assert (level.words, level.label) == (words, label)
