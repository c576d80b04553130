"""The parts of a Word document, and excerpts of it that are small documents of their own."""

import copy
import io
import posixpath
import re
import zipfile
from collections.abc import Collection, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from reader.formats import pictures
from reader.formats.archive import Archive
from reader.formats.docx import xml_tree
from reader.formats.docx.names import NAMESPACES, named
from reader.formats.refusals import Unfit

_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_NOTES = {"footnotes": "w:footnoteReference", "endnotes": "w:endnoteReference"}
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
"""How the strict form of the format begins its names; for the rest they are the same."""

_SHORT = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "mc", "v")}


class Package:
    """A zip file with a Word document in it; each of its parts is looked at before anything reads it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._parts: dict[str, Element | None] = {}
        self._relations: dict[str, list[Element]] = {}
        (self._path,) = self._targets("", "officeDocument")[:1] or ("word/document.xml",)

    def part(self, name: str) -> Element | None:
        """Return the root of a part such as "document", None if there is none; raises Unfit."""
        if name not in self._parts:
            self._parts[name] = self._tree(self._where(name))
        return self._parts[name]

    def picture(self, path: str) -> bytes | None:
        """Return a picture's bytes, None if there is none to be had."""
        try:
            return self._archive.read(path, pictures.LARGEST)
        except (KeyError, Unfit):
            return None

    def links(self, name: str) -> Collection[str]:
        """Return the ids by which a part leads to something: another place on the web, or a picture."""
        return {relation.get("Id", "") for relation in self._related(self._where(name))}

    def excerpt(self, stretch: Sequence[Element]) -> bytes:
        """Return a Word document with nothing but these children of the body, and what they lead to."""
        body = etree.Element(named("w:body"), nsmap=_SHORT)
        body.extend(copy.deepcopy(child) for child in stretch)
        root = etree.Element(named("w:document"), nsmap=_SHORT)
        root.append(body)
        held = {"word/document.xml": root}
        for name, mark in _NOTES.items():
            held[f"word/{name}.xml"] = self._notes(name, list(body.iter(named(mark))))
        for name in ("styles", "numbering"):
            if (part := self.part(name)) is not None:
                held[f"word/{name}.xml"] = part
        paths: set[str] = set()
        for name in ("document", *_NOTES):
            held[f"word/_rels/{name}.xml.rels"] = self._relations_of(name, paths)
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as zip_file:
            zip_file.writestr("[Content_Types].xml", _TYPES)
            for path, tree in held.items():
                zip_file.writestr(path, etree.tostring(tree))
            for path in paths:
                # The name of a picture stands in its place: it is read once it is known to be wanted.
                zip_file.writestr(f"pictures/{path}", path)
        return written.getvalue()

    def _notes(self, name: str, marks: Sequence[Element]) -> Element:
        """Return the notes that marks lead to; a mark that leads nowhere goes."""
        part = self.part(name)
        notes = (
            {}
            if part is None
            else {note.get(named("w:id"), ""): note for note in part if not note.get(named("w:type"))}
        )
        kept = etree.Element(named(f"w:{name}"), nsmap=_SHORT)
        for mark in marks:
            id_ = mark.get(named("w:id"), "")
            if id_ in notes:
                kept.append(copy.deepcopy(notes[id_]))
            else:
                mark.tag = named("w:proofErr")  # which the library passes over
        return kept

    def _relations_of(self, name: str, paths: set[str]) -> Element:
        """Return the links of a part; those to pictures lead to their names, which are added to the paths."""
        links = etree.Element(named("rel:Relationships"))
        path = self._where(name)
        for relation in self._related(path):
            target = str(relation.xpath("string(@Target)"))
            if relation.get("TargetMode") != "External":
                target = _joined(path, target)
                paths.add(target)
                target = f"/pictures/{target}"
            etree.SubElement(
                links, named("rel:Relationship"), Id=relation.get("Id", ""), Type="", Target=target
            )
        return links

    def _where(self, name: str) -> str:
        if name == "document":
            return self._path
        if name == "core":
            return next(iter(self._targets("", "metadata/core-properties")), "docProps/core.xml")
        beside = posixpath.join(posixpath.dirname(self._path), f"{name}.xml")
        return next(iter(self._targets(self._path, name)), beside)

    def _targets(self, path: str, kind: str) -> list[str]:
        return [
            _joined(path, str(relation.xpath("string(@Target)")))
            for relation in self._related(path)
            if relation.get("Type", "").endswith(f"/{kind}")
        ]

    def _related(self, path: str) -> list[Element]:
        """Return what a part is linked to; the whole package's links are those of ""."""
        if path not in self._relations:
            folder, name = posixpath.split(path)
            root = self._tree(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relations[path] = [] if root is None else list(root.iter(named("rel:Relationship")))
        return self._relations[path]

    def _tree(self, path: str) -> Element | None:
        try:
            content = self._archive.read(path)
        except KeyError:
            return None
        return xml_tree.tree(_STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", content))


def _joined(path: str, target: str) -> str:
    """Return the name in the zip file that a link in a part leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(path), target)).lstrip("/")
