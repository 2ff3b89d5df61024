from collections.abc import Mapping
from typing import Any, ClassVar

from django.forms import BaseForm


class InOurWords(BaseForm):
    """Gives a form of allauth's our labels and help texts, and takes the placeholders away: a label says it better."""

    labels: ClassVar[Mapping[str, Any]] = {}
    helps: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
