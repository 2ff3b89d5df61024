from django.db.models import Value
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models import Organisation
from fucina.centre.people.models.plain_text import Plain
from fucina.ui.fields import Option, PickField


class Organisations:
    """All of them: only who records agreements is asked for one."""

    def find(self, words: str, limit: int) -> list[Option]:
        found = Organisation.objects.standing()
        for word in words.split():
            found = found.filter(search__contains=Plain(Value(word)))
        return [_option(organisation) for organisation in found[:limit]]

    def get(self, value: str) -> Option | None:
        if not value.isdecimal():
            return None
        found = Organisation.objects.standing().filter(pk=int(value)).first()
        return _option(found) if found else None


def _option(organisation: Organisation) -> Option:
    note = str(organisation.get_kind_display())
    return Option(str(organisation.pk), str(organisation), note)


class OrganisationField(PickField):
    """An organisation looked up by its name; the cleaned value is the organisation."""

    def __init__(self, *, label: object = _("Organisation"), **kwargs: object) -> None:
        url = reverse_lazy("governance:find_organisations")
        super().__init__(source=Organisations(), url=url, label=label, **kwargs)

    def clean(self, value: object) -> Organisation | None:  # type: ignore[override]
        picked = super().clean(value)
        return Organisation.objects.get(pk=picked) if picked else None
