"""What `fucina study check` may say, in both languages."""

from fucina.study.problem import PHRASES
from generators.markdown import code, table


def page() -> str:
    rows = [[code(name), text.en, text.it] for name, text in PHRASES.items()]
    return table(["code", "English", "italiano"], rows)
