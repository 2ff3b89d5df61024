"""In which language Fucina speaks before anybody has signed in: FUCINA_LANGUAGE, else the locale, else English."""

import os
from typing import Literal

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def default_language() -> Literal["it", "en"]:
    named = [os.environ.get(name, "") for name in ("FUCINA_LANGUAGE", *LOCALE)]
    first = next(filter(None, named), "en")
    return "it" if first.lower().startswith("it") else "en"
