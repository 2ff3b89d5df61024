"""What there is and its rules, written by those who manage it."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Chargeable
from fucina.centre.governance.domain.queries import visible_agreements
from fucina.centre.governance.models import Agreement
from fucina.centre.labs.domain.queries import visible_laboratories
from fucina.centre.labs.enums import (
    ExceptionKind,
    ResourceDocumentKind,
    ResourceKind,
    ResourceStatus,
)
from fucina.centre.labs.forms.choices import ANY, Filter, OrganisationField, PersonField, ThingField
from fucina.centre.labs.models import (
    Building,
    Capability,
    Laboratory,
    MachineType,
    Policy,
    Resource,
)
from fucina.ui.fields import FileField, LocalDateTimeField, MoneyField

ABOUT = forms.Textarea({"rows": 4})
HOURS = _("Days are Mo Tu We Th Fr Sa Su, PH are public holidays: Mo-Fr 08:30-18:30; Sa 09:00-13:00; PH off.")  # fmt: skip


LABELS = {
    "name": _("Name"),
    "name_en": _("Name in English"),
    "about": _("Description"),
    "about_en": _("Description in English"),
    "building": _("Building"),
    "opening_hours": _("Opening hours"),
    "policy": _("Rules of booking"),
    "listed": _("Shown in the catalogue"),
}
"""The same words as for what stands in it."""


class LaboratoryForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Laboratory
        fields = ("name", "name_en", "about", "about_en", "building", "opening_hours", "policy", "listed")  # fmt: skip
        widgets = {"about": ABOUT, "about_en": ABOUT}

    def __init__(self, data: Any, laboratory: Laboratory | None = None) -> None:
        super().__init__(data, instance=laboratory, label_suffix="")
        self.fields["building"].queryset = Building.objects.select_related("site")  # type: ignore[attr-defined]
        self.fields["building"].empty_label = "–"  # type: ignore[attr-defined]
        self.fields["policy"].empty_label = _("none")  # type: ignore[attr-defined]
        self.fields["opening_hours"].help_text = HOURS
        for name, label in LABELS.items():
            self.fields[name].label = label

    def _post_clean(self) -> None:
        """The domain checks and writes; the form only reads what was typed."""


class NewLaboratoryForm(LaboratoryForm):
    organisation = OrganisationField(label=_("Run by"))
    field_order = ("name", "name_en", "organisation")


class _ThingForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=160)
    name_en = forms.CharField(label=_("Name in English"), max_length=160, required=False)
    about = forms.CharField(label=_("Description"), max_length=5000, required=False, widget=ABOUT)
    about_en = forms.CharField(
        label=_("Description in English"), max_length=5000, required=False, widget=ABOUT
    )
    inside = forms.ModelChoiceField(
        Resource.objects.none(), label=_("In the room"), required=False, empty_label="–"
    )
    policy = forms.ModelChoiceField(
        Policy.objects.all(), label=_("Rules of booking"), required=False,
        empty_label=_("those of the laboratory"),
    )  # fmt: skip
    opening_hours = forms.CharField(
        label=_("Opening hours"), max_length=500, required=False,
        help_text=format_lazy("{} {}", _("Empty: those of the laboratory."), HOURS),
    )  # fmt: skip
    chargeable = forms.ModelChoiceField(
        Chargeable.objects.filter(active=True), label=_("Charged as"), required=False,
        empty_label=_("it costs nothing"),
    )  # fmt: skip
    owner = OrganisationField(
        label=_("Owner"), required=False, help_text=_("Empty: whoever runs the laboratory.")
    )
    agreement = forms.ModelChoiceField(
        Agreement.objects.none(), label=_("Agreement under which it is used"), required=False,
        empty_label=pgettext_lazy("agreement", "none"), help_text=_("Where it belongs to another organisation."),
    )  # fmt: skip
    hourly_cost = MoneyField(label=_("Full cost per hour (euro)"), min_value=0, required=False)
    listed = forms.BooleanField(label=_("Shown in the catalogue"), required=False, initial=True)

    def __init__(self, data: Any, laboratory: Laboratory, resource: Resource | None = None) -> None:
        super().__init__(data, initial=_values(resource, self.base_fields), label_suffix="")
        rooms = Resource.objects.filter(laboratory=laboratory, kind=ResourceKind.ROOM)
        self.fields["inside"].queryset = rooms.exclude(pk=resource.pk if resource else 0)  # type: ignore[attr-defined]
        if resource is not None and "capacity" in self.fields:
            del self.fields["capacity"]  # changed by itself: bookings may stand in its way
        if resource is not None:
            self.fields["owner"].required, self.fields["owner"].help_text = True, ""
            self.initial["owner"] = resource.owner_id
            self.initial["agreement"] = resource.agreement_id

    def of(self, user: Any) -> None:
        """Agreements that this person may read; one that stands there unread stays as it is."""
        seen = visible_agreements(user)
        now = self.initial.get("agreement")
        if now and not seen.filter(pk=now).exists():
            del self.fields["agreement"]
        else:
            self.fields["agreement"].queryset = seen  # type: ignore[attr-defined]


class RoomForm(_ThingForm):
    capacity = forms.IntegerField(label=_("How many people"), min_value=1, max_value=5000, initial=1)  # fmt: skip
    code = forms.CharField(label=_("Door sign"), max_length=30, required=False)
    floor = forms.CharField(label=_("Floor"), max_length=30, required=False)
    hazards = forms.CharField(label=_("Hazards"), max_length=2000, required=False, widget=ABOUT)


class MachineForm(_ThingForm):
    type = forms.ModelChoiceField(MachineType.objects.all(), label=_("Category"), empty_label=_("Choose…"))  # fmt: skip
    maker = forms.CharField(label=_("Maker"), max_length=120, required=False)
    model = forms.CharField(label=pgettext_lazy("machine", "Model"), max_length=120, required=False)
    serial = forms.CharField(label=_("Serial number"), max_length=120, required=False)
    year = forms.IntegerField(label=_("Year built"), min_value=1900, max_value=2200, required=False)
    hazards = forms.CharField(label=_("Hazards"), max_length=2000, required=False, widget=ABOUT)
    technical_data = forms.CharField(
        label=_("Technical data"), max_length=8000, required=False, widget=forms.Textarea({"rows": 6}),
        help_text=_("One a line: name = value unit, such as Build volume = 250 mm."),
    )  # fmt: skip

    def __init__(self, data: Any, laboratory: Laboratory, resource: Resource | None = None) -> None:
        super().__init__(data, laboratory, resource)
        if resource is not None:
            self.initial["technical_data"] = "\n".join(
                f"{row['name']} = {row['value']} {row['unit']}".strip()
                for row in resource.machine.technical_data
            )

    def clean_technical_data(self) -> list[dict[str, Any]]:
        lines = self.cleaned_data["technical_data"].splitlines()
        return [_row_of(line) for line in lines if line.strip()]


class ExpertForm(_ThingForm):
    person = PersonField()
    position = forms.CharField(label=_("Position"), max_length=160, required=False)
    field_order = ("person", "position")

    def __init__(self, data: Any, laboratory: Laboratory, resource: Resource | None = None) -> None:
        super().__init__(data, laboratory, resource)
        if resource is not None:
            del self.fields["person"]
        else:
            del self.fields["name"]  # the person's
        for name in ("owner", "agreement"):
            del self.fields[name]  # people are not owned

    def of(self, user: Any) -> None:
        if "person" in self.fields:
            self.fields["person"].of(user)  # type: ignore[attr-defined]


class AccessoryForm(_ThingForm):
    capacity = forms.IntegerField(label=_("How many there are"), min_value=1, max_value=5000, initial=1)  # fmt: skip
    fits = forms.ModelMultipleChoiceField(
        Resource.objects.none(), label=_("Fits the machines"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, data: Any, laboratory: Laboratory, resource: Resource | None = None) -> None:
        """Machines of the same laboratory, and those that it fits already."""
        super().__init__(data, laboratory, resource)
        fitted = list(resource.accessory.fits.values_list("pk", flat=True)) if resource else []
        near = Q(laboratory=laboratory) & ~Q(status=ResourceStatus.RETIRED)
        machines = Resource.objects.filter(near | Q(pk__in=fitted), kind=ResourceKind.MACHINE)
        self.fields["fits"].queryset = machines  # type: ignore[attr-defined]
        self.initial["fits"] = fitted


FORMS: dict[str, type[_ThingForm]] = {
    ResourceKind.ROOM: RoomForm,
    ResourceKind.MACHINE: MachineForm,
    ResourceKind.EXPERT: ExpertForm,
    ResourceKind.ACCESSORY: AccessoryForm,
}


class PolicyForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Policy
        fields = (
            "name", "min_minutes", "max_minutes", "interval_minutes", "whole_days", "cutoff_minutes",
            "lock_minutes", "horizon_days", "preferential_horizon_days", "buffer_minutes",
            "setup_minutes", "teardown_minutes", "gap_minutes", "max_future_minutes",
            "max_future_bookings", "max_daily_bookings", "check_in_minutes", "release_minutes",
            "late_cancel_minutes", "needs_approval", "needs_risk_assessment", "needs_project",
            "needs_booking_to_enter", "has_wait_list", "hold_minutes", "takeover", "after_expiry",
            "names_shown",
        )  # fmt: skip

    def __init__(self, data: Any, policy: Policy | None = None) -> None:
        super().__init__(data, instance=policy, label_suffix="")
        if policy is not None:
            del self.fields["name"]
        for field in self.fields.values():
            field.label = str(field.label or "")

    def _post_clean(self) -> None:
        """The domain checks and writes, all contradictions at once."""

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Twenty-seven questions under six headings."""
        return [
            (str(heading), [self[name] for name in names if name in self.fields])
            for heading, names in GROUPS
        ]


