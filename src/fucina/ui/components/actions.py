"""What a person can do: links that look like it, buttons of forms, a page's actions."""

from django import template
from django.template.context import Context
from django.utils.translation import gettext

from fucina.ui.components.rendering import Item, Items

register = template.Library()


@register.inclusion_tag("ui/button.html")
def button(
    url: str, label: str, kind: str = "primary", icon: str = "", small: bool = False
) -> Item:
    """A link that looks like the action it is; kinds: primary, secondary, quiet, danger."""
    return {"url": url, "label": label, "kind": kind, "icon": icon, "small": small}


@register.inclusion_tag("ui/submit.html")
def submit(
    label: str,
    kind: str = "primary",
    icon: str = "",
    name: str = "",
    value: str = "",
    busy: str = "",
    form: str = "",
    *,
    small: bool = False,
    disabled: bool = False,
) -> Item:
    """The button of a form; kinds as of ``button``. While the form is being sent it says ``busy`` and waits.

    ``name`` and ``value`` tell which of several buttons was pressed; ``form`` is the id of a form elsewhere.
    """
    return {
        "label": label,
        "kind": kind,
        "icon": icon,
        "name": name,
        "value": value,
        "busy": busy or gettext("One moment…"),
        "form": form,
        "small": small,
        "disabled": disabled,
    }


@register.inclusion_tag("ui/post_button.html", takes_context=True)
def post_button(
    context: Context,
    url: str,
    label: str,
    kind: str = "secondary",
    icon: str = "",
    name: str = "",
    value: str = "",
    *,
    small: bool = False,
) -> Item:
    """A form of one button, for an action that needs no question asked: revoke, undo, mark as read."""
    return {
        "csrf_token": context.get("csrf_token"),
        "url": url,
        "label": label,
        "kind": kind,
        "icon": icon,
        "name": name,
        "value": value,
        "small": small,
    }


@register.inclusion_tag("ui/confirm.html")
def confirm(
    url: str, label: str, kind: str = "danger", icon: str = "", small: bool = False
) -> Item:
    """A link to the page that asks before acting; with JavaScript its form opens in a dialog.

    The page shows its question as h1 and has one form in ``<main>``; a link with ``data-cancel`` closes the dialog.
    """
    return {"url": url, "label": label, "kind": kind, "icon": icon, "small": small}


@register.inclusion_tag("ui/page_actions.html", takes_context=True)
def page_actions(context: Context, items: Items) -> Item:
    """What can be done with the thing a page shows; stands in ``page_header``.

    Items: label, url, and optionally kind (secondary), icon, how (``link``; ``ask``: see ``confirm``; ``post``),
    more (true puts it in the menu "More").
    """
    listed = [{"kind": "secondary", "how": "link", **item} for item in items]
    return {
        "csrf_token": context.get("csrf_token"),
        "shown": [item for item in listed if not item.get("more")],
        "more": [item for item in listed if item.get("more")],
    }


@register.inclusion_tag("ui/toast.html")
def toast(text: str, kind: str = "info") -> Item:
    """What just happened, beside the page; kinds are Django's levels of messages: info, success, warning, error.

    Django's messages are shown so on every page. With JavaScript they can be dismissed, and all but errors and
    warnings go by themselves.
    """
    icons = {"success": "result", "warning": "warning", "error": "error"}
    return {"text": text, "kind": kind, "icon": icons.get(kind, "info")}
