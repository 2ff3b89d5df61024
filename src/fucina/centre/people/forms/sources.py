"""What can be picked in a form: only what the person asking may see."""

from collections.abc import Sequence
from typing import Any

from fucina.centre.people import ateco
from fucina.centre.people.domain.queries import (
    search_organisations,
    search_persons,
    visible_organisations,
    visible_persons,
)
from fucina.centre.people.models import Organisation, Person
from fucina.ui.fields import Option, Source


class OrganisationSource:
    def __init__(self, user: Any, but: int = 0) -> None:
        self.user, self.but = user, but

    def find(self, words: str, limit: int) -> Sequence[Option]:
        found = search_organisations(self.user, words=words).exclude(pk=self.but)
        return [_organisation(one) for one in found.prefetch_related("sites")[:limit]]

    def get(self, value: str) -> Option | None:
        found = visible_organisations(self.user).exclude(pk=self.but).filter(pk=_number(value))
        one = found.prefetch_related("sites").first()
        return _organisation(one) if one else None


class PersonSource:
    def __init__(self, user: Any, but: int = 0) -> None:
        self.user, self.but = user, but

    def find(self, words: str, limit: int) -> Sequence[Option]:
        found = search_persons(self.user, words=words).exclude(pk=self.but)
        return [_person(one) for one in found[:limit]]

    def get(self, value: str) -> Option | None:
        found = visible_persons(self.user).exclude(pk=self.but).filter(pk=_number(value)).first()
        return _person(found) if found else None


class OwnerSource:
    """Organisations and persons together: ``o12``, ``p34``."""

    def __init__(self, user: Any, but: int = 0) -> None:
        self.of: dict[str, Source] = {"o": OrganisationSource(user, but), "p": PersonSource(user)}

    def find(self, words: str, limit: int) -> Sequence[Option]:
        half = max(1, limit // 2)
        return [
            Option(f"{letter}{one.value}", one.label, one.note)
            for letter, source in self.of.items()
            for one in source.find(words, half)
        ]

    def get(self, value: str) -> Option | None:
        source = self.of.get(value[:1])
        found = source.get(value[1:]) if source else None
        return Option(value, found.label, found.note) if found else None


class ActivitySource:
    def find(self, words: str, limit: int) -> Sequence[Option]:
        return [_activity(found) for found in ateco.search(words, limit)]

    def get(self, value: str) -> Option | None:
        reading = ateco.read(value)
        return _activity(reading.activity) if reading.activity else None


def _organisation(one: Organisation) -> Option:
    site = next(iter(one.sites.all()), None)
    note = " · ".join(part for part in (site.municipality if site else "", one.vat_number) if part)
    return Option(str(one.pk), str(one), note)


def _person(one: Person) -> Option:
    return Option(str(one.pk), str(one), one.email)


def _activity(found: ateco.Activity) -> Option:
    return Option(found.code, str(found), ateco.edition_title(found.edition))


def _number(value: str) -> int:
    """A number no record has where it is none, or too long for one."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else 0
