"""Switching on and off, entering a room, telling what is wrong: short forms for a tablet in a workshop."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Project
from fucina.centre.labs.enums import Severity
from fucina.centre.labs.forms.booking import organisations_of
from fucina.centre.labs.forms.choices import PersonField, only, person_named, projects_for
from fucina.centre.labs.models import Resource
from fucina.centre.people.models import Organisation
from fucina.ui.fields import FileField

NUMERIC = {"inputmode": "numeric"}


class _ForSomebody(forms.Form):
    """For oneself; whoever looks after the thing may act for another."""

    person = PersonField(required=False, label=_("For another person"), help_text=_("Empty: for myself."))  # fmt: skip
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("For the organisation"), required=False, empty_label=None
    )  # fmt: skip

    def __init__(self, data: Any, user: Any, resource: Resource) -> None:
        super().__init__(data, label_suffix="")
        person: Any = self.fields["person"]
        person.of(user)
        if not user.has_perm("labs.operate", resource):
            del self.fields["person"]
        self.who = person_named(self) or user.person
        several = organisations_of(self.who)
        self.fields["organisation"].queryset = several  # type: ignore[attr-defined]
        self.fields["organisation"].initial = several.first()

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        several = list(self.fields["organisation"].queryset[:2])  # type: ignore[attr-defined]
        if not told.get("organisation"):
            told["organisation"] = several[0] if len(several) == 1 else None
        return told


class StartForm(_ForSomebody):
    minutes = forms.IntegerField(
        label=_("For how many minutes"), min_value=5, max_value=1440, initial=60,
        widget=forms.NumberInput(NUMERIC), required=False,
        help_text=_("Only where nothing is booked: it is booked at once."),
    )  # fmt: skip
    project = forms.ModelChoiceField(
        Project.objects.none(), label=_("Project that pays"), required=False,
        empty_label=_("No project"),
    )  # fmt: skip
    consent = forms.CharField(
        label=_("How the person whose time it is agreed"), max_length=200, required=False,
        help_text=_("Only in somebody else’s time."),
    )  # fmt: skip
    override = forms.CharField(
        label=_("Start all the same, because"), max_length=500, required=False
    )

    def __init__(self, data: Any, user: Any, resource: Resource) -> None:
        super().__init__(data, user, resource)
        projects = projects_for(user, self.who)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
        self.only = only(projects) if resource.chargeable_id else None
        self.initial["project"] = self.only
        if not user.has_perm("labs.override_rules", resource):
            del self.fields["override"]

    def clean_minutes(self) -> int:
        return self.cleaned_data.get("minutes") or 60

    def clean_project(self) -> Project | None:
        """By a single tap nothing was chosen: the only project there is pays."""
        chosen: Project | None = self.cleaned_data.get("project")
        return chosen or (self.only if "project" not in self.data else None)


class StopForm(forms.Form):
    declared_minutes = forms.IntegerField(
        label=_("Minutes really used"), min_value=0, max_value=100_000,
        widget=forms.NumberInput(NUMERIC), required=False,
        help_text=_("Kept beside the time booked. What is charged follows the price list: the time booked, or from start to stop less what was out of order."),
    )  # fmt: skip
    downtime_minutes = forms.IntegerField(
        label=_("Of these, minutes out of order"), min_value=0, max_value=100_000, initial=0,
        widget=forms.NumberInput(NUMERIC), required=False,
    )  # fmt: skip
    note = forms.CharField(label=pgettext_lazy("labs", "Note"), max_length=500, required=False)

    def __init__(self, data: Any, minutes: int) -> None:
        super().__init__(data, initial={"declared_minutes": minutes}, label_suffix="")

    def clean_downtime_minutes(self) -> int:
        return self.cleaned_data.get("downtime_minutes") or 0


class EnterForm(_ForSomebody):
    override = forms.CharField(
        label=_("Let in all the same, because"), max_length=500, required=False
    )

    def __init__(self, data: Any, user: Any, resource: Resource) -> None:
        super().__init__(data, user, resource)
        if not user.has_perm("labs.override_rules", resource):
            del self.fields["override"]


class ProblemForm(forms.Form):
    severity = forms.ChoiceField(
        label=_("How bad it is"), choices=Severity.choices, widget=forms.RadioSelect,
        help_text=_("What cannot be used is out of order from now on."),
    )  # fmt: skip
    text = forms.CharField(
        label=_("What is wrong"), max_length=4000, widget=forms.Textarea({"rows": 4})
    )
    photo = FileField(
        label=_("Photo"), types=(".png", ".jpg", ".jpeg"), max_bytes=10 * 1024 * 1024, required=False
    )  # fmt: skip

    def __init__(self, data: Any, files: Any) -> None:
        super().__init__(data, files, label_suffix="")
