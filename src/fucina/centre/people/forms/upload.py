from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.domain.imports.table import LARGEST_FILE, MOST_LINES
from fucina.centre.people.enums import RecordKind
from fucina.ui.fields import FileField


class UploadForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What the file holds"), choices=RecordKind.choices, widget=forms.RadioSelect
    )
    file = FileField(
        label=_("File"),
        types=(".csv", ".txt", ".tsv", ".xlsx"),
        max_bytes=LARGEST_FILE,
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"kind": RecordKind.ORGANISATIONS}, label_suffix="")
        self.fields["file"].help_text = _(
            "At most {most} rows. The first line names the columns, in Italian or English."
        ).format(most=MOST_LINES)
