"""How every page is looked at: both languages, widths and themes in ``make test``; crossed the other way in ``make soak``."""

import pytest
from playwright.sync_api import ViewportSize

DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)

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