GROUPS: list[tuple[Any, tuple[str, ...]]] = [
    (_("Length of a booking"), ("name", "min_minutes", "max_minutes", "interval_minutes", "whole_days")),
    (_("How early and how late"), ("horizon_days", "preferential_horizon_days", "cutoff_minutes", "lock_minutes")),
    (_("Time around a booking"), ("setup_minutes", "teardown_minutes", "buffer_minutes")),
    (_("Limits for one person"), ("max_daily_bookings", "max_future_bookings", "max_future_minutes", "gap_minutes")),
    (_("Arrival, cancellation, wait list"), ("check_in_minutes", "release_minutes", "late_cancel_minutes", "has_wait_list", "hold_minutes")),
    (_("What is asked, and who reads names"), ("needs_approval", "needs_risk_assessment", "needs_project", "needs_booking_to_enter", "takeover", "after_expiry", "names_shown")),
]  # fmt: skip


class StatusForm(forms.Form):
    status = forms.ChoiceField(
        label=pgettext_lazy("labs", "State"), choices=ResourceStatus.choices, widget=forms.RadioSelect
    )  # fmt: skip

    def __init__(self, data: Any, resource: Resource) -> None:
        super().__init__(data, initial={"status": resource.status}, label_suffix="")


class CapacityForm(forms.Form):
    capacity = forms.IntegerField(label=_("Places or pieces"), min_value=1, max_value=5000)

    def __init__(self, data: Any, resource: Resource) -> None:
        super().__init__(data, initial={"capacity": resource.schedule.capacity}, label_suffix="")


