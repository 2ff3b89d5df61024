"""Small pieces: an icon, a badge, a number, a bar."""

from datetime import date

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from fucina.documents import numbers
from fucina.ui.components.rendering import Item
from fucina.ui.evidence import CONFIDENCE, KINDS
from fucina.ui.icons import ICONS
from fucina.ui.manifest import entry_files

register = template.Library()


@register.simple_tag
def asset(name: str) -> SafeString:
    """The style sheets and the script of ``frontend/src/<name>.js``."""
    styles, script = entry_files(name)
    links = format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', ((static(s),) for s in styles)
    )
    return format_html('{}\n<script type="module" src="{}"></script>', links, static(script))


@register.simple_tag
def icon(name: str) -> SafeString:
    """Decoration beside words: hidden from assistive technology."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="{}"/></svg>',
        ICONS[name],
    )


@register.inclusion_tag("ui/copy_link.html")
def copy_link(url: str = "", label: str = "") -> Item:
    """Copies an address; absent without JavaScript, where the address bar serves."""
    return {"url": url, "label": label or gettext("Copy link")}


@register.filter
def written_date(day: date) -> str:
    """15 novembre 2026, as the reports write it."""
    return numbers.date(day, "it" if get_language() == "it" else "en")


@register.inclusion_tag("ui/badge.html")
def badge(kind: str = "neutral", text: str = "") -> Item:
    """How a figure is known (fact, estimate, proxy, derived, assumption, planned), or a state given a text.

    States: neutral, strong, good, waiting, bad; the words say the state, the shape repeats it.
    """
    return {"kind": kind, "mark": KINDS[kind], "text": text or KINDS[kind].label}


@register.inclusion_tag("ui/confidence.html")
def confidence(level: str) -> Item:
    """``high``, ``medium`` or ``low``, as three bars and in words."""
    bars, text = CONFIDENCE[level]
    return {"bars": [(x, position < bars) for position, x in enumerate((0, 9, 18))], "text": text}


@register.simple_tag
def figure_value(value: object, unit: str = "", url: str = "", source: str = "") -> SafeString:
    """A number, already formatted, whose unit follows and whose link leads to its source."""
    values = {"value": value, "unit": unit, "url": url, "source": source}
    # It stands within sentences: the file's last line break would be a space before their full stop.
    return mark_safe(render_to_string("ui/figure_value.html", values).rstrip())  # noqa: S308  rendered above


@register.inclusion_tag("ui/progress.html")
def progress(value: float, label: str, id: str, maximum: float = 1, text: str = "") -> Item:  # noqa: A002
    """How far something has come."""
    return {"value": value, "maximum": maximum, "label": label, "id": id, "text": text}


@register.inclusion_tag("ui/meter.html")
def meter(value: float, label: str, id: str, maximum: float = 1, text: str = "") -> Item:  # noqa: A002
    """A quantity within known bounds: a share, a probability, a score."""
    return {"value": value, "maximum": maximum, "label": label, "id": id, "text": text}
