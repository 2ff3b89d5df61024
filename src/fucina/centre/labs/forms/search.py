from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.domain.queries import visible_laboratories
from fucina.centre.labs.enums import CapabilityKind, ResourceKind
from fucina.centre.labs.forms.choices import ANY, Filter
from fucina.centre.labs.models import Capability


class SearchForm(Filter):
    """What somebody looks for: words and measures, then facets."""

    q = forms.CharField(
        label=_("Machine, material, measure, competence"), max_length=200, required=False,
        widget=forms.TextInput({"placeholder": _("laser powder bed, Ti-6Al-4V, 250 mm"), "type": "search"}),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=pgettext_lazy("labs", "Kind"), choices=[ANY, *ResourceKind.choices], required=False
    )
    laboratory = forms.ChoiceField(label=_("Laboratory"), required=False)
    process = forms.ChoiceField(label=_("Process or competence"), required=False)
    works = forms.BooleanField(label=_("only what works today"), required=False)

    def __init__(self, query: Any, user: Any) -> None:
        super().__init__(query)
        labs = [(str(one.pk), str(one)) for one in visible_laboratories(user)]
        self.choose("laboratory", labs)
        kinds = (CapabilityKind.PROCESS, CapabilityKind.COMPETENCE)
        processes = Capability.objects.filter(kind__in=kinds, values__isnull=False).distinct()
        self.choose("process", [(str(one.pk), str(one)) for one in processes])

    @property
    def asked(self) -> bool:
        return any(self.wanted(name) for name in self.fields)
