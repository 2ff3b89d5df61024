"""How the documentation is built: offline, from these pages, the study's schema, the commands and the methods."""

import os
import re
import sys
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
ROOT = DOCS.parent
sys.path[:0] = [str(DOCS), str(ROOT / "src")]
os.environ.pop("FUCINA_LANGUAGE", None)  # the commands' defaults are shown as English has them
os.environ["LC_ALL"] = "C.UTF-8"

import generate  # noqa: E402

import fucina  # noqa: E402

generate.write(DOCS / "_build" / "generated")

project = "Fucina"
author = "The Fucina contributors"
copyright = "The Fucina contributors, EUPL-1.2"  # noqa: A001
version = release = fucina.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "reference/performance-figures.md"]
suppress_warnings = ["myst.header"]  # what is generated begins below its page's own title
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist", "linkify"]
myst_heading_anchors = 3
myst_linkify_fuzzy_links = False

default_role = "code"
autodoc_typehints = "none"  # signatures are taken from the source: evaluated types are unreadable
add_module_names = False
autodoc_member_order = "bysource"

html_theme = "furo"
html_title = f"Fucina {release}"
html_favicon = "../src/fucina/ui/static/ui/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["fucina.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#07435a", "color-brand-content": "#0b5c7a"},
    "dark_css_variables": {"color-brand-primary": "#b4e1f2", "color-brand-content": "#7cc8e4"},
}

SPECIAL = re.compile(r"(`[^`]*`)|([*|\\]|_(?=\W|$))")


def escape_plain_text(
    _app: Any, _what: str, _name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    """Docstrings are plain text with `names`; a star or a bar in a formula is no markup."""
    for number, line in enumerate(lines):
        if not line.lstrip().startswith((">>>", "...")):
            lines[number] = SPECIAL.sub(lambda found: found[1] or "\\" + found[2], line)


def setup(app: Any) -> None:
    app.connect("autodoc-process-docstring", escape_plain_text)
