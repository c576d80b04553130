"""A part of a Word document as a tree: without what XML can be made to do besides."""

from lxml import etree

from reader.formats.refusals import Unfit

DEEPEST = 200
"""Elements within elements; ours: tables within tables make thirty, and what walks the tree may recurse."""

_LEANS = "leans on other files, and was not opened for safety"

_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
"""Goes down level by level, which takes no longer than to look at each element once."""


def tree(content: bytes) -> etree._Element:
    """Return the root of an XML text. Raises Unfit for a broken one, and for one that was made to harm.

    Entities of its own are the way to a billion laughs and to other files: a text that declares any, or
    leans on anything outside of it, is declined.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unfit(_LEANS if b"<!ENTITY" in content else "is damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unfit(_LEANS)
    if _TOO_DEEP(root):
        raise Unfit("is nested too deeply to be opened safely")
    return root
