from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.governance.enums import ContributionForm
from fucina.centre.governance.models import Agreement
from fucina.centre.people.models import Organisation
from fucina.ui.fields import LocalDateField

ANY = ("", _("Any"))


class _Filter(forms.Form):
    def __init__(self, query: QueryDict, choices: dict[str, Iterable[Any]]) -> None:
        super().__init__(query, auto_id="filter-%s", label_suffix="")
        for name, things in choices.items():
            options = [ANY, *((str(thing.pk), str(thing)) for thing in things)]
            self.fields[name].choices = options  # type: ignore[attr-defined]
        self.is_valid()

    def wanted(self, name: str) -> Any:
        """The answer, or nothing where there is none or it is not valid."""
        return self.cleaned_data.get(name) or None


class ContributionFilter(_Filter):
    agreement = forms.ChoiceField(label=pgettext_lazy("governance", "Agreement"), required=False)
    organisation = forms.ChoiceField(label=_("Party"), required=False)
    form = forms.ChoiceField(
        label=pgettext_lazy("governance", "Form"),
        choices=[ANY, *ContributionForm.choices],
        required=False,
    )
    state = forms.ChoiceField(
        label=_("State"),
        choices=[
            ANY,
            ("overdue", _("overdue")),
            ("owed", _("still owed")),
            ("complete", _("given in full")),
            ("released", _("released")),
        ],
        required=False,
    )

    def __init__(
        self, query: QueryDict, agreements: Iterable[Agreement], parties: Iterable[Organisation]
    ) -> None:
        super().__init__(query, {"agreement": agreements, "organisation": parties})


class QuotaFilter(_Filter):
    body = forms.ChoiceField(label=_("Body"), required=False)
    on = LocalDateField(label=pgettext_lazy("governance", "On the day"), required=False)

    def __init__(self, query: QueryDict, bodies: Iterable[Organisation]) -> None:
        super().__init__(query, {"body": bodies})
