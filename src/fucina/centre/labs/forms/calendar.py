import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.domain.queries import visible_laboratories, visible_resources
from fucina.centre.labs.enums import ResourceKind, ResourceStatus
from fucina.centre.labs.forms.choices import ANY, Filter
from fucina.ui.fields import LocalDateField

WEEKS = [("4", _("4 weeks")), ("12", _("12 weeks")), ("52", pgettext_lazy("labs", "a year"))]


class CalendarFilter(Filter):
    laboratory = forms.ChoiceField(label=_("Laboratory"), required=False)
    kind = forms.ChoiceField(
        label=pgettext_lazy("labs", "Kind"), choices=[ANY, *ResourceKind.choices], required=False
    )
    on = LocalDateField(label=_("Day"), required=False)
    days = forms.ChoiceField(
        label=pgettext_lazy("calendar", "Period"), required=False,
        choices=[("7", pgettext_lazy("calendar", "a week")), ("1", pgettext_lazy("calendar", "a day"))],
    )  # fmt: skip

    def __init__(self, query: Any, user: Any) -> None:
        super().__init__(query)
        self.choose("laboratory", [(str(one.pk), str(one)) for one in visible_laboratories(user)])

    @property
    def day(self) -> dt.date:
        return self.wanted("on") or timezone.localdate()

    @property
    def length(self) -> int:
        return 1 if self.wanted("days") == "1" else 7


class UtilisationFilter(Filter):
    machine = forms.ChoiceField(label=_("Machine"), required=False)
    weeks = forms.ChoiceField(
        label=pgettext_lazy("labs", "Over the last"), choices=WEEKS, required=False
    )

    def __init__(self, query: Any, user: Any) -> None:
        super().__init__(query)
        self.machines = list(
            visible_resources(user)
            .exclude(status=ResourceStatus.RETIRED)
            .filter(kind=ResourceKind.MACHINE)
            .select_related("laboratory")
            .order_by("laboratory__name", "name", "pk")
        )
        options = [(str(one.pk), str(one)) for one in self.machines]
        self.fields["machine"].choices = options  # type: ignore[attr-defined]
        self.fields["machine"].initial = options[0][0] if options else None
        self.fields["weeks"].initial = WEEKS[0][0]
