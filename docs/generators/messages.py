"""What `fucina study check` and `fucina study import` may say, in both languages."""

from fucina.documents.text import Text
from fucina.study.problem import PHRASES
from fucina.study.sources.fault import FAULTS
from generators.markdown import code, table


def page() -> str:
    return f"{_listed(PHRASES)}\n\n## Imports\n\n{_listed(FAULTS)}"


def _listed(phrases: dict[str, Text]) -> str:
    rows = [[code(name), text.en, text.it] for name, text in phrases.items()]
    return table(["code", "English", "italiano"], rows)
