from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CombinationsForm(forms.Form):
    """Which combinations to list; an unknown choice asks for nothing."""

    seat = forms.ChoiceField(label=_("Main seat"), required=False)
    strategy = forms.ChoiceField(label=_("Strategy"), required=False)
    form = forms.ChoiceField(label=pgettext_lazy("planning", "Form"), required=False)

    def __init__(self, data: QueryDict, choices: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        super().__init__(data, auto_id="combination-%s", label_suffix="")
        for name, known in choices.items():
            self.fields[name].choices = [("", _("Any")), *known]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        """The valid answers; what is not valid is left out rather than refused."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
