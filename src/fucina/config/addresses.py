"""Every address of the platform, with the view behind it and who may open it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from fucina.centre.access import PUBLIC

OUTSIDE = {"theme": PUBLIC, "set_language": PUBLIC}
"""Views of floors that know nothing of roles; so do the samples of ``ui``."""


@dataclass(frozen=True)
class Address:
    name: str
    nouns: tuple[str, ...]
    view: Callable[..., Any]

    @property
    def permission(self) -> str | None:
        if self.name.startswith("ui:"):
            return PUBLIC
        return getattr(self.view, "permission", None) or OUTSIDE.get(self.name)


def pages() -> list[Address]:
    """All but the API's, which are walked by its own document."""
    return [one for one in _walk(get_resolver().url_patterns) if not one.name.startswith("api-1:")]


def _walk(
    patterns: list[Any], namespace: str = "", nouns: tuple[str, ...] = ()
) -> Iterator[Address]:
    for pattern in patterns:
        here = (*nouns, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner, here)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{namespace}{pattern.name}", here, pattern.callback)
