"""Blocks, with content between the tags."""

from django import template

from fucina.ui.components.rendering import block

register = template.Library()


@register.simple_block_tag
def page_header(content: str, title: str, lede: str = "", eyebrow: str = "") -> str:
    """The one h1 of a page; the content is its actions."""
    return block("page_header", content, title=title, lede=lede, eyebrow=eyebrow)


@register.simple_block_tag
def section(content: str, title: str, id: str, text: str = "") -> str:  # noqa: A002
    """A part of a page under its h2; ``text`` is a sentence below it."""
    return block("section", content, title=title, id=id, text=text)


@register.simple_block_tag
def panel(
    content: str,
    title: str,
    id: str,  # noqa: A002
    count: int | None = None,
    url: str = "",
    action: str = "",
    icon: str = "",
    text: str = "",
) -> str:
    """A part of a detail page: its h2, how many things it holds, and a link (``url``, ``action``) to do more."""
    values = {"count": count, "url": url, "action": action, "icon": icon, "text": text}
    return block("panel", content, title=title, id=id, **values)


@register.simple_block_tag
def card(
    content: str, title: str, url: str = "", icon: str = "", badge: str = "", kind: str = ""
) -> str:
    """With a url the whole card is its link; ``badge`` is a text; kind ``accent`` marks the one that matters."""
    return block("card", content, title=title, url=url, icon=icon, badge=badge, kind=kind)


@register.simple_block_tag
def callout(content: str, kind: str = "note", title: str = "") -> str:
    """Kinds: note, result, warning, error. The icon's meaning is said in words too."""
    icons = {"note": "info", "result": "result", "warning": "warning", "error": "error"}
    return block("callout", content, kind=kind, title=title, icon=icons[kind])


@register.simple_block_tag
def empty_state(content: str, title: str, icon: str = "spark") -> str:
    """Says what to do next."""
    return block("empty_state", content, title=title, icon=icon)


@register.simple_block_tag
def table_region(content: str, label: str) -> str:
    """A hand-written table in a region that scrolls sideways by touch and by keyboard."""
    return block("table_region", content, label=label)
