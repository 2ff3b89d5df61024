"""The two marks a text may carry: ``**bold**`` and ``[label](target)``.

A target is an anchor of the same report or an https address. Whatever is not exactly one of the
two is shown as it is written, so no text can reach a page or a sheet as markup.
"""

import re
from collections.abc import Collection, Iterator
from typing import TypedDict

_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((?:#([A-Za-z][\w.-]*)|(https://[^\s()<>\"']+))\)")


class Span(TypedDict):
    """A run of text that looks the same; `anchor` and `address` are empty unless it is a link."""

    text: str
    bold: bool
    anchor: str
    address: str


def spans(text: str, anchors: Collection[str] = ()) -> list[Span]:
    return [
        span
        for run, bold in _split_bold(text)
        for span in _split_links(run, bold=bold, anchors=anchors)
    ]


def _split_bold(text: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for found in _BOLD.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[1], True
        end = found.end()
    if end < len(text):
        yield text[end:], False


def _split_links(text: str, *, bold: bool, anchors: Collection[str]) -> Iterator[Span]:
    end = 0
    for found in _LINK.finditer(text):
        label, anchor, address = found[1], found[2] or "", found[3] or ""
        if anchor and anchor not in anchors:
            continue
        if found.start() > end:
            yield Span(text=text[end : found.start()], bold=bold, anchor="", address="")
        yield Span(text=label, bold=bold, anchor=anchor, address=address)
        end = found.end()
    if end < len(text):
        yield Span(text=text[end:], bold=bold, anchor="", address="")
