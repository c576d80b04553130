"""Small Word documents, made on the spot."""

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    }.items()
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def part(tag: str, content: str) -> str:
    """Return a part of a document: a root with all the names there are."""
    return f"<{tag} {NAMESPACES}>{content}</{tag}>"


def links(**targets: str) -> str:
    """Return the links of a part, by their ids; one with a colon leads out of the document."""
    written = []
    for id_, target in targets.items():
        mode = 'TargetMode="External"' if ":" in target else ""
        written.append(f'<Relationship Id="{id_}" Type="https://o/x" Target="{target}" {mode}/>')
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{"".join(written)}</Relationships>'


def zipped(members: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", packing) as zip_file:
        for name, content in members.items():
            # The word that tells the kind stands there as it is.
            zip_file.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return written.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Return a Word document; further parts by name: `styles`, `footnotes`, `numbering`, `core`, `links`."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
    }
    for name, content in parts.items():
        match name:
            case "links":
                members["word/_rels/document.xml.rels"] = content
            case "core":
                members["docProps/core.xml"] = part("cp:coreProperties", content)
            case _:
                members[f"word/{name}.xml"] = part(f"w:{name}", content)
    return zipped(members)


def p(text: str, properties: str = "") -> str:
    """Return a paragraph of one run, or of what stands there if that is XML already."""
    inner = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(text: str, style: str) -> str:
    """Return a paragraph with a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>')


def style(id_: str, name: str, more: str = "") -> str:
    """Return the definition of a style of paragraphs."""
    return f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'


def picture(link: str) -> str:
    """Return a paragraph with the picture that a link leads to."""
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{link}"/></pic:blipFill></pic:pic>'
    graphic = f"<a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic>"
    inline = f'<wp:inline><wp:docPr descr="A heart"/>{graphic}</wp:inline>'
    return p(f"<w:r><w:drawing>{inline}</w:drawing></w:r>")
