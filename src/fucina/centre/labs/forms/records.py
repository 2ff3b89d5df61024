"""What there must be before a machine can be recorded, and what hangs on it: one form a noun, for new and for change."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Model, Q, Value
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Chargeable
from fucina.centre.labs.domain.queries import visible_laboratories
from fucina.centre.labs.forms.choices import ThingField, number
from fucina.centre.labs.forms.manage import LABELS
from fucina.centre.labs.models import (
    Building,
    Capability,
    Consumable,
    Laboratory,
    MachineType,
    Qualification,
)
from fucina.centre.people.domain.queries import visible_organisations
from fucina.centre.people.models import Site
from fucina.centre.people.models.plain_text import Plain
from fucina.ui.fields import Option, PickField

ABOUT = forms.Textarea({"rows": 3})
SAID = ("name", "name_en", "about", "about_en")
MOST_DAYS = 36_500


class RowForm(forms.ModelForm):  # type: ignore[type-arg]
    """Of a row that is new or there already. The domain checks and writes; the form only reads what was typed."""

    def __init__(self, data: Any, row: Model, user: Any = None) -> None:
        super().__init__(data, instance=row, label_suffix="")
        self.user = user
        for name, label in LABELS.items():
            if name in self.fields:
                self.fields[name].label = label
        for field in self.fields.values():
            self._say_nothing(field)

    def _say_nothing(self, field: Any) -> None:
        """What an empty choice is called."""
        nothing = _("Choose…") if field.required else "–"
        if hasattr(field, "empty_label"):
            field.empty_label = nothing
        elif isinstance(field, forms.ChoiceField):
            choices: Any = field.choices
            field.choices = [(value, label if value != "" else nothing) for value, label in choices]

    def _post_clean(self) -> None:
        pass


class RemoveForm(forms.Form):
    """Nothing is asked but whether."""


class CategoryForm(RowForm):
    class Meta:
        model = MachineType
        fields = SAID
        widgets = {"about": ABOUT, "about_en": ABOUT}


class CapabilityKindForm(RowForm):
    class Meta:
        model = Capability
        fields = ("kind", *SAID, "unit", "synonyms")
        widgets = {"about": ABOUT, "about_en": ABOUT}
        help_texts = {"unit": _("For a measure: mm, µm, kg. Nothing else has one.")}


class QualificationForm(RowForm):
    levels = forms.IntegerField(
        label=_("Levels"), min_value=1, max_value=9, help_text=_("1 where one has it or has it not.")
    )  # fmt: skip
    valid_days = forms.IntegerField(
        label=_("Valid for (days)"), min_value=1, max_value=MOST_DAYS, required=False,
        help_text=_("Empty: without an end."),
    )  # fmt: skip
    unused_days = forms.IntegerField(
        label=_("Lost after the last use (days)"), min_value=1, max_value=MOST_DAYS, required=False
    )
    never_used_days = forms.IntegerField(
        label=_("Lost if never used (days)"), min_value=1, max_value=MOST_DAYS, required=False
    )
    field_order = ("kind", *SAID)

    class Meta:
        model = Qualification
        fields = ("kind", *SAID, "levels", "valid_days", "unused_days", "never_used_days")
        widgets = {"about": ABOUT, "about_en": ABOUT}


class Sites:
    """Of the organisations that this person may see, by name, address and town."""

    def __init__(self, user: Any) -> None:
        self.user = user

    def find(self, words: str, limit: int) -> Sequence[Option]:
        found = self._seen()
        for word in words.split():
            named = Q(organisation__search__contains=Plain(Value(word)))
            found = found.filter(named | Q(municipality__icontains=word))
        return [_site(one) for one in found[:limit]]

    def get(self, value: str) -> Option | None:
        one = self._seen().filter(pk=number(value)).first()
        return _site(one) if one else None

    def _seen(self) -> Any:
        seen = Site.objects.filter(organisation__in=visible_organisations(self.user))
        return seen.select_related("organisation")


class SiteField(PickField):
    """The cleaned value is the site."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source=Sites(None), url=reverse_lazy("labs:find_sites"), **kwargs)

    def of(self, user: Any) -> None:
        self.source = Sites(user)

    def clean(self, value: object) -> Site | None:  # type: ignore[override]
        picked = super().clean(value)
        return Site.objects.get(pk=picked) if picked else None


class BuildingForm(RowForm):
    site = SiteField(
        label=pgettext_lazy("labs", "Site"),
        help_text=_("By organisation or town. Sites are recorded on the organisation’s own page."),
    )
    field_order = ("name", "site")

    class Meta:
        model = Building
        fields = ("name", "site")

    def __init__(self, data: Any, row: Building, user: Any) -> None:
        super().__init__(data, row, user)
        self.fields["site"].of(user)  # type: ignore[attr-defined]


class ConsumableForm(RowForm):
    class Meta:
        model = Consumable
        fields = (*SAID, "laboratory", "unit", "stock", "threshold", "chargeable", "listed")
        widgets = {"about": ABOUT, "about_en": ABOUT}
        labels = {"laboratory": _("Laboratory")}
        help_texts = {"unit": _("kg, l, bottles.")}
        localized_fields = ("stock", "threshold")

    def __init__(self, data: Any, row: Consumable, user: Any) -> None:
        super().__init__(data, row, user)
        self.fields["laboratory"].queryset = visible_laboratories(user)  # type: ignore[attr-defined]
        priced = Chargeable.objects.filter(Q(active=True) | Q(pk=row.chargeable_id))
        self.fields["chargeable"].queryset = priced  # type: ignore[attr-defined]
        self.fields["chargeable"].empty_label = _("it costs nothing")  # type: ignore[attr-defined]
        for name in ("stock", "threshold"):
            self.fields[name].min_value = 0  # type: ignore[attr-defined]
        if row.pk:
            del self.fields["stock"]  # movements change it


class AskedForm(forms.Form):
    """A qualification and its level: what a laboratory or a thing asks for."""

    qualification = forms.ModelChoiceField(
        Qualification.objects.all(), label=_("Qualification"), empty_label=_("Choose…")
    )
    level = forms.IntegerField(label=pgettext_lazy("labs", "Level"), min_value=1, max_value=9, initial=1)  # fmt: skip

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class RequirementForm(AskedForm):
    laboratory = forms.ModelChoiceField(
        Laboratory.objects.none(), label=_("Of everything in the laboratory"), required=False,
        empty_label="–",
    )  # fmt: skip
    resource = ThingField(label=_("Or of one machine, room or accessory"))

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data)
        self.fields["laboratory"].queryset = visible_laboratories(user)  # type: ignore[attr-defined]
        self.fields["resource"].of(user)  # type: ignore[attr-defined]


def _site(one: Site) -> Option:
    return Option(str(one.pk), f"{one.organisation}, {one.municipality}", str(one))
