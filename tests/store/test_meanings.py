"""Own meanings and known words, from one day to the next."""

from pathlib import Path

from reader.store.database import opened
from reader.store.meanings import MeaningStore


def test_what_was_written_and_known_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "reader.db"
    database, _ = opened(path)
    store = MeaningStore(database)
    store.write("PEM", "my crashes")
    store.write("brain fog", "cotton wool")
    store.write("PEM", "the bill that comes later")
    store.know("cell", True)
    store.know("cell", True)
    database.close()
    again = MeaningStore(opened(path)[0])
    assert again.own() == {"brain fog": "cotton wool", "PEM": "the bill that comes later"}
    assert again.known() == ("cell",)
    again.write("PEM", "")
    again.know("cell", False)
    assert (again.own(), again.known()) == ({"brain fog": "cotton wool"}, ())
