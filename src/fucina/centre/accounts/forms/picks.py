"""What the pick fields of this app offer: only what the person asking may choose."""

from collections.abc import Sequence

from django.db.models import QuerySet

from fucina.centre.people.models import Organisation, Person
from fucina.ui.fields import Option


class OrganisationSource:
    def __init__(self, found: QuerySet[Organisation] | None = None) -> None:
        self.found = Organisation.objects.none() if found is None else found

    def find(self, words: str, limit: int) -> Sequence[Option]:
        found = self.found
        for word in words.split():
            found = found.filter(search__icontains=word)
        return [self._option(one) for one in found.order_by("name", "pk")[:limit]]

    def get(self, value: str) -> Option | None:
        one = self.found.filter(pk=value).first() if value.isdecimal() else None
        return self._option(one) if one else None

    def _option(self, one: Organisation) -> Option:
        return Option(str(one.pk), str(one), str(one.get_kind_display()))


class PersonSource:
    def find(self, words: str, limit: int) -> Sequence[Option]:
        found = Person.objects.standing()
        for word in words.split():
            found = found.filter(search__icontains=word)
        return [self._option(one) for one in found[:limit]]

    def get(self, value: str) -> Option | None:
        one = Person.objects.standing().filter(pk=value).first() if value.isdecimal() else None
        return self._option(one) if one else None

    def _option(self, one: Person) -> Option:
        return Option(str(one.pk), str(one), one.email)


def organisation_of(value: str) -> Organisation:
    return Organisation.objects.get(pk=value)


def person_of(value: str) -> Person:
    return Person.objects.get(pk=value)
