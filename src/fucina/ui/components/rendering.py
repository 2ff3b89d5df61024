"""What every component's tag needs."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.template.loader import render_to_string

type Item = Mapping[str, Any]
type Items = Iterable[Item]


def block(name: str, content: str, **values: object) -> str:
    """A component around the content that stands between its tags."""
    return render_to_string(f"ui/{name}.html", {"content": content, **values})
