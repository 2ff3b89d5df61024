"""The three kinds of setting that the environment may give; an empty variable counts as none."""

import os

from fucina.config.problem import SetupProblem

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off"}


def text(name: str, default: str | None = None) -> str:
    if value := os.environ.get(name, "").strip():
        return value
    if default is None:
        raise SetupProblem(
            f"Qui serve {name}: indicarla nell’ambiente.",
            f"{name} is required here: set it in the environment.",
        )
    return default


def flag(name: str, default: bool | None = None) -> bool:
    value = text(name, None if default is None else str(default)).lower()
    if value not in YES | NO:
        raise SetupProblem(
            f"{name} è «{value}»: deve essere yes o no.",
            f"{name} is “{value}”: set it to yes or no.",
        )
    return value in YES


def integer(name: str, default: int | None = None) -> int:
    value = text(name, None if default is None else str(default))
    try:
        return int(value)
    except ValueError:
        raise SetupProblem(
            f"{name} è «{value}»: deve essere un numero intero.",
            f"{name} is “{value}”: set it to a whole number.",
        ) from None
