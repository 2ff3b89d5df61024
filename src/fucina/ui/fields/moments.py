import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.ui.fields.dates import DATE_FORMATS, INVALID_DATE, LocalDateInput

TIME_FORMATS = ("%H:%M", "%H.%M", "%H:%M:%S")
INVALID_TIME = _("Enter a time from 00:00 to 23:59, such as 14:30.")


class LocalTimeInput(forms.TimeInput):
    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        own = {"inputmode": "numeric", "autocomplete": "off", "maxlength": 8, "size": 6}
        super().__init__({**own, **(attrs or {})}, format=TIME_FORMATS[0])

    def format_value(self, value: Any) -> str | None:
        return value.strftime(TIME_FORMATS[0]) if isinstance(value, dt.time) else value


class LocalDateTimeInput(forms.SplitDateTimeWidget):
    """A date and a time in Italy, side by side."""

    template_name = "ui/widgets/datetime.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        forms.MultiWidget.__init__(self, [LocalDateInput(), LocalTimeInput()], attrs)


class LocalDateTimeField(forms.SplitDateTimeField):
    """A moment, typed as Italian clocks show it, returned aware.

    An hour that the spring change skips is refused; of the hour that comes twice in autumn the first is meant.
    """

    widget = LocalDateTimeInput
    default_error_messages = {
        "invalid_date": INVALID_DATE,
        "invalid_time": INVALID_TIME,
        "skipped": _("At that hour the clocks go forward: choose a time before 2:00 or from 3:00."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Italian time (Europe/Rome)."))
        super().__init__(input_date_formats=DATE_FORMATS, input_time_formats=TIME_FORMATS, **kwargs)

    def compress(self, data_list: tuple[dt.date, dt.time] | None) -> dt.datetime | None:
        if not data_list:
            return None
        day, time = data_list
        if day in self.empty_values:
            raise ValidationError(self.error_messages["invalid_date"], code="invalid_date")
        if time in self.empty_values:
            raise ValidationError(self.error_messages["invalid_time"], code="invalid_time")
        moment = dt.datetime.combine(day, time, timezone.get_current_timezone())
        if _skipped(moment):
            raise ValidationError(self.error_messages["skipped"], code="skipped")
        return moment


def _skipped(moment: dt.datetime) -> bool:
    """A wall clock that no instant shows does not come back from UTC as it went."""
    back = moment.astimezone(dt.UTC).astimezone(moment.tzinfo)
    return back.replace(tzinfo=None, fold=0) != moment.replace(tzinfo=None, fold=0)
