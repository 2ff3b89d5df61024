"""What can be chosen in a form: only what the person asking may see."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Value
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.domain.queries import find_resources, visible_resources
from fucina.centre.labs.enums import ResourceStatus
from fucina.centre.labs.models import Resource
from fucina.centre.people.domain.queries import search_persons, visible_persons
from fucina.centre.people.models import Organisation, Person
from fucina.centre.people.models.plain_text import Plain
from fucina.ui.fields import Option, PickField

ANY = ("", _("Any"))
LONGEST = 18


def number(value: str) -> int:
    """A number that no record has where it is none."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= LONGEST else 0


class People:
    def __init__(self, user: Any) -> None:
        self.user = user

    def find(self, words: str, limit: int) -> Sequence[Option]:
        return [_person(one) for one in search_persons(self.user, words=words)[:limit]]

    def get(self, value: str) -> Option | None:
        found = visible_persons(self.user).filter(pk=number(value)).first()
        return _person(found) if found else None


class Things:
    """Machines, rooms, experts and accessories, by name and by what they can do."""

    def __init__(self, user: Any) -> None:
        self.user = user

    def find(self, words: str, limit: int) -> Sequence[Option]:
        return [_thing(one.resource) for one in find_resources(self.user, words)[:limit]]

    def get(self, value: str) -> Option | None:
        found = visible_resources(self.user).exclude(status=ResourceStatus.RETIRED)
        one = found.select_related("laboratory").filter(pk=number(value)).first()
        return _thing(one) if one else None


class Owners:
    """Organisations that can own a machine: whoever manages resources is asked for one."""

    def find(self, words: str, limit: int) -> Sequence[Option]:
        found = Organisation.objects.standing()
        for word in words.split():
            found = found.filter(search__contains=Plain(Value(word)))
        return [_organisation(one) for one in found[:limit]]

    def get(self, value: str) -> Option | None:
        one = Organisation.objects.standing().filter(pk=number(value)).first()
        return _organisation(one) if one else None


class PersonField(PickField):
    """A person looked up by name; the cleaned value is the person, or None."""

    def __init__(self, **kwargs: Any) -> None:
        options = {"label": pgettext_lazy("labs", "Person"), **kwargs}
        super().__init__(source=People(None), url=reverse_lazy("labs:find_people"), **options)

    def of(self, user: Any) -> None:
        self.source = People(user)

    def clean(self, value: object) -> Person | None:  # type: ignore[override]
        picked = super().clean(value)
        return Person.objects.get(pk=picked) if picked else None


class ThingField(PickField):
    """A thing looked up by name or ability; the cleaned value is the resource, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            source=Things(None), url=reverse_lazy("labs:find_resources"), required=False, **kwargs
        )

    def of(self, user: Any) -> None:
        self.source = Things(user)

    def clean(self, value: object) -> Resource | None:  # type: ignore[override]
        picked = super().clean(value)
        return Resource.objects.get(pk=picked) if picked else None


class OrganisationField(PickField):
    def __init__(self, **kwargs: Any) -> None:
        options = {"label": _("Organisation"), **kwargs}
        super().__init__(source=Owners(), url=reverse_lazy("labs:find_organisations"), **options)

    def clean(self, value: object) -> Organisation | None:  # type: ignore[override]
        picked = super().clean(value)
        return Organisation.objects.get(pk=picked) if picked else None


class Filter(forms.Form):
    """A form above a list: what is not valid counts as not asked."""

    def __init__(self, query: Any) -> None:
        super().__init__(query, auto_id="filter-%s", label_suffix="")

    def choose(self, name: str, options: Sequence[tuple[str, Any]]) -> None:
        self.fields[name].choices = [ANY, *options]  # type: ignore[attr-defined]

    def wanted(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name) or None


def _person(one: Person) -> Option:
    return Option(str(one.pk), str(one), one.email)


def _thing(one: Resource) -> Option:
    return Option(str(one.pk), str(one), f"{one.get_kind_display()} · {one.laboratory}")


def _organisation(one: Organisation) -> Option:
    return Option(str(one.pk), str(one), str(one.get_kind_display()))
