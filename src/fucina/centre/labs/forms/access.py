"""Who may take how much, and who may not: quotas, plans of access, suspensions, preferential access."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.domain.queries import visible_laboratories
from fucina.centre.labs.forms.choices import OrganisationField, PersonField, ThingField
from fucina.centre.labs.forms.manage import HOURS
from fucina.centre.labs.forms.records import ABOUT, SAID, RowForm
from fucina.centre.labs.models import AccessPlan, Laboratory, PreferentialAccess, TimeQuota
from fucina.ui.fields import LocalDateField
from fucina.ui.fields.moments import INVALID_TIME, TIME_FORMATS, LocalTimeInput


def clock(label: Any, **more: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label, required=False, widget=LocalTimeInput, input_formats=TIME_FORMATS,
        error_messages={"invalid": INVALID_TIME}, **more,
    )  # fmt: skip


class QuotaForm(RowForm):
    resource = ThingField(label=_("Or one machine, which then counts by itself"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=525_600)
    counted_from = clock(_("Only hours counted from"), help_text=_("Empty: every hour counts."))
    counted_to = clock(_("Counted until"))
    field_order = ("type", "resource", "period", "minutes", "week_starts")

    class Meta:
        model = TimeQuota
        fields = ("type", "resource", "period", "minutes", "week_starts", "counted_from", "counted_to")  # fmt: skip
        labels = {"type": _("All machines of a category together")}

    def __init__(self, data: Any, row: TimeQuota, user: Any) -> None:
        super().__init__(data, row, user)
        self.fields["resource"].of(user)  # type: ignore[attr-defined]


class AccessPlanForm(RowForm):
    class Meta:
        model = AccessPlan
        fields = SAID
        widgets = {"about": ABOUT, "about_en": ABOUT}


class HoldingForm(forms.Form):
    person = PersonField(required=False)
    organisation = OrganisationField(required=False, label=_("Or everybody of an organisation"))
    valid_from = LocalDateField(label=_("First day"), required=False, help_text=_("Empty: today."))
    valid_until = LocalDateField(
        label=_("Last day"), required=False, help_text=_("Empty: without an end.")
    )

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["person"].of(user)  # type: ignore[attr-defined]


class ReservedForm(forms.Form):
    resource = ThingField(label=_("Machine, room or accessory"))
    hours = forms.CharField(label=_("Reserved hours"), max_length=500, help_text=HOURS)

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["resource"].of(user)  # type: ignore[attr-defined]
        self.fields["resource"].required = True


class SuspensionForm(forms.Form):
    person = PersonField()
    laboratory = forms.ModelChoiceField(
        Laboratory.objects.none(), label=_("Laboratory"), required=False,
        empty_label=_("all laboratories"),
    )  # fmt: skip
    reason = forms.CharField(
        label=pgettext_lazy("labs", "Reason"), max_length=200,
        help_text=_("This person reads it where a booking is refused."),
    )  # fmt: skip
    valid_from = LocalDateField(label=_("First day"), required=False, help_text=_("Empty: today."))
    valid_until = LocalDateField(
        label=_("Last day"), required=False, help_text=_("Empty: without an end.")
    )

    def __init__(self, data: Any, user: Any) -> None:
        """Who looks after some laboratories suspends from these alone."""
        super().__init__(data, label_suffix="")
        seen = visible_laboratories(user)
        laboratory: Any = self.fields["laboratory"]
        laboratory.queryset = seen.filter(
            pk__in=[one.pk for one in seen if user.has_perm("labs.suspend", one)]
        )
        if not user.has_perm("labs.manage_resources"):
            laboratory.required, laboratory.empty_label = True, _("Choose…")
        self.fields["person"].of(user)  # type: ignore[attr-defined]


class PreferentialForm(RowForm):
    organisation = OrganisationField()
    resource = ThingField(label=_("Machine, room or accessory"))
    valid_from = LocalDateField(label=_("First day"))
    valid_until = LocalDateField(
        label=_("Last day"), required=False, help_text=_("Empty: without an end.")
    )
    field_order = ("organisation", "resource", "share", "conditions", "published")

    class Meta:
        model = PreferentialAccess
        fields = ("organisation", "resource", "share", "conditions", "published", "valid_from", "valid_until")  # fmt: skip
        localized_fields = ("share",)
        widgets = {"conditions": forms.Textarea({"rows": 4})}
        help_texts = {"published": _("The address of a page.")}

    def __init__(self, data: Any, row: PreferentialAccess, user: Any) -> None:
        super().__init__(data, row, user)
        self.fields["resource"].of(user)  # type: ignore[attr-defined]
        self.fields["resource"].required = True
