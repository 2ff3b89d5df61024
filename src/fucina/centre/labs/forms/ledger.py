from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.labs.domain.queries import visible_laboratories
from fucina.centre.labs.forms.choices import Filter

YEARS_BACK = 5


class LedgerFilter(Filter):
    year = forms.ChoiceField(label=_("Year"), required=False)
    laboratory = forms.ChoiceField(label=_("Laboratory"), required=False)

    def __init__(self, query: Any, user: Any) -> None:
        super().__init__(query)
        now = timezone.localdate().year
        years = [
            (str(one), str(one)) for one in (now, now + 1, *range(now - 1, now - YEARS_BACK, -1))
        ]
        self.fields["year"].choices = years  # type: ignore[attr-defined]
        self.choose("laboratory", [(str(one.pk), str(one)) for one in visible_laboratories(user)])

    @property
    def in_year(self) -> int:
        return int(self.wanted("year") or timezone.localdate().year)
