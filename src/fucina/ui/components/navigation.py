"""Ways through the site."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import Context
from django.utils.translation import gettext

from fucina.ui.components.rendering import Item, Items

register = template.Library()


@register.filter
def sub_items(item: Item) -> Items:
    """What an item holds under ``items``: a template's dot would find the dictionary's own method of that name."""
    found: Items = item.get("items") or ()
    return found


@register.inclusion_tag("ui/breadcrumbs.html")
def breadcrumbs(items: Items) -> Item:
    """Items: label, url; the last is the page itself and has none."""
    return {"items": items}


@register.inclusion_tag("ui/tabs.html")
def tabs(items: Items, label: str) -> Item:
    """Plain links between the views of one thing. Items: label, url, current, and optionally count."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/local_nav.html")
def local_nav(items: Items, label: str) -> Item:
    """The sections of an application, below the site's navigation. Items: label, url, current, and optionally icon, count."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], label: str = "") -> Item:
    """The page number is the query's ``page``; the rest of the query stays. ``label`` tells two lists apart."""
    return {
        "label": label,
        "request": context["request"],
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
        "gap": page.paginator.ELLIPSIS,
    }


@register.inclusion_tag("ui/search_box.html")
def search_box(
    url: str,
    label: str = "",
    value: str = "",
    id: str = "site-search",  # noqa: A002
    placeholder: str = "",
) -> Item:
    """A search for the header: a GET form whose words are the query's ``q``. The key ``/`` leads to it.

    Asked with ``Accept: application/json`` the same address answers ``{"results": [{"label", "url", "kind", "note"}]}``
    (``kind`` and ``note`` optional): they become suggestions, chosen by arrow keys.
    """
    return {
        "url": url,
        "label": label or gettext("Search"),
        "value": value,
        "id": id,
        "placeholder": placeholder,
    }


@register.inclusion_tag("ui/_account.html", takes_context=True)
def account_menu(context: Context, account: Item) -> Item:
    """Who is signed in: name, label (their role), items (label, url), sign_out_url; or just sign_in_url."""
    return {"account": account, "csrf_token": context.get("csrf_token"), "place": ""}
