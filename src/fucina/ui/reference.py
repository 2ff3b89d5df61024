"""The reference page of the components, from their tags: ``python -m fucina.ui.reference > docs/reference/components.md``."""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from types import ModuleType

from django.template import Library

from fucina.ui.templatetags.ui import PARTS

HEAD = """# Components

Every tag of `fucina.ui`, with its arguments; the gallery at `/en/ui/` shows each. Templates need not load them. A block
stands around its content and ends with `end` and its name. All work without JavaScript.
"""
GIVEN = {"context", "content"}
"""Arguments that Django passes."""


def page() -> str:
    return "\n".join([HEAD, *(line for part in PARTS for line in _part(part))])


def _part(part: ModuleType) -> Iterator[str]:
    yield f"## {_first_line(part)}\n"
    library: Library = part.register
    for name, function in sorted({**library.tags, **library.filters}.items()):
        yield from _component(name, inspect.unwrap(function))


def _component(name: str, function: Callable[..., object]) -> Iterator[str]:
    yield f"### {name}\n"
    yield f"`{_signature(name, function)}`\n"
    yield f"{_plain(inspect.getdoc(function) or '')}\n"


def _signature(name: str, function: Callable[..., object]) -> str:
    parameters = inspect.signature(function).parameters.values()
    shown = [_parameter(each) for each in parameters if each.name not in GIVEN]
    return " ".join([name, *shown])


def _parameter(each: inspect.Parameter) -> str:
    if each.default is each.empty:
        return each.name
    default = "()" if each.default == () else each.default
    return (
        f'{each.name}="{default}"'
        if isinstance(default, str) and default != "()"
        else f"{each.name}={default}"
    )


def _first_line(part: ModuleType) -> str:
    return (part.__doc__ or "").splitlines()[0].rstrip(".")


def _plain(text: str) -> str:
    return re.sub(r"``(.+?)``", r"`\1`", text, flags=re.DOTALL)


if __name__ == "__main__":
    sys.stdout.write(page())
