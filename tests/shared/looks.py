"""How every page is looked at: in one of two looks in ``make test``, in two more in ``make soak``.

Together they are both languages, widths and themes.
"""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, ViewportSize

DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)

QUICK = {(DESKTOP["width"], "it"): 0, (PHONE["width"], "en"): 1}


def in_turn[T](pages: Sequence[T], page: Page, language: str) -> Sequence[T]:
    """Every second one in each look of ``make test``, all in those of ``make soak``."""
    size = page.viewport_size
    first = QUICK.get((size["width"] if size else 0, language))
    return pages if first is None else pages[first::2]


looks = pytest.mark.parametrize(
    ("any_page", "language", "theme"),
    [
        pytest.param(DESKTOP, "it", "light", id="1280-it-light"),
        pytest.param(PHONE, "en", "dark", id="390-en-dark"),
        pytest.param(DESKTOP, "en", "dark", id="1280-en-dark", marks=pytest.mark.soak),
        pytest.param(PHONE, "it", "light", id="390-it-light", marks=pytest.mark.soak),
    ],
    indirect=["any_page"],
)
