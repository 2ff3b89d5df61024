"""Tables: a plain one, and one whose rows come sorted, filtered and in pages from the server."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.template.context import Context

from fucina.ui.components.rendering import Item, Items
from fucina.ui.listing import Listing
from fucina.ui.tables import Column, Row, draw_columns, draw_rows

register = template.Library()


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

    A cell is a text, or text with url, value (what it sorts by), note, badge (with badge_text), confidence. The first
    cell heads its row. On a phone a table scrolls sideways, or with ``stacked`` becomes one card a row.
    """
    drawn = draw_columns(columns)
    return {
        "columns": drawn,
        "rows": draw_rows(drawn, rows, stacked=stacked),
        "caption": caption,
        "id": id,
        "caption_hidden": caption_hidden,
        "stacked": stacked,
        "dense": dense,
        "sortable": sortable,
        "filterable": filterable,
    }


@register.inclusion_tag("ui/data_table.html", takes_context=True)
def data_table(
    context: Context,
    listing: Listing[Any],
    columns: Sequence[Column],
    rows: Iterable[Row],
    caption: str,
    id: str = "listing",  # noqa: A002
    *,
    exports: Items = (),
    select: str = "",
    form: str = "",
    dense: bool = False,
    live: bool = True,
) -> Item:
    """A page of a listing: sort by a column's head, choose a page and its size, export; one card a row on a phone.

    Columns and rows as of ``table``; a column with ``sort`` (a name known to the listing) can be sorted by. Exports:
    label, url (the query is added). With ``select`` each row has a checkbox of that name, whose value and label are
    the row's ``value`` and ``label``; ``form`` is the id of the form they belong to. With ``live``, and
    ``{% asset "fragments" %}`` on the page, only the table is exchanged.
    """
    drawn = draw_columns(columns)
    query = context["request"].GET
    return {
        "request": context["request"],
        "listing": listing,
        "page": listing.page,
        "heads": listing.heads(drawn, query),
        "columns": drawn,
        "rows": draw_rows(drawn, rows, stacked=True),
        "orders": listing.orders(drawn),
        "kept": listing.kept(query),
        "exports": [_with_query(export, listing.exported(query)) for export in exports],
        "caption": caption,
        "id": id,
        "select": select,
        "form": form,
        "dense": dense,
        "stacked": True,
        "live": live,
    }


def _with_query(export: Item, query: str) -> Item:
    separator = "&" if "?" in export["url"] else "?"
    return {**export, "url": f"{export['url']}{separator}{query}" if query else export["url"]}
