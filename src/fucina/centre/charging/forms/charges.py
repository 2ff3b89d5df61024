from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.forms.filters import ANY, Filter
from fucina.centre.charging.models import PayerAccount, Project
from fucina.ui.fields import LocalDateField


class ChargeFilter(Filter):
    project = forms.ChoiceField(label=pgettext_lazy("charging", "Project"), required=False)
    account = forms.ChoiceField(label=_("Payer account"), required=False)
    since = LocalDateField(label=pgettext_lazy("days", "From"), required=False)
    until = LocalDateField(label=pgettext_lazy("days", "To"), required=False)
    state = forms.ChoiceField(
        label=pgettext_lazy("charging", "State"),
        choices=[
            ANY,
            ("standing", pgettext_lazy("charges", "charged")),
            ("voided", pgettext_lazy("charges", "voided")),
            ("beyond", pgettext_lazy("charges", "beyond what was allowed")),
        ],
        required=False,
    )

    def __init__(
        self, query: QueryDict, projects: Iterable[Project], accounts: Iterable[PayerAccount]
    ) -> None:
        super().__init__(query, {"project": _choices(projects), "account": _choices(accounts)})


def _choices(things: Iterable[Project | PayerAccount]) -> list[tuple[str, object]]:
    return [ANY, *((str(thing.pk), str(thing)) for thing in things)]
