from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.charging.enums import UserClass
from fucina.centre.charging.forms.organisation import OrganisationField
from fucina.centre.charging.models import Chargeable, PayerAccount, Project
from fucina.centre.people.models import Person
from fucina.centre.people.models.period import today
from fucina.ui.fields import LocalDateField

ROWS = range(1, 11)
"""So many payers can be named."""


class ProjectForm(forms.Form):
    organisation = OrganisationField()
    name = forms.CharField(label=_("Name"), max_length=200)
    user_class = forms.ChoiceField(
        label=_("Class of users"), choices=[("", _("As the organisation’s record says")), *UserClass.choices],
        required=False,
    )  # fmt: skip
    valid_from = LocalDateField(label=_("Open from"), initial=today)
    valid_until = LocalDateField(label=_("Open until"), required=False)
    active = forms.BooleanField(label=_("Open: it may be charged"), required=False, initial=True)
    chargeables = forms.ModelMultipleChoiceField(
        Chargeable.objects.filter(active=True), label=_("Limited to the items"), required=False,
        help_text=_("Where none is chosen, for all."),
    )  # fmt: skip
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=_("Limited to the people"), required=False,
        help_text=_("Where nobody is chosen, everybody of the organisation may charge it. They are listed once the project is saved."),
    )  # fmt: skip

    def __init__(self, data: Any, project: Project | None = None) -> None:
        super().__init__(data, initial=_initial(project), label_suffix="")
        accounts = PayerAccount.objects.select_related("organisation")
        for row in ROWS:
            self.fields[f"account_{row}"] = forms.ModelChoiceField(
                accounts, required=row == 1, empty_label="–",
                label=_("Payer account {number}").format(number=row),
            )  # fmt: skip
            self.fields[f"percent_{row}"] = forms.DecimalField(
                label=_("Share {number} (%)").format(number=row), min_value=0, max_value=100,
                max_digits=5, decimal_places=2, required=row == 1, localize=True,
            )  # fmt: skip
        if project:
            mine = Q(memberships__organisation=project.organisation) | Q(
                charging_projects__project=project
            )
            people = Person.objects.standing().filter(mine).distinct()
            self.fields["people"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        shares: dict[PayerAccount, Decimal] = {}
        for account, percent in self._pairs(told):
            if account in shares:
                self.add_error(None, _("Name each payer account once."))
            shares[account] = percent
        kept = {name: value for name, value in told.items() if name in self.base_fields}
        return kept | {"shares": shares}

    def _pairs(self, told: dict[str, Any]) -> Iterator[tuple[PayerAccount, Decimal]]:
        for row in ROWS:
            account, percent = told.get(f"account_{row}"), told.get(f"percent_{row}")
            if account and percent is not None:
                yield account, percent
            elif bool(account) != (percent is not None) and row > 1:
                self.add_error(f"account_{row}", _("Give both the payer account and its share."))


def _initial(project: Project | None) -> dict[str, Any]:
    if project is None:
        return {"percent_1": 100}
    names = ("name", "user_class", "valid_from", "valid_until", "active")
    shares = enumerate(project.shares.all(), 1)
    return {
        "organisation": project.organisation_id,
        "chargeables": project.limits.values_list("chargeable", flat=True),
        "people": project.people.values_list("person", flat=True),
        **{name: getattr(project, name) for name in names},
        **{
            key: value
            for row, share in shares
            for key, value in ((f"account_{row}", share.account_id), (f"percent_{row}", share.percent))
        },
    }  # fmt: skip
