"""Arabic and Hebrew are read from the right, whatever their first word is."""

import pytest

from reader.text.direction import is_right_to_left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rest helps.", False),
        ("الراحة مهمة", True),
        ("PEM هو تفاقم الأعراض بعد الجهد", True),
        ("מנוחה עוזרת", True),
        ("The word راحة means rest.", False),
        ("12.5 | –", False),
        ("", False),
    ],
)
def test_the_side_a_text_begins_at(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected
