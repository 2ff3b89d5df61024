from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024


class FileInput(forms.ClearableFileInput):
    """With JavaScript it says the chosen file's name and size, and at once if it is too large."""

    template_name = "ui/widgets/file.html"
    max_bytes = 0
    types: Sequence[str] = ()

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        limits = {"max_bytes": self.max_bytes, "size": filesizeformat(self.max_bytes)}
        context["widget"] |= limits | {
            "types": ", ".join(t.lstrip(".").upper() for t in self.types)
        }
        return context


class FileField(forms.FileField):
    """A file of one of some ``types`` (endings, such as ``.csv``) and of at most ``max_bytes``.

    An ending is not a proof: who reads the file checks what it holds.
    """

    widget = FileInput
    default_error_messages = {
        "too_large": _("This file has %(size)s; at most %(limit)s are accepted."),
        "wrong_type": _("This file is not accepted: choose one that ends in %(types)s."),
    }

    def __init__(
        self, *, types: Sequence[str] = (), max_bytes: int = 10 * MEGABYTE, **kwargs: Any
    ) -> None:
        self.types = tuple(ending.lower() for ending in types)
        self.max_bytes = max_bytes
        super().__init__(**kwargs)
        self.widget.types, self.widget.max_bytes = self.types, max_bytes

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        accept = {"accept": ",".join(self.types)} if self.types else {}
        return {**super().widget_attrs(widget), **accept}

    def to_python(self, data: "File[Any] | None") -> "File[Any] | None":
        file = super().to_python(data)
        if file is None:
            return None
        if self.types and PurePath(file.name or "").suffix.lower() not in self.types:
            self._refuse("wrong_type", {"types": ", ".join(self.types)})
        if (file.size or 0) > self.max_bytes:
            sizes = {
                "size": filesizeformat(file.size or 0),
                "limit": filesizeformat(self.max_bytes),
            }
            self._refuse("too_large", sizes)
        return file

    def _refuse(self, code: str, params: dict[str, str]) -> None:
        raise ValidationError(self.error_messages[code], code=code, params=params)
