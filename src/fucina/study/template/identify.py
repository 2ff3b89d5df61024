"""Ids from names: small letters, digits and hyphens, each of them once."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 50
"""Leaves room for a number behind it within the sixty characters of an id."""


def slug(name: str) -> str:
    """
    >>> slug("Città dell’Aerospazio, corso Marche")
    'citta-dell-aerospazio-corso-marche'
    >>> slug("3° padiglione"), slug("東京")
    ('x-3-padiglione', 'x')
    """
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", "".join(letters).lower())
    found = "-".join(words)[:LONGEST].strip("-")
    return found if found[:1].isalpha() else f"x-{found}".strip("-")


def slugs(names: Iterable[str]) -> list[str]:
    """
    >>> slugs(["Hall", "hall", "Hall 2"])
    ['hall', 'hall-2', 'hall-2-2']
    """
    found: list[str] = []
    for name in names:
        first = candidate = slug(name)
        count = 1
        while candidate in found:
            count += 1
            candidate = f"{first}-{count}"
        found.append(candidate)
    return found
