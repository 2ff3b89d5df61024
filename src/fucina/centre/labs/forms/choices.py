"""What can be chosen in a form: only what the person asking may see."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet, Value
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.domain.queries import chargeable_projects, chargeable_projects_of
from fucina.centre.charging.models import Project
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


def person_named(form: forms.Form) -> Person | None:
    """Before anything is judged: what they may choose is to be offered. Nobody where nobody was named, or wrongly."""
    field: Any = form.fields.get("person")
    if field is None or not form.is_bound:
        return None
    try:
        value = field.widget.value_from_datadict(form.data, form.files, "person")
        found: Person | None = field.clean(value)
    except forms.ValidationError:
        return None
    return found


def projects_for(user: Any, person: Person | None) -> QuerySet[Project]:
    """That may be charged for this person, or for the one who asks."""
    own = person is None or person == getattr(user, "person", None)
    found = chargeable_projects(user) if own or person is None else chargeable_projects_of(person)
    return found.order_by("name")


def only(projects: QuerySet[Project]) -> Project | None:
    """The one that there is, if it is but one."""
    found = list(projects[:2])
    return found[0] if len(found) == 1 else None


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
