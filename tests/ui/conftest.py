"""The person of the stories, for tests of what single keys do."""

from tests.journeys.conftest import newcomer, person, reader

__all__ = ["newcomer", "person", "reader"]