class SharingForm(forms.Form):
    other = ThingField(
        label=_("Shares its time with"), help_text=_("Empty: it has its time for itself.")
    )

    def __init__(self, data: Any, user: Any, other: Resource | None) -> None:
        super().__init__(data, initial={"other": str(other.pk)} if other else {}, label_suffix="")
        self.fields["other"].of(user)  # type: ignore[attr-defined]


class CapabilityForm(forms.Form):
    capability = forms.ModelChoiceField(Capability.objects.all(), label=_("Ability"), empty_label=_("Choose…"))  # fmt: skip
    text = forms.CharField(label=_("Which"), max_length=160, required=False, help_text=_("Such as Ti-6Al-4V."))  # fmt: skip
    low = forms.FloatField(label=_("At least"), required=False, localize=True)
    high = forms.FloatField(label=_("At most"), required=False, localize=True)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class AttachmentForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=pgettext_lazy("labs", "Kind"), choices=ResourceDocumentKind.choices)  # fmt: skip
    language = forms.ChoiceField(
        label=_("Language"), choices=[("it", "Italiano"), ("en", "English")]
    )
    file = FileField(
        label=_("File"), required=False, max_bytes=20 * 1024 * 1024,
        types=(".pdf", ".png", ".jpg", ".jpeg", ".docx", ".xlsx", ".odt", ".ods"),
    )  # fmt: skip
    address = forms.URLField(label=_("Or the address of a page"), max_length=500, required=False, assume_scheme="https")  # fmt: skip
    public = forms.BooleanField(label=_("For everybody, visitors included"), required=False)

    def __init__(self, data: Any, files: Any) -> None:
        super().__init__(data, files, label_suffix="")


