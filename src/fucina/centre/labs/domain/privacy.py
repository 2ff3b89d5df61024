"""Whose names a reader reads: their own, those of colleagues, and what each machine's rules show."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from fucina.centre.labs.enums import NamesShown
from fucina.centre.labs.models import Resource
from fucina.centre.labs.standing import stewardship
from fucina.centre.people.rules import colleague_organisations, reads_all
from fucina.centre.people.standing import standing


@dataclass(frozen=True)
class Reader:
    """``shown`` is each resource's rule, ``looked_after`` those of which the reader is staff."""

    person: int | None = None
    organisations: frozenset[int] = frozenset()
    everything: bool = False
    shown: tuple[tuple[int, str], ...] = ()
    looked_after: frozenset[int] = frozenset()
    signed_in: bool = False

    def reads_name(self, resource: int, person: int, organisation: int) -> bool:
        if self.everything or resource in self.looked_after or person == self.person:
            return True
        rule = dict(self.shown).get(resource, NamesShown.COLLEAGUES)
        if rule == NamesShown.EVERYONE:
            return self.signed_in
        return rule == NamesShown.COLLEAGUES and organisation in self.organisations

    def readable(self, resources: Iterable[Resource]) -> Callable[[int, int], bool]:
        """The same for many rows: of which resource, booked for which organisation."""
        rules = dict(self.shown)
        free = {
            one.pk
            for one in resources
            if self.everything
            or one.pk in self.looked_after
            or (rules.get(one.pk) == NamesShown.EVERYONE and self.signed_in)
        }
        colleagues = {number for number, rule in rules.items() if rule == NamesShown.COLLEAGUES}
        mine = self.organisations

        def reads(resource: int, organisation: int) -> bool:
            return resource in free or (resource in colleagues and organisation in mine)

        return reads


def reader_of(user: Any, resources: Iterable[Resource]) -> Reader:
    """Resources read with their rules."""
    several = list(resources)
    mine = stewardship(user)
    return Reader(
        person=standing(user).person,
        organisations=colleague_organisations(user),
        everything=mine.everything or bool(reads_all(user)),
        shown=tuple((one.pk, one.rules.names_shown) for one in several),
        looked_after=frozenset(one.pk for one in several if mine.over(one)),
        signed_in=bool(user.is_authenticated),
    )
