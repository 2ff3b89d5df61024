"""One's own data as a file: JSON for programs, a page for people, both in a ZIP."""

import io
import json
import zipfile
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language

from fucina.centre.accounts.domain.personal_data import Plain, holdings


def as_zip(data: dict[str, Plain], name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("fucina.json", json.dumps(data, ensure_ascii=False, indent=2))
        packed.writestr("fucina.html", as_page(data, name))
    return out.getvalue()


def as_page(data: dict[str, Plain], name: str) -> str:
    sections = [
        {"title": str(one.label), "content": data[one.name]}
        for one in holdings()
        if one.name in data
    ]
    context = {"sections": sections, "name": name, "made": data["made"], "lang": get_language()}
    return render_to_string("accounts/export.html", context)


def summary() -> list[dict[str, Any]]:
    """What the file will hold."""
    return [{"title": str(one.label)} for one in holdings()]
