"""Rules that every template keeps, whoever writes it."""

import re
from pathlib import Path

import pytest

import fucina.ui

TEMPLATES = Path(fucina.ui.__file__).parent / "templates"
FORBIDDEN = {
    "an inline style": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an inline script": re.compile(r"<script\b(?![^>]*\b(?:src=|application/json))", re.I),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "an address elsewhere": re.compile(r'(?:src|href|action)="(?:https?:)?//', re.I),
}


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_template_keeps_the_content_security_policy(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert [fault for fault, pattern in FORBIDDEN.items() if pattern.search(source)] == []
