"""Lists of figures, facts, steps and events, and a chart."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.safestring import mark_safe

from fucina.ui.components.rendering import Item, Items
from fucina.ui.tables import Column, Row, draw_columns, draw_rows

register = template.Library()


@register.inclusion_tag("ui/key_figures.html")
def key_figures(items: Items) -> Item:
    """Items: label, value, and optionally unit, url, source, note."""
    return {"items": items}


@register.inclusion_tag("ui/definition_list.html")
def definition_list(items: Items) -> Item:
    """Items: term, text, and optionally url, note, badge (a kind), confidence (a level)."""
    return {"items": items}


@register.inclusion_tag("ui/stepper.html")
def stepper(steps: Items, label: str) -> Item:
    """Steps: label, state (done, current or todo), and optionally url, note."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("ui/timeline.html")
def timeline(events: Items) -> Item:
    """Events: when, title, and optionally datetime (ISO), text, url, state (done or planned)."""
    return {"events": events}


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
