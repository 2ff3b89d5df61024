import json
import re
from pathlib import Path

from fucina.documents.theme import DARK_COLOURS, THEME_COLOURS

FRONTEND = Path(__file__).parents[2] / "frontend"


def test_lock_holds_no_address_to_fetch_from() -> None:
    lock = (FRONTEND / "package-lock.json").read_text(encoding="utf-8")

    assert [word for word in ("resolved", "registry") if word in lock] == []


def test_packages_are_named_exactly() -> None:
    package = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    versions = (package["dependencies"] | package["devDependencies"]).values()

    assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_every_chart_colour_that_changes_in_the_dark_is_remapped() -> None:
    rules = (FRONTEND / "src/styles/charts.css").read_text(encoding="utf-8")
    wanted = {THEME_COLOURS[role].lower() for role in DARK_COLOURS}

    assert set(re.findall(r'\[fill="(#\w{6})" i\]', rules)) == wanted
    assert set(re.findall(r'\[stroke="(#\w{6})" i\]', rules)) == wanted
