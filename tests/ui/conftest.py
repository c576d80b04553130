"""The person of the stories, for tests of what single keys do."""

from tests.journeys.conftest import person, reader

__all__ = ["person", "reader"]
