"""In which language a command speaks: FUCINA_LANGUAGE, else the locale, else English."""

import os

from fucina.documents.text import Language

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def default_language() -> Language:
    named = [os.environ.get(name, "") for name in ("FUCINA_LANGUAGE", *LOCALE)]
    first = next(filter(None, named), "en")
    return "it" if first.lower().startswith("it") else "en"
