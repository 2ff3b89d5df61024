from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

ANY = ("", _("Any"))


class Filter(forms.Form):
    """Asked by the address; what is not valid counts as not asked."""

    def __init__(self, query: QueryDict, choices: Mapping[str, Any] | None = None) -> None:
        super().__init__(query, auto_id="filter-%s", label_suffix="")
        for name, options in (choices or {}).items():
            self.fields[name].choices = options  # type: ignore[attr-defined]
        self.is_valid()

    def wanted(self, name: str) -> Any:
        return self.cleaned_data.get(name) or None
