"""Reads the legal forms that come with the package."""

import tomllib
from datetime import date
from fractions import Fraction
from importlib import resources
from typing import Any

from fucina.methods.statute.legal_form import LegalForm, Rule, Text


def load_forms() -> tuple[LegalForm, ...]:
    """The legal forms of `legal_forms.toml`, in its order.

    Italian Civil Code and the acts cited with each form; dated, unconfirmed where marked.

    >>> [form.id for form in load_forms()][:2]
    ['societa_consortile_srl', 'societa_consortile_spa']
    """
    text = resources.files(__package__).joinpath("legal_forms.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return tuple(_form(entry, data["as_of"]) for entry in data["form"])


def _form(entry: dict[str, Any], as_of: date) -> LegalForm:
    return LegalForm(
        id=entry["id"],
        name=Text(**entry["name"]),
        legal_hook=entry["legal_hook"],
        users=tuple(entry["users"]),
        pros=Text(**entry["pros"]),
        cons=Text(**entry["cons"]),
        benchmark=entry["benchmark"],
        rules=tuple(_rule(rule) for rule in entry.get("rule", ())),
        sources=tuple(entry["sources"]),
        as_of=entry.get("as_of", as_of),
    )


def _rule(entry: dict[str, Any]) -> Rule:
    shares = {name: Fraction(entry[name]) for name in ("quorum", "majority")}
    return Rule(**{**entry, **shares})
