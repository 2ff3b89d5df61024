"""Changes of a booking: another time, another person, given back, decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.forms.choices import PersonField
from fucina.centre.labs.models import Booking
from fucina.ui.fields import LocalDateTimeField


class MoveForm(forms.Form):
    starts = LocalDateTimeField(label=pgettext_lazy("labs", "From"), help_text="")
    ends = LocalDateTimeField(label=pgettext_lazy("labs", "To"), help_text="")
    override = forms.CharField(
        label=_("Move all the same, because"), max_length=500, required=False,
        help_text=_("Only for whoever may override the rules; the reason is kept with the booking."),
    )  # fmt: skip

    def __init__(self, data: Any, user: Any, booking: Booking) -> None:
        initial = {"starts": booking.starts, "ends": booking.ends}
        super().__init__(data, initial=initial, label_suffix="")
        if not user.has_perm("labs.override_rules", booking):
            del self.fields["override"]


class HandOverForm(forms.Form):
    person = PersonField(label=_("Colleague"), help_text=_("They are told by e-mail."))

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["person"].of(user)  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    reason = forms.CharField(label=pgettext_lazy("labs", "Reason"), max_length=500, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class DecisionForm(forms.Form):
    """One form, two buttons: only a refusal needs a reason."""

    reason = forms.CharField(
        label=pgettext_lazy("labs", "Reason"), max_length=500, required=False,
        help_text=_("The person reads it. Needed to decline."),
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
