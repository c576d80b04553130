"""The glossary that is shipped with the app, from its TOML files."""

import tomllib
from typing import Any

from reader.ground import bundled
from reader.model.term import Term
from reader.text.glossary import Glossary

_KINDS = {"term": str, "forms": list, "say": str, "meaning": str, "more": str, "everyday": bool}


def bundled_glossary() -> Glossary:
    """Return the glossary of all bundled files; raises ValueError, naming file and entry, for a fault."""
    terms: dict[str, Term] = {}
    for path in bundled.listed("glossary", ".toml"):
        for term in terms_of(bundled.text("glossary", path.name), path.name):
            if term.name in terms:
                raise ValueError(f"{path.name}: {term.name!r} is explained twice")
            terms[term.name] = term
    return Glossary(tuple(terms.values()))


def terms_of(content: str, file: str) -> tuple[Term, ...]:
    """Return the terms of a TOML file; raises ValueError, naming file and entry, for a broken one."""
    try:
        entries = tomllib.loads(content).get("entry", [])
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError(f"{file}: an entry begins with [[entry]]")
    return tuple(
        _term(entry, f"{file}, entry {number} ({entry.get('term', 'without a term')})")
        for number, entry in enumerate(entries, 1)
    )


def _term(entry: dict[str, Any], where: str) -> Term:
    for key, value in entry.items():
        if key not in _KINDS:
            raise ValueError(f"{where}: nothing is called {key!r}")
        if not isinstance(value, _KINDS[key]):
            raise ValueError(f"{where}: {key!r} is of the wrong kind")
    for key in ("term", "meaning"):
        if not entry.get(key):
            raise ValueError(f"{where}: {key!r} is missing")
    forms = entry.get("forms", [])
    if not all(isinstance(form, str) and form for form in forms):
        raise ValueError(f"{where}: a form is not a text")
    return Term(
        name=entry["term"],
        forms=tuple(forms),
        meaning=entry["meaning"],
        say=entry.get("say", ""),
        more=entry.get("more", ""),
        everyday=entry.get("everyday", False),
    )
