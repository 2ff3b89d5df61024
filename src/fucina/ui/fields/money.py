from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fucina.ui.fields.amounts import read_amount

CENT = Decimal("0.01")


class MoneyInput(forms.TextInput):
    """An amount in euro, written as the page's language writes it; what was typed wrongly stays as typed."""

    template_name = "ui/widgets/money.html"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, Decimal | int):
            return number_format(Decimal(value).quantize(CENT), force_grouping=True)
        return None if value is None else str(value)


class MoneyField(forms.Field):
    """Euro and cents, as a ``Decimal`` with two places; more places than two are refused, never rounded away."""

    widget = MoneyInput
    default_error_messages = {
        "invalid": _("Enter an amount in euro, such as 1,250.00."),
        "cents": _("Enter at most two figures after the decimal sign."),
        "min_value": _("Enter an amount of at least %(limit)s €."),
        "max_value": _("Enter an amount of at most %(limit)s €."),
    }

    def __init__(
        self,
        *,
        min_value: Decimal | int | None = 0,
        max_value: Decimal | int | None = Decimal("9999999999.99"),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.min_value, self.max_value = min_value, max_value

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values:
            return None
        amount = value if isinstance(value, Decimal) else read_amount(str(value), _language())
        if amount is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if amount != amount.quantize(CENT, ROUND_HALF_UP):
            raise ValidationError(self.error_messages["cents"], code="cents")
        return amount.quantize(CENT)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.min_value is not None and value < self.min_value:
            self._refuse("min_value", self.min_value)
        if self.max_value is not None and value > self.max_value:
            self._refuse("max_value", self.max_value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def _refuse(self, code: str, limit: Decimal | int) -> None:
        shown = number_format(Decimal(limit), decimal_pos=2, force_grouping=True)
        raise ValidationError(self.error_messages[code], code=code, params={"limit": shown})


def _language() -> str:
    return (get_language() or "it")[:2]
