from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.forms.organisation import Organisations
from fucina.centre.people.models import Organisation
from fucina.ui.fields import PickField


class OrganisationField(PickField):
    """An organisation looked up by its name; the cleaned value is the organisation."""

    def __init__(self, *, label: object = _("Organisation"), **kwargs: object) -> None:
        url = reverse_lazy("charging:find_organisations")
        super().__init__(source=Organisations(), url=url, label=label, **kwargs)

    def clean(self, value: object) -> Organisation | None:  # type: ignore[override]
        picked = super().clean(value)
        return Organisation.objects.get(pk=picked) if picked else None
