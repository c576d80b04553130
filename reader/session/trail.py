"""The places that jumps have left behind, to which Return leads back one by one."""

from reader.model.record import LeftBehind

LONGEST = 9
"""Ours: nobody goes further back than that, and each is kept on the disk."""


class Trail:
    """The newest of them, the newest last."""

    def __init__(self, places: tuple[LeftBehind, ...] = ()) -> None:
        self.places = places

    def leave(self, place: LeftBehind) -> None:
        """Leave a place behind; one that was left just now is not left twice."""
        self.forget(place)
        self.places = (*self.places, place)[-LONGEST:]

    def forget(self, place: LeftBehind) -> None:
        """Forget a place if it is the newest: the person is there again without Return."""
        if self.places[-1:] == (place,):
            self.places = self.places[:-1]

    def go_back(self) -> LeftBehind | None:
        """Take the newest place off and return it; None if there is none."""
        newest = self.places[-1] if self.places else None
        self.places = self.places[:-1]
        return newest
