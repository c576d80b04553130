"""One day is kept, and no other."""

from pathlib import Path

import pytest

from reader.model.today import Today
from reader.store.database import opened
from reader.store.folders import StoreError
from reader.store.today import TodayStore


def test_a_day_is_kept_until_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "reader.db"
    database, _ = opened(path)
    store = TodayStore(database)
    assert store.of("2026-11-23") == Today("2026-11-23")
    store.keep(Today("2026-11-23", 12.5))
    store.keep(Today("2026-11-23", 300.25, 300.0))
    database.close()
    database, _ = opened(path)
    store = TodayStore(database)
    assert store.of("2026-11-23") == Today("2026-11-23", 300.25, 300.0)
    store.keep(Today("2026-11-24", 1.0))
    assert store.of("2026-11-23") == Today("2026-11-23"), "nobody's days are counted"
    database.close()


def test_a_database_that_is_gone_is_told_of_kindly(tmp_path: Path) -> None:
    database, _ = opened(tmp_path / "reader.db")
    store = TodayStore(database)
    database.close()
    with pytest.raises(StoreError):
        store.keep(Today("2026-11-23"))
