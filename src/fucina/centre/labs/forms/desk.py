"""Forms of those who run the laboratories: outages, maintenance, problems, qualifications, stock."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Project
from fucina.centre.labs.enums import Severity
from fucina.centre.labs.forms.choices import (
    ANY,
    Filter,
    PersonField,
    ThingField,
    person_named,
    projects_for,
)
from fucina.centre.labs.models import Qualification, Resource
from fucina.ui.fields import LocalDateField, LocalDateTimeField


class _OfThing(forms.Form):
    """About one resource, which the address may name already."""

    resource = ThingField(label=_("Machine, room or accessory"))

    def __init__(self, data: Any, user: Any, resource: Resource | None = None) -> None:
        initial = {**self.first(), **({"resource": str(resource.pk)} if resource else {})}
        super().__init__(data, initial=initial, label_suffix="")
        field: Any = self.fields["resource"]
        field.of(user)
        field.required = True

    def first(self) -> dict[str, Any]:
        return {}


class OutageForm(_OfThing):
    starts = LocalDateTimeField(label=pgettext_lazy("labs", "From"))
    ends = LocalDateTimeField(label=_("Until, as far as known"), help_text="")
    reason = forms.CharField(label=_("What is out of order"), max_length=500)
    tell = forms.BooleanField(
        label=_("Write to the people who have to move, with the times they can have"),
        required=False, initial=True,
    )  # fmt: skip

    def first(self) -> dict[str, Any]:
        now = timezone.localtime().replace(second=0, microsecond=0)
        return {"starts": now, "ends": now + dt.timedelta(days=1)}


class MaintenanceForm(_OfThing):
    starts = LocalDateTimeField(label=pgettext_lazy("labs", "From"))
    ends = LocalDateTimeField(label=pgettext_lazy("labs", "To"), help_text="")
    what = forms.CharField(label=_("What is done"), max_length=160)

    def first(self) -> dict[str, Any]:
        morning = (timezone.localtime() + dt.timedelta(days=7)).replace(hour=9, minute=0, second=0, microsecond=0)  # fmt: skip
        return {"starts": morning, "ends": morning.replace(hour=12)}


class MaintenancePlanForm(_OfThing):
    title = forms.CharField(label=_("What is done"), max_length=160)
    every_days = forms.IntegerField(label=_("Every (days)"), min_value=1, max_value=5000, required=False)  # fmt: skip
    every_hours = forms.IntegerField(
        label=_("Every (hours of use)"), min_value=1, max_value=100_000, required=False
    )
    minutes = forms.IntegerField(label=_("Takes (minutes)"), min_value=1, max_value=50_000, initial=60)  # fmt: skip
    last_done = LocalDateField(label=_("Last done on"), required=False)


class ProlongOutageForm(forms.Form):
    ends = LocalDateTimeField(label=_("Until, as far as known"), help_text="")
    tell = forms.BooleanField(
        label=_("Write to the people who have to move, with the times they can have"),
        required=False, initial=True,
    )  # fmt: skip

    def __init__(self, data: Any, until: dt.datetime) -> None:
        super().__init__(data, initial={"ends": until + dt.timedelta(days=1)}, label_suffix="")


class EndOutageForm(forms.Form):
    ends = LocalDateTimeField(label=_("It works again from"), required=False)

    def __init__(self, data: Any) -> None:
        now = timezone.localtime().replace(second=0, microsecond=0)
        super().__init__(data, initial={"ends": now}, label_suffix="")


class SolutionForm(forms.Form):
    solution = forms.CharField(
        label=_("How it was solved"), max_length=4000, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class ProblemFilter(Filter):
    state = forms.ChoiceField(
        label=pgettext_lazy("labs", "State"), required=False,
        choices=[("open", _("open")), ("solved", pgettext_lazy("problem", "solved")), ("all", _("all"))],
    )  # fmt: skip
    severity = forms.ChoiceField(label=_("Severity"), choices=[ANY, *Severity.choices], required=False)  # fmt: skip


class GrantForm(forms.Form):
    person = PersonField()
    qualification = forms.ModelChoiceField(
        Qualification.objects.none(), label=_("Qualification"), empty_label=_("Choose…")
    )
    level = forms.IntegerField(label=pgettext_lazy("labs", "Level"), min_value=1, max_value=9, initial=1)  # fmt: skip
    granted_on = LocalDateField(label=_("Granted on"), required=False, help_text=_("Empty: today."))
    expires_on = LocalDateField(
        label=_("Last day"), required=False, help_text=_("Empty: as the qualification says.")
    )
    source = forms.CharField(label=_("Course, trainer or document"), max_length=200, required=False)

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["person"].of(user)  # type: ignore[attr-defined]
        may = [one.pk for one in Qualification.objects.all() if user.has_perm("labs.grant_qualification", one)]  # fmt: skip
        self.fields["qualification"].queryset = Qualification.objects.filter(pk__in=may)  # type: ignore[attr-defined]


class RevokeForm(forms.Form):
    reason = forms.CharField(label=pgettext_lazy("labs", "Reason"), max_length=150)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class HolderFilter(Filter):
    q = forms.CharField(label=pgettext_lazy("labs", "Person"), max_length=100, required=False)
    qualification = forms.ChoiceField(label=_("Qualification"), required=False)
    state = forms.ChoiceField(
        label=pgettext_lazy("labs", "State"), required=False,
        choices=[
            ANY,
            ("soon", pgettext_lazy("qualification", "expires soon")),
            ("expired", pgettext_lazy("qualification", "expired")),
            ("valid", pgettext_lazy("qualification", "valid")),
        ],
    )  # fmt: skip

    def __init__(self, query: Any) -> None:
        super().__init__(query)
        self.choose(
            "qualification", [(str(one.pk), str(one)) for one in Qualification.objects.all()]
        )


class WithdrawalForm(forms.Form):
    """Nobody writes a minus: the direction is chosen, and ``quantity`` comes out as the domain counts it."""

    direction = forms.ChoiceField(
        label=_("What happened"), widget=forms.RadioSelect, initial="taken",
        choices=[("taken", pgettext_lazy("stock", "taken from the stock")), ("added", pgettext_lazy("stock", "added to the stock"))],
    )  # fmt: skip
    quantity = forms.DecimalField(
        label=_("Quantity"), max_digits=12, decimal_places=3, min_value=Decimal("0.001"), localize=True
    )  # fmt: skip
    person = PersonField(required=False, label=_("By whom"), help_text=_("Empty: by me."))
    project = forms.ModelChoiceField(
        Project.objects.none(), label=_("Project that pays"), required=False,
        empty_label=_("No project"), help_text=_("Charged at today’s price to whoever takes it."),
    )  # fmt: skip
    note = forms.CharField(label=pgettext_lazy("labs", "Note"), max_length=200, required=False)

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["person"].of(user)  # type: ignore[attr-defined]
        self.fields["project"].queryset = projects_for(user, person_named(self))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.pop("direction", "") == "added" and "quantity" in told:
            told["quantity"] = -told["quantity"]
        return told