class StewardForm(forms.Form):
    person = PersonField()
    overrides = forms.BooleanField(label=_("May override rules, with a reason"), required=False)
    grants = forms.BooleanField(label=_("May grant qualifications"), required=False)

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["person"].of(user)  # type: ignore[attr-defined]


class ClosureForm(forms.Form):
    kind = forms.ChoiceField(label=pgettext_lazy("labs", "Kind"), choices=ExceptionKind.choices)
    starts = LocalDateTimeField(label=pgettext_lazy("labs", "From"))
    ends = LocalDateTimeField(label=pgettext_lazy("labs", "To"), help_text="")
    reason = forms.CharField(label=pgettext_lazy("labs", "Reason"), max_length=200)
    yearly = forms.BooleanField(
        label=_("Every year on the same days"), required=False, help_text=_("For a patron saint’s day.")
    )  # fmt: skip

    def __init__(self, data: Any) -> None:
        day = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + dt.timedelta(1)  # fmt: skip
        initial = {"starts": day, "ends": day + dt.timedelta(days=1)}
        super().__init__(data, initial=initial, label_suffix="")


class ManageFilter(Filter):
    q = forms.CharField(label=_("Name"), max_length=100, required=False)
    laboratory = forms.ChoiceField(label=_("Laboratory"), required=False)
    kind = forms.ChoiceField(label=pgettext_lazy("labs", "Kind"), choices=[ANY, *ResourceKind.choices], required=False)  # fmt: skip
    status = forms.ChoiceField(label=pgettext_lazy("labs", "State"), choices=[ANY, *ResourceStatus.choices], required=False)  # fmt: skip

    def __init__(self, query: Any, user: Any) -> None:
        super().__init__(query)
        self.choose("laboratory", [(str(one.pk), str(one)) for one in visible_laboratories(user)])


def _values(resource: Resource | None, fields: Any) -> dict[str, Any]:
    """Of the resource, and of the row of its own kind."""
    if resource is None:
        return {}
    part: Model = getattr(resource, resource.kind)
    return {
        name: getattr(resource, name) if hasattr(resource, name) else getattr(part, name, None)
        for name in fields
        if name not in ("technical_data", "capacity", "person", "owner", "agreement", "fits")
    }


def _row_of(line: str) -> dict[str, Any]:
    name, equals, rest = line.partition("=")
    if not equals or not name.strip() or not rest.strip():
        raise forms.ValidationError(
            _("“%(line)s” is not written as name = value unit."), params={"line": line.strip()}
        )
    value, _space, unit = rest.strip().partition(" ")
    try:
        number: Any = float(value.replace(",", "."))
    except ValueError:
        return {"name": name.strip(), "value": rest.strip(), "unit": ""}
    return {"name": name.strip(), "value": number, "unit": unit.strip()}
