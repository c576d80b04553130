"""A web page saved as one file, with its pictures: a message with an attachment for each."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from reader.formats.draft import Draft
from reader.formats.html import reading
from reader.formats.pictures import Find, Pictures
from reader.formats.refusals import Unfit
from reader.model.document import Block


def read(content: bytes, draft: Draft) -> Iterator[Block]:
    """Yield the blocks of the first page in the file; raises Unfit if there is none."""
    message = message_from_bytes(content, policy=policy.default)
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise Unfit("holds no web page")
    draft.pictures = Pictures(_attached(parts))
    yield from reading.read(_letters(pages[0]), draft)


def _attached(parts: list[EmailMessage]) -> Find:
    """Return what finds a picture among the parts, by where it was, or by its own name."""
    pictures = {}
    for part in parts:
        if part.get_content_maintype() == "image":
            content = _bytes(part)
            pictures[str(part["Content-Location"])] = content
            pictures["cid:" + str(part["Content-ID"]).strip("<>")] = content
    return pictures.get


def _letters(part: EmailMessage) -> bytes:
    """Return a page as UTF-8 if the message tells its letters, else as it is."""
    content = _bytes(part)
    try:
        return content.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeDecodeError):
        return content


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
