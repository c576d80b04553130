"""The XML of a book as a tree, however it was written; nothing outside of it is ever looked at."""

import codecs
import re
from html import escape
from html.entities import html5

from lxml import etree

from reader.formats.decoding import decoded, without_rules
from reader.formats.letters import clean
from reader.formats.refusals import Unfit

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_ENCODING = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_MARKED = frozenset({"utf-8", "utf-16", "utf-32"})
"""Encodings that are told by their marks or by trial better than by name."""

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_OWN_NAMES = re.compile(r"<!ENTITY\s+([\w.-]+)")


def text_of(content: bytes) -> str:
    """Return the letters of an XML file: by the encoding it names if that fits, else as any text.

    HTML's named letters are spelt out, since no XML parser knows them, and so is what stands unparsed, which
    no HTML parser knows. Raises Unfit for what is no text.
    """
    text = clean(_decoded(content), tab="\t")
    text = _parsed_as_words(_DECLARATION.sub("", text, count=1))
    own = _XML_NAMES.union(_OWN_NAMES.findall(text))
    return _NAMED.sub(lambda name: name[0] if name[1] in own else html5.get(name[1] + ";", name[0]), text)


def well_formed(text: str) -> etree._Element | None:
    """Return the root of XML, None if it is not well-formed; an undeclared prefix does no harm.

    Raises Unfit for a text that grows by entities of its own: the way to a billion laughs.
    """
    parser = _parser()
    root = _root(text, parser)
    _refuse_growth(text, parser)
    broken = any(
        error.level >= etree.ErrorLevels.ERROR and error.domain != etree.ErrorDomains.NAMESPACE
        for error in parser.error_log
    )
    return None if broken else root


def as_html(text: str) -> etree._Element | None:
    """Return the root of a text read as HTML, None if there is nothing in it or it is nested too deeply."""
    parser = etree.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    root = _root(without_rules(text), parser)
    # What stands deeper than the parser goes would be lost without a word.
    is_cut = any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)
    return None if is_cut else root


def parsed(content: bytes) -> etree._Element | None:
    """Return the root of XML as far as it can be understood, None if there is nothing in it.

    Raises Unfit for a text that grows by entities of its own.
    """
    try:
        text = text_of(content)
    except Unfit:
        return None
    parser = _parser()
    root = _root(text, parser)
    _refuse_growth(text, parser)
    return root


def words(element: etree._Element) -> str:
    """Return all words in an element, one space between them."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its name in small letters, whatever its case and namespace, "" if not there."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2].rpartition(":")[2].lower() == name:
            return str(value)
    return ""


def _parser() -> etree.XMLParser:
    # Entities that the text itself declares are put in, guarded by the parser against a billion laughs.
    return etree.XMLParser(
        recover=True, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _refuse_growth(text: str, parser: etree.XMLParser) -> None:
    limits = (etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_ENTITY_LOOP)
    if "<!ENTITY" in text and any(
        error.type in limits and "entity" in error.message.lower() for error in parser.error_log
    ):
        raise Unfit("grows without end when it is read, and was not opened for safety")


def _root(text: str, parser: etree.XMLParser | etree.HTMLParser) -> etree._Element | None:
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):  # empty, or letters that XML forbids
        return None
    return root if isinstance(root, etree._Element) else None


def _decoded(content: bytes) -> str:
    if content[:2] in _WIDE:
        return content.decode(_WIDE[content[:2]], errors="replace")
    content = content.replace(b"\0", b"")  # some programs fill up their files with them
    try:
        named = _ENCODING.match(content)
        encoding = codecs.lookup(named[1].decode("ascii")).name if named else "utf-8"
        return decoded(content) if encoding in _MARKED else content.decode(encoding)
    except (LookupError, UnicodeError):
        return decoded(content)


def _parsed_as_words(text: str) -> str:
    """Return a text without the marks around what is not to be parsed, and that as it is to be read."""
    first, *others = text.split("<![CDATA[")
    for other in others:
        unparsed, end, rest = other.partition("]]>")
        first += escape(unparsed, quote=False) + rest if end else other
    return first
