"""Every control has a name that a screen reader can say: its own, with the word that is seen in it."""

from collections import Counter
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget


class Seen(NamedTuple):
    """A control as a person meets it: what it is, what a screen reader says, and the word on it."""

    kind: str
    name: str
    word: str


@pytest.fixture
def pages(open_window, qapp) -> dict[str, list[Seen]]:
    """Return the controls of each page of the window, with a text open and a bookmark set."""
    window = open_window()
    window.open_text("immune-system-changes")
    window.run("bookmark")
    seen = {}
    for page in window.pages:
        if page != window.page:
            window.show(page)
        qapp.processEvents()
        assert window.page == page
        seen[page] = [
            Seen(
                type(control).__name__,
                control.accessibleName(),
                control.text() if isinstance(control, QAbstractButton) else "",
            )
            for control in window.findChildren(QWidget)
            if control.isVisible() and takes_focus(control)
        ]
    return seen


def takes_focus(widget: QWidget) -> bool:
    """Return whether a person can come to it; a frame that only scrolls what it holds is no control."""
    policy = widget.focusPolicy()
    if isinstance(widget, QAbstractScrollArea):
        return bool(policy & Qt.FocusPolicy.TabFocus)
    return policy != Qt.FocusPolicy.NoFocus


def test_every_control_has_a_name_of_its_own(pages):
    for page, controls in pages.items():
        names = Counter(control.name for control in controls)
        # A dark page is one control as a whole.
        assert len(names) > (page not in {"eyes closed", "rest"}), f"{page} has controls at all"
        assert [control for control in controls if not control.name] == [], page
        assert [control for control in controls if names[control.name] > 1] == [], page


def test_the_name_of_a_button_holds_the_word_that_is_seen(pages):
    for page, controls in pages.items():
        assert [control for control in controls if control.word not in control.name] == [], page
