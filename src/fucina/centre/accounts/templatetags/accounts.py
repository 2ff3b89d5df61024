from typing import Any

from django import template
from django.template.context import Context

from fucina.centre.accounts.presentation.account_pages import account_menu

register = template.Library()


@register.simple_tag(takes_context=True)
def account_pages(context: Context) -> list[dict[str, Any]]:
    """The pages about oneself, for ``local_nav``."""
    return account_menu(context["request"])


@register.filter
def is_mapping(value: object) -> bool:
    return isinstance(value, dict)


@register.filter
def is_several(value: object) -> bool:
    return isinstance(value, list)
