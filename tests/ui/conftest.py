"""The person of the stories, for tests of what single keys do, and one who looks at pictures."""

from tests.journeys.conftest import newcomer, person, reader
from tests.ui.pictured import pictured

__all__ = ["newcomer", "person", "pictured", "reader"]
