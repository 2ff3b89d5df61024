"""What a booking is asked with. Whoever looks after machines is asked more: for whom, and why past a rule."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Project
from fucina.centre.labs.enums import OUT_OF_SERVICE, PERSONAL, BookingKind, Economic
from fucina.centre.labs.forms.choices import (
    PersonField,
    ThingField,
    only,
    person_named,
    projects_for,
)
from fucina.centre.people.models import Organisation, Person
from fucina.ui.fields import LocalDateTimeField

REPEATS = [
    ("", pgettext_lazy("repetition", "only once")),
    ("FREQ=DAILY", pgettext_lazy("repetition", "every day")),
    ("FREQ=WEEKLY", pgettext_lazy("repetition", "every week")),
    ("FREQ=WEEKLY;INTERVAL=2", pgettext_lazy("repetition", "every second week")),
    ("FREQ=MONTHLY", pgettext_lazy("repetition", "every month")),
]
STAFF_KINDS = [kind for kind in BookingKind if kind not in OUT_OF_SERVICE]


class BookingForm(forms.Form):
    starts = LocalDateTimeField(label=pgettext_lazy("labs", "From"), help_text="")
    ends = LocalDateTimeField(label=pgettext_lazy("labs", "To"), help_text="")
    person = PersonField(
        required=False, label=_("For another person"), help_text=_("Empty: for myself.")
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("For the organisation"), required=False,
        empty_label=None,
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Kind of use"), choices=())
    project = forms.ModelChoiceField(
        Project.objects.none(), label=_("Project that pays"), required=False,
        empty_label=_("No project"),
        help_text=_("You see the price, line by line, before you confirm."),
    )  # fmt: skip
    title = forms.CharField(
        label=pgettext_lazy("booking", "Title"), max_length=160, required=False,
        help_text=_("Shown in the calendar to those who may read it."),
    )  # fmt: skip
    purpose = forms.CharField(
        label=_("What it is for"), max_length=2000, required=False,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    economic = forms.ChoiceField(
        label=pgettext_lazy("booking", "Activity"), required=False,
        choices=[("", _("as the organisation and the project say")), *Economic.choices[:2]],
    )  # fmt: skip
    risk_assessment = forms.CharField(
        label=_("Risk assessment"), max_length=5000, required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Materials, dangers and what you do about them. Some machines ask for it."),
    )  # fmt: skip
    repeat = forms.ChoiceField(
        label=pgettext_lazy("booking", "Repeat"), choices=REPEATS, required=False
    )
    times = forms.IntegerField(
        label=_("How many times in all"), min_value=2, max_value=60, required=False
    )
    skip_clashes = forms.BooleanField(
        label=_("Leave out the days on which it cannot be"), required=False
    )
    override = forms.CharField(
        label=_("Book all the same, because"), max_length=500, required=False,
        help_text=_("Only for whoever may override the rules; the reason is kept with the booking."),
    )  # fmt: skip
    add = ThingField(label=_("Add a machine, a room, an expert or an accessory"))
    key = forms.CharField(widget=forms.HiddenInput, max_length=80, required=False)
    agreed = forms.CharField(widget=forms.HiddenInput, max_length=30, required=False)

    def __init__(self, data: Any, user: Any, initial: dict[str, Any] | None = None) -> None:
        first = {
            "key": uuid.uuid4().hex,
            "kind": BookingKind.USE,
            **_next_hours(),
            **(initial or {}),
        }
        super().__init__(data, initial=first, label_suffix="")
        self.user = user
        self.staff = user.has_perm("labs.book_for_others")
        self.overrides = user.has_perm("labs.override_rules")
        self.fields["add"].of(user)  # type: ignore[attr-defined]
        self.fields["person"].of(user)  # type: ignore[attr-defined]
        for name, shown in (("person", self.staff), ("economic", self.staff), ("override", self.overrides)):  # fmt: skip
            if not shown:
                del self.fields[name]
        self._offer(person_named(self) or user.person)

    def _offer(self, person: Person) -> None:
        """What depends on the person for whom it is."""
        kinds = STAFF_KINDS if self.staff else PERSONAL
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        organisations = organisations_of(person)
        organisation: Any = self.fields["organisation"]
        organisation.queryset = organisations
        organisation.initial = self.initial.get("organisation") or organisations.first()
        self.fields["project"].queryset = projects_for(self.user, person)  # type: ignore[attr-defined]

    @property
    def only_project(self) -> Project | None:
        """It pays for what has a price unless something else is chosen."""
        field: Any = self.fields["project"]
        return only(field.queryset)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("organisation") and "organisation" not in self.errors:
            several = list(self.fields["organisation"].queryset[:2])  # type: ignore[attr-defined]
            told["organisation"] = several[0] if len(several) == 1 else None
        if told.get("repeat") and not told.get("times"):
            self.add_error("times", _("Say how many times, from 2 to 60."))
        return told

    def put(self, name: str, value: str) -> None:
        """In place of what was sent; ``data`` is the view's own copy."""
        data: Any = self.data
        data[name] = value

    @property
    def repetition(self) -> str:
        """As an iCalendar rule; empty for a single booking."""
        told = self.cleaned_data
        return f"{told['repeat']};COUNT={told['times']}" if told.get("repeat") else ""

    def asking(self) -> dict[str, Any]:
        """The arguments of ``book`` beside things and times."""
        told = self.cleaned_data
        return {
            "person": told.get("person"),
            "organisation": told["organisation"],
            "kind": told["kind"],
            "project": told["project"],
            "title": told["title"],
            "purpose": told["purpose"],
            "economic": told.get("economic", ""),
            "risk_assessment": told["risk_assessment"],
            "override": told.get("override", ""),
        }


def organisations_of(person: Person) -> Any:
    """Where they have a role today."""
    here = person.memberships.on().values("organisation")
    return Organisation.objects.filter(pk__in=here).order_by("name")


def _next_hours() -> dict[str, dt.datetime]:
    """From nine to eleven of the next working day."""
    day = timezone.localtime() + dt.timedelta(days=1)
    while day.weekday() > 4:  # Saturday and Sunday
        day += dt.timedelta(days=1)
    nine = day.replace(hour=9, minute=0, second=0, microsecond=0)
    return {"starts": nine, "ends": nine.replace(hour=11)}
