"""The pronunciation tables that are shipped with the app, from their TOML files."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from reader.ground import bundled
from reader.model.wordings import Unit, Wording, Wordings

_WORD = {"written": list, "said": str, "before": str, "may_end": bool, "ordinary": bool}
_UNIT = {"written": list, "one": str, "many": str}
_TABLES = frozenset({"per", "signs", "signs_before_number", "letters"})
_KEYS = frozenset({"word", "unit", "spelled"}) | _TABLES

Found = TypeVar("Found")

_LETTER_A = "eh"
"""A lone A would be the article; both voices say the letter for this."""


def bundled_wordings() -> Wordings:
    """Return what all bundled files say together; raises ValueError, naming file and entry, for a fault."""
    words: dict[str, Wording] = {}
    units: dict[str, Unit] = {}
    tables: dict[str, dict[str, str]] = {name: {} for name in _TABLES}
    for path in bundled.listed("pronunciation", ".toml"):
        part = wordings_of(bundled.text("pronunciation", path.name), path.name)
        _add(words, {word.written: word for word in part.words}, path.name)
        _add(units, {unit.written: unit for unit in part.units}, path.name)
        for name, table in tables.items():
            _add(table, getattr(part, name), path.name)
    return Wordings(tuple(words.values()), tuple(units.values()), **tables)


def wordings_of(content: str, file: str) -> Wordings:
    """Return what a TOML file says; raises ValueError, naming file and entry, for a broken one."""
    try:
        found = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error
    if unknown := found.keys() - _KEYS:
        raise ValueError(f"{file}: nothing is called {min(unknown)!r}")
    words = [
        Wording(written, **{key: value for key, value in entry.items() if key != "written"})
        for entry in _entries(found, "word", _WORD, file)
        for written in entry["written"]
    ]
    units = [
        Unit(written, entry["one"], entry["many"])
        for entry in _entries(found, "unit", _UNIT, file)
        for written in entry["written"]
    ]
    tables = {name: _table(found, name, file) for name in _TABLES}
    return Wordings((*words, *_spelled(found.get("spelled", []))), tuple(units), **tables)


def _entries(found: Mapping[str, Any], name: str, kinds: Mapping[str, type], file: str) -> Iterator[Any]:
    for number, entry in enumerate(found.get(name, []), 1):
        where = f"{file}, {name} {number}"
        for key, value in entry.items():
            if not isinstance(value, kinds.get(key, type(None))):
                raise ValueError(f"{where}: {key!r} is unknown, or of the wrong kind")
        for key in ("written", "said") if name == "word" else kinds:
            if not entry.get(key):
                raise ValueError(f"{where}: {key!r} is missing")
        if not all(isinstance(written, str) and written[:1].isalnum() for written in entry["written"]):
            raise ValueError(f"{where}: what is written begins with a letter or digit")
        yield entry


def _table(found: Mapping[str, Any], name: str, file: str) -> dict[str, str]:
    table = found.get(name, {})
    if not isinstance(table, dict) or not all(isinstance(said, str) for said in table.values()):
        raise ValueError(f"{file}: {name!r} is no table of texts")
    return table


def _spelled(abbreviations: list[str]) -> Iterator[Wording]:
    """Yield each abbreviation and its plural, said letter by letter."""
    for written in abbreviations:
        said = " ".join(_LETTER_A if letter == "A" else letter for letter in written)
        yield Wording(written, said)
        yield Wording(f"{written}s", f"{said}'s")


def _add(all_of_them: dict[str, Found], more: Mapping[str, Found], file: str) -> None:
    for written, found in more.items():
        if written in all_of_them:
            raise ValueError(f"{file}: {written!r} is said in two ways")
        all_of_them[written] = found
