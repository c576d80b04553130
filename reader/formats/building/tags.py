"""Sane HTML tag by tag: what the sanitiser writes is so regular that one pattern reads it."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_PART = re.compile(r'<(/?)([a-z][^\s<>/]*)([^<>"]*(?:"[^"]*"[^<>"]*)*)>|([^<]+|<)')
_VALUE = re.compile(r'([^\s="]+)="([^"]*)"')


class Part(NamedTuple):
    """A tag with its values, or else some words; `is_end` tells a tag that ends an element."""

    tag: str
    is_end: bool
    values: dict[str, str]
    words: str


def parts(html: str) -> Iterator[Part]:
    """Yield the tags of sane HTML, and the words between them."""
    for found in _PART.finditer(html):
        end, tag, values, words = found.groups()
        if words:
            yield Part("", is_end=False, values={}, words=unescape(words))
        else:
            named = {name: unescape(value) for name, value in _VALUE.findall(values)} if values else {}
            yield Part(tag, is_end=bool(end), values=named, words="")
