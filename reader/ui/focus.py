"""Focus: one sentence, or one or three lines, stand out of the piece, and the rest is quiet."""

from reader.model.settings import Settings
from reader.session.command import Sessions
from reader.ui import marks
from reader.ui.piece_scroll import PieceScroll

HOW_IT_MOVES = "Down and Up move what stands out."

_LINES = {"line": 1, "lines": 3}


class Focus:
    """Lets stand out what is read or heard now; a key or the voice moves it, and nothing slides.

    It keeps nothing of its own: it is where the kept place is, and goes where the place goes.
    """

    def __init__(self, sessions: Sessions, scroll: PieceScroll) -> None:
        self._reading, self._listening = sessions.reading, sessions.listening
        self._preferences = sessions.preferences
        self._scroll, self._view = scroll, scroll.view
        sessions.reading.moved.connect(self._follow_place)
        self._notices = sessions.notices
        self._was_on = self.is_wanted
        sessions.preferences.changed.connect(self._take_settings)

    @property
    def is_wanted(self) -> bool:
        """Return whether a person has chosen that something stands out."""
        return self._preferences.settings.focus != "off"

    @property
    def on(self) -> bool:
        """Return whether it is wanted, and a text is open."""
        return self.is_wanted and bool(self._reading.chunks)

    @property
    def letters(self) -> tuple[int, int] | None:
        """Return start and end (code points) of what stands out, None while nothing is quiet."""
        if not self.on:
            return None
        start, end = self._read_now()
        standing = [unit for unit in self._units() if unit[0] < end and start < unit[1]]
        return (standing[0][0], standing[-1][1]) if standing else None

    @property
    def has_more(self) -> bool:
        """Return whether a step on would stay within the piece."""
        return self.on and (self._goes_on(1) or bool(self._beyond(1)))

    def show(self) -> None:
        """Let the right letters stand out, in the piece as it is laid out now."""
        self._view.stand_out(self.letters)

    def keep_in_sight(self) -> None:
        """Scroll to what stands out, unless it is seen."""
        if letters := self.letters:
            self._scroll.keep_in_sight(max(letters[0], self._kept()), letters[1])

    def step(self, steps: int) -> None:
        """Go one on (1) or back (-1), also to the piece beside; what is cut off is shown whole before."""
        if not self.on:
            return
        if self._goes_on(steps):
            (self._scroll.scroll_on if steps > 0 else self._scroll.scroll_back)()
        elif beyond := self._beyond(steps):
            self._reading.reach(beyond[0][0])
        elif steps > 0:
            self._reading.next()
        else:
            self._to_end_of_piece_before()

    def come_along(self) -> None:
        """Go to what is seen first, when scrolling has left behind what stood out."""
        letters = self.letters
        if letters is None or self._listening.active or self._scroll.sees_some_of(*letters):
            return
        seen = self._scroll.first_letter()
        begins = [first for first, _ in self._units() if first >= seen]
        seen_first = begins[0] if begins and self._scroll.sees_some_of(begins[0], begins[0] + 1) else seen
        self._reading.reach(seen_first)

    def _take_settings(self, _settings: Settings) -> None:
        was_on, self._was_on = self._was_on, self.is_wanted
        if self.is_wanted and not was_on:
            self._notices.say(HOW_IT_MOVES)
        self.show()

    def _follow_place(self) -> None:
        self.show()
        # What is marked is kept in sight with its mark.
        if self._view.marked is None:
            self.keep_in_sight()

    def _to_end_of_piece_before(self) -> None:
        before = self._reading.index
        self._reading.previous()
        if self._reading.index != before and (units := self._units()):
            self._reading.reach(units[-1][0])

    def _goes_on(self, steps: int) -> bool:
        letters = self.letters
        return letters is not None and self._scroll.cuts_off(*letters, steps)

    def _beyond(self, steps: int) -> list[tuple[int, int]]:
        """Return what could stand out next in this piece, the nearest first."""
        first, last = self.letters or (0, 0)
        if steps > 0:
            return [unit for unit in self._units() if unit[0] >= last]
        return [unit for unit in reversed(self._units()) if unit[1] <= first]

    def _units(self) -> tuple[tuple[int, int], ...]:
        """Return start and end of each sentence, line, or three lines; together they are the piece."""
        text, size = self._reading.chunk.text, _LINES.get(self._preferences.settings.focus)
        if size is None:
            return self._reading.chunk.sentence_spans()
        starts = marks.line_starts(self._view.document())[::size]
        return tuple(zip(starts, (*starts[1:], len(text)), strict=True)) if starts else ()

    def _kept(self) -> int:
        return self._reading.chunk.offset_of(self._reading.here) or 0

    def _read_now(self) -> tuple[int, int]:
        """Return the word or sentence that is heard, in silence the first letter that is to be read."""
        kept = self._kept()
        if self._view.marked:
            return self._view.marked
        if self._listening.active and not self._listening.is_elsewhere:
            # Nothing is marked for who wants no mark; where the voice is, is known all the same.
            spans = self._reading.chunk.sentence_spans()
            return next((span for span in spans if span[0] <= kept < span[1]), (kept, kept + 1))
        return kept, kept + 1
