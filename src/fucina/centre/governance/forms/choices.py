"""Choices among the things of one agreement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.governance.models import Agreement, Document, Party


class PartyField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Party.objects.none(), label=_("Party"), **({"empty_label": _("Choose…")} | kwargs)
        )

    def of(self, agreement: Agreement) -> None:
        self.queryset = agreement.parties.select_related("organisation")

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.organisation)


class DocumentField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Document.objects.none(),
            required=False,
            empty_label=pgettext_lazy("governance", "None"),
            **kwargs,
        )

    def of(self, agreement: Agreement) -> None:
        self.queryset = agreement.documents.all()
