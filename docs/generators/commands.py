"""The command line, from what typer knows of it."""

from pathlib import Path
from typing import Any

import typer

from fucina.cli import app
from generators.markdown import code, codes, table

DJANGO = "manage"
"""Its options belong to Django's commands."""


def page() -> str:
    return "\n".join(_command(("fucina",), typer.main.get_command(app)))


def _command(path: tuple[str, ...], command: Any) -> list[str]:
    name = " ".join(path)
    parts = [f"## `{name}`\n\n{_prose(command)}\n"]
    inner = getattr(command, "commands", {})
    if not inner:
        parts.append(f"```text\n{name}{_usage(path, command)}\n```\n")
    if rows := [_row(p) for p in command.params if p.name != "help"]:
        parts.append(table(["argument or option", "may be", "if left out", "meaning"], rows))
    for child, below in sorted(inner.items()):
        parts += _command((*path, child), below)
    return parts


def _prose(command: Any) -> str:
    return str(command.help or "").strip()


def _usage(path: tuple[str, ...], command: Any) -> str:
    arguments = "".join(
        f" {p.name.upper()}" for p in command.params if p.param_type_name == "argument"
    )
    return " COMMAND [ARGUMENT …]" if path[-1] == DJANGO else f" [OPTION …]{arguments}"


def _row(parameter: Any) -> list[str]:
    if parameter.param_type_name == "argument":
        return [code(parameter.name.upper()), _kind(parameter), "required", parameter.help or ""]
    names = codes([*parameter.opts, *parameter.secondary_opts])
    variable = f" (or the variable {code(parameter.envvar)})" if parameter.envvar else ""
    return [names, _kind(parameter), _default(parameter), (parameter.help or "") + variable]


def _kind(parameter: Any) -> str:
    low, high = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if low is not None and high is not None:
        return f"{low} … {high}"
    annotation = parameter.type_descriptor.annotation
    if annotation is bool:
        return "a switch"
    return "a path" if annotation is Path else "text"


def _default(parameter: Any) -> str:
    if parameter.secondary_opts:
        return code(parameter.opts[0] if parameter.default else parameter.secondary_opts[0])
    if parameter.type_descriptor.annotation is bool:
        return "off"
    if parameter.name == "language":
        return "the system’s: `it` or `en`"
    return code(parameter.default)
