"""How long a person has read today; of other days nothing is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Today:
    """A day as "2026-11-23", the seconds of reading and listening in it, and what was told of them.

    `told` is the seconds at which a person was told of a good place to stop, 0 for not yet.
    """

    day: str
    seconds: float = 0.0
    told: float = 0.0
