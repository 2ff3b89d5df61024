"""The components, each with one template in ``templates/ui/``.

A component takes plain values (strings, numbers, lists of dictionaries) and knows nothing of what they mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from fucina.documents import numbers
from fucina.ui.evidence import CONFIDENCE, KINDS
from fucina.ui.icons import ICONS
from fucina.ui.manifest import entry_files
from fucina.ui.tables import Column, Row, draw_columns, draw_rows

register = template.Library()

type Item = Mapping[str, Any]
type Items = Iterable[Item]


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


# Small pieces


@register.inclusion_tag("ui/button.html")
def button(
    url: str, label: str, kind: str = "primary", icon: str = "", small: bool = False
) -> Item:
    """A link that looks like the action it is; kinds: primary, secondary, quiet, danger."""
    return {"url": url, "label": label, "kind": kind, "icon": icon, "small": small}


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
    """Kinds: neutral, strong (with a text); fact, estimate, proxy, derived, assumption, planned."""
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


# Groups


@register.inclusion_tag("ui/key_figures.html")
def key_figures(items: Items) -> Item:
    """Items: label, value, and optionally unit, url, source, note."""
    return {"items": items}


@register.inclusion_tag("ui/definition_list.html")
def definition_list(items: Items) -> Item:
    """Items: term, text, and optionally url, badge (a kind), confidence (a level)."""
    return {"items": items}


@register.inclusion_tag("ui/stepper.html")
def stepper(steps: Items, label: str) -> Item:
    """Steps: label, state (done, current or todo), and optionally url, note."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("ui/timeline.html")
def timeline(events: Items) -> Item:
    """Events: when, title, and optionally datetime (ISO), text, url, state (done or planned)."""
    return {"events": events}


@register.inclusion_tag("ui/table.html")
def table(
    columns: Sequence[Column],
    rows: Iterable[Row],
    caption: str,
    id: str = "",  # noqa: A002
    *,
    caption_hidden: bool = False,
    stacked: bool = False,
    dense: bool = False,
    sortable: bool = False,
    filterable: bool = False,
) -> Item:
    """Columns: a label, or label, kind ("number"), unit. Rows: cells, or cells and emphasis.

    A cell is a text, or text with url, value (what it sorts by), note, badge, confidence. The first cell heads
    its row. On a phone a table scrolls sideways, or with ``stacked`` becomes one card a row.
    """
    drawn = draw_columns(columns)
    return {
        "columns": drawn,
        "rows": draw_rows(drawn, rows),
        "caption": caption,
        "id": id,
        "caption_hidden": caption_hidden,
        "stacked": stacked,
        "dense": dense,
        "sortable": sortable,
        "filterable": filterable,
    }


@register.inclusion_tag("ui/chart.html")
def chart(
    chart_wide: str,
    chart_narrow: str = "",
    caption: str = "",
    *,
    note: str = "",
    columns: Sequence[Column] = (),
    rows: Iterable[Row] = (),
) -> Item:
    """An SVG for wide pages and one for phones, what they say in a sentence, and their numbers as a table."""
    drawn = draw_columns(columns)
    return {
        # Trusted: drawn by fucina.documents, without styles, scripts or shared ids; never typed by a person.
        "wide": mark_safe(chart_wide),  # noqa: S308
        "narrow": mark_safe(chart_narrow or chart_wide),  # noqa: S308
        "caption": caption,
        "note": note,
        "columns": drawn,
        "rows": draw_rows(drawn, rows),
    }


# Ways through the site


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(items: Items) -> Item:
    """Items: label, url; the last is the page itself and has none."""
    return {"items": items}


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Items, label: str) -> Item:
    """Plain links between the views of one thing. Items: label, url, current, and optionally count."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any]) -> Item:
    """The page number is the query's ``page``; the rest of the query stays."""
    return {
        "request": context["request"],
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "gap": page.paginator.ELLIPSIS,
    }


# Blocks, with content between the tags


@register.simple_block_tag
def page_header(content: str, title: str, lede: str = "", eyebrow: str = "") -> str:
    """The one h1 of a page; the content is its actions."""
    return _block("page_header", content, title=title, lede=lede, eyebrow=eyebrow)


@register.simple_block_tag
def section(content: str, title: str, id: str, text: str = "") -> str:  # noqa: A002
    return _block("section", content, title=title, id=id, text=text)


@register.simple_block_tag
def card(
    content: str, title: str, url: str = "", icon: str = "", badge: str = "", kind: str = ""
) -> str:
    """With a url the whole card is its link; ``badge`` is a text; kind ``accent`` marks the one that matters."""
    return _block("card", content, title=title, url=url, icon=icon, badge=badge, kind=kind)


@register.simple_block_tag
def callout(content: str, kind: str = "note", title: str = "") -> str:
    """Kinds: note, result, warning, error. The icon's meaning is said in words too."""
    icons = {"note": "info", "result": "result", "warning": "warning", "error": "error"}
    return _block("callout", content, kind=kind, title=title, icon=icons[kind])


@register.simple_block_tag
def empty_state(content: str, title: str, icon: str = "spark") -> str:
    """Says what to do next."""
    return _block("empty_state", content, title=title, icon=icon)


@register.simple_block_tag
def table_region(content: str, label: str) -> str:
    """A hand-written table in a region that scrolls sideways by touch and by keyboard."""
    return _block("table_region", content, label=label)


@register.simple_block_tag(name="map")
def map_figure(content: str, data: Item, id: str, caption: str) -> str:  # noqa: A002
    """The map island; the content is what stands there without JavaScript and on paper."""
    text = map_words() | dict(data.get("text", {}))
    return _block(
        "map", content, data={**data, "text": text}, data_id=f"{id}-data", caption=caption
    )


def map_words() -> dict[str, str]:
    """The words the island needs; a page's own take precedence."""
    return {
        "zoom_in": gettext("Zoom in"),
        "zoom_out": gettext("Zoom out"),
        "close": gettext("Close"),
        "open": gettext("See this seat"),
        "recommended": gettext("Recommended seat"),
        "probability": gettext("First in {share} of the futures drawn"),
        "attribution": gettext("Boundaries: ISTAT, openpolis (CC BY)"),
    }


def _block(name: str, content: str, **values: object) -> str:
    return render_to_string(f"ui/{name}.html", {"content": content, **values})


# Fields of a form


@register.inclusion_tag("ui/field.html")
def field(bound: Any) -> Item:
    """A form's field with its label, help and errors."""
    return {"field": bound}
