"""What the centre holds about a person, and how it is handed over or erased.

Every app that keeps personal data says so once, in its ``AppConfig.ready``::

    register("governance.signatures", export=signatures_of, erase=blank_signatures, label=_("Signatures"))

``export(subject)`` gives plain values fit for JSON; ``erase(subject)`` removes or pseudonymises what identifies the
person; ``keeps(subject)`` names, in the reader's language, records that the law wants kept: where there are any, a
person's own request to be erased goes to the director. Apps below this one are spoken for here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from fucina.centre.accounts.domain.addresses import verified_addresses
from fucina.centre.people.models import Person, User

type Plain = str | int | float | bool | Sequence["Plain"] | dict[str, "Plain"] | None


@dataclass(frozen=True)
class Subject:
    """One human being as the centre knows them: a person's record with those merged into it, an account, or both."""

    person: Person | None
    user: User | None
    addresses: tuple[str, ...] = ()
    persons: tuple[int, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        found = [str(self.person or ""), self.user.name if self.user else ""]
        return tuple(dict.fromkeys(name for name in found if name))


def subject_of(person: Person | None = None, user: Any = None) -> Subject:
    """Everything that is one with this person, or with this user."""
    if person is None and user is not None:
        person = Person.objects.filter(user=user).first()
    if user is None and person is not None:
        user = person.user
    records = _records(person) if person else []
    addresses = [*(verified_addresses(user) if user else []), user.email if user else ""]
    addresses += [record.email for record in records]
    known = tuple(dict.fromkeys(one for one in addresses if one))
    return Subject(person, user, known, tuple(record.pk for record in records))


def _records(person: Person) -> list[Person]:
    """The record and those that were merged into it, or into one of them."""
    found, layer = [person], [person.pk]
    while layer:
        merged = list(
            Person.objects.filter(merged_into__in=layer).exclude(pk__in=[p.pk for p in found])
        )
        found, layer = [*found, *merged], [one.pk for one in merged]
    return found


type Exports = Callable[[Subject], Plain]
type Erases = Callable[[Subject], None]
type Keeps = Callable[[Subject], list[str]]


def nothing_kept(subject: Subject) -> list[str]:
    return []


@dataclass(frozen=True)
class Holding:
    """One kind of thing that is kept about people."""

    name: str
    label: str | Promise
    export: Exports
    erase: Erases
    keeps: Keeps = field(default=nothing_kept)


_HOLDINGS: dict[str, Holding] = {}


def register(
    name: str,
    export: Exports,
    erase: Erases,
    label: str | Promise = "",
    keeps: Keeps = nothing_kept,
) -> None:
    """Once for each name; a second time is an error."""
    if name in _HOLDINGS:
        raise ValueError(f"{name} is registered already")
    _HOLDINGS[name] = Holding(name, label or name, export, erase, keeps)


def holdings() -> list[Holding]:
    return list(_HOLDINGS.values())


def legal_records(subject: Subject) -> list[str]:
    """What must be kept about this person, without their name."""
    return [reason for holding in holdings() for reason in holding.keeps(subject)]
