"""The methods: every public name of a package, for autodoc, with its signature as the source has it."""

import ast
import importlib
import inspect
import textwrap
from dataclasses import is_dataclass

PACKAGES = (
    "cashflow",
    "decision",
    "location",
    "network",
    "portfolio",
    "pricing",
    "statute",
    "uncertainty",
    "voting",
)


def page(package: str) -> str:
    module = importlib.import_module(f"fucina.methods.{package}")
    names = sorted(module.__all__, key=str.lower)
    entries = [_entry(module.__name__, name, getattr(module, name)) for name in names]
    here = f".. py:currentmodule:: {module.__name__}\n\n"  # two packages may have a Line: each means its own
    return "```{eval-rst}\n" + here + "\n".join(entries) + "```\n"


def _entry(module: str, name: str, thing: object) -> str:
    where = f"{module}.{name}"
    if inspect.isclass(thing):
        return f".. autoclass:: {where}{_fields(thing)}\n{_members(thing)}"
    if inspect.isfunction(thing):
        return f".. autofunction:: {where}{_signature(thing)}\n"
    return f".. autodata:: {where}\n   :no-value:\n"


def _members(thing: type) -> str:
    """Its methods; the fields of a dataclass are in its signature and its text already."""
    if not any(_is_method(name, member) for name, member in vars(thing).items()):
        return ""
    fields = ", ".join(getattr(thing, "__dataclass_fields__", {}))
    return "   :members:\n" + (f"   :exclude-members: {fields}\n" if fields else "")


def _is_method(name: str, member: object) -> bool:
    return not name.startswith("_") and (callable(member) or isinstance(member, property))


def _fields(thing: type) -> str:
    if not is_dataclass(thing):
        return "()" if getattr(thing, "_is_protocol", False) else ""
    body = _source(thing)
    fields = [s for s in getattr(body, "body", []) if isinstance(s, ast.AnnAssign)]
    return f"({', '.join(ast.unparse(field) for field in fields)})"


def _signature(thing: object) -> str:
    body = _source(thing)
    if not isinstance(body, ast.FunctionDef):
        return ""
    returns = f" -> {ast.unparse(body.returns)}" if body.returns else ""
    return f"({ast.unparse(body.args)}){returns}"


def _source(thing: object) -> ast.stmt:
    return ast.parse(textwrap.dedent(inspect.getsource(thing))).body[0]  # type: ignore[arg-type]
