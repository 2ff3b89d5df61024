"""Forms and their fields."""

from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from fucina.ui.components.rendering import Item
from fucina.ui.filters import chips, kept
from fucina.ui.problems import problems

register = template.Library()


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, *, mark_optional: bool = True) -> Item:
    """A form's field with its label, help and errors, whatever its widget."""
    return {
        "field": bound,
        "mark_optional": mark_optional and not (bound.field.required or bound.field.disabled),
        "single_checkbox": bound.widget_type == "checkbox",
        "described_by": bound.aria_describedby or "",
    }


@register.inclusion_tag("ui/form_fields.html")
def form_fields(form: BaseForm, only: str = "", *, summary: bool = True) -> Item:
    """All fields of a form, below the summary of what is wrong; ``only`` names some, in that order.

    The ``<form>`` with its ``{% csrf_token %}`` and ``submit`` buttons stands around it. Hidden fields are included
    where ``only`` is not given.
    """
    names = only.split()
    return {
        "form": form,
        "hidden": [] if names else form.hidden_fields(),
        "fields": [form[name] for name in names] if names else form.visible_fields(),
        "summary": summary,
    }


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm, *, focus: bool = True) -> Item:
    """What is wrong with a form, each problem a link to its field; takes the focus. Nothing where all is well."""
    return {"problems": problems(form), "focus": focus}


@register.inclusion_tag("ui/filter_bar.html", takes_context=True)
def filter_bar(context: Context, form: BaseForm, label: str = "", submit: str = "") -> Item:
    """A bound GET form above a list: its fields, the filters in force as chips that remove them, "clear filters"."""
    request = context["request"]
    return {
        "form": form,
        "label": label or gettext("Filters"),
        "submit": submit or gettext("Apply"),
        "chips": chips(form, request.GET),
        "kept": kept(form, request.GET),
        "clear": request.path,
    }


@register.simple_tag
def passkey(action: str, options: str = "", options_url: str = "") -> SafeString:
    """Attributes of a form that creates (``create``) or uses (``get``) a passkey; the page loads ``{% asset "passkeys" %}``.

    ``options`` is the id of a JSON block with the WebAuthn options, ``options_url`` an address that answers with them.
    The form has a hidden input ``credential`` for the answer, and may have a checkbox ``passwordless``.
    """
    attributes: dict[str, Any] = {
        "data-passkey": action,
        "data-options": options,
        "data-options-url": options_url,
        "data-unsupported": gettext(
            "This browser cannot use passkeys. Choose another way to sign in."
        ),
        "data-cancelled": gettext(
            "Nothing was sent: the request was cancelled or took too long. Try again."
        ),
        "data-known": gettext("This device already holds a passkey for this account."),
        "data-failed": gettext("The passkey could not be used. Try again, or choose another way."),
    }
    return format_html_join(" ", '{}="{}"', ((n, v) for n, v in attributes.items() if v))
