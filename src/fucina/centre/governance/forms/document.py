from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.domain.attach_document import MOST_BYTES
from fucina.centre.governance.domain.file_type import ACCEPTED
from fucina.centre.governance.enums import DocumentKind, DocumentLanguage
from fucina.ui.fields import FileField, LocalDateField


class DocumentForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=DocumentKind.choices)
    dated = LocalDateField(label=_("Date of the document"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=DocumentLanguage.choices)
    file = FileField(
        label=_("File"),
        required=False,
        types=tuple(kind.ending for kind in ACCEPTED),
        max_bytes=MOST_BYTES,
    )
    address = forms.URLField(
        label=_("Or its address"), max_length=500, required=False, assume_scheme="https"
    )
    public = forms.BooleanField(
        label=_("Public, where the agreement is public too"), required=False
    )

    def __init__(self, data: Any, files: Any) -> None:
        super().__init__(data, files, label_suffix="")
