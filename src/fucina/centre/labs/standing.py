"""What a person looks after in the laboratories today: read once for a request, asked by every rule."""

from dataclasses import dataclass
from typing import Any, cast

from fucina.centre.labs.models import Resource, Steward
from fucina.centre.people.enums import Role
from fucina.centre.people.models.period import today
from fucina.centre.people.standing import standing
from fucina.centre.prepared import Given, Prepared


@dataclass(frozen=True)
class Stewardship:
    """``everything``: a lab manager or a director. Otherwise laboratories and resources by number, and what is allowed there."""

    everything: bool = False
    laboratories: frozenset[int] = frozenset()
    resources: frozenset[int] = frozenset()
    overrides: frozenset[tuple[str, int]] = frozenset()
    grants: frozenset[tuple[str, int]] = frozenset()

    @property
    def any(self) -> bool:
        return self.everything or bool(self.laboratories or self.resources)

    def over(self, resource: Resource | None) -> bool:
        return self.everything or (
            resource is not None
            and (resource.pk in self.resources or resource.laboratory_id in self.laboratories)
        )

    def overrides_at(self, resource: Resource | None) -> bool:
        return self.everything or _at(self.overrides, resource)

    def grants_at(self, resource: Resource | None) -> bool:
        return self.everything or _at(self.grants, resource)


def _at(where: frozenset[tuple[str, int]], resource: Resource | None) -> bool:
    return resource is not None and bool(
        {("resource", resource.pk), ("laboratory", resource.laboratory_id)} & where
    )


NOTHING = Stewardship()
LOOKED_AFTER = Prepared[Any](
    lambda: (
        Steward.objects.on(Given("today"))
        .filter(person=Given("person"))
        .values_list("laboratory_id", "resource_id", "overrides", "grants")
    )
)


def stewardship(user: Any) -> Stewardship:
    """At most one query, kept on the user object for as long as that lives."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return NOTHING
    known = getattr(user, "_stewardship", None)
    if known is None:
        known = user._stewardship = _read(user)
    return cast("Stewardship", known)


def _read(user: Any) -> Stewardship:
    here = standing(user)
    if user.is_superuser or here.has(Role.LAB_MANAGER, Role.DIRECTOR):
        return Stewardship(everything=True)
    if here.person is None:
        return NOTHING
    rows = LOOKED_AFTER.rows(person=here.person, today=today())
    where = [("laboratory", lab) if lab else ("resource", int(one)) for lab, one, _o, _g in rows]
    return Stewardship(
        laboratories=frozenset(number for kind, number in where if kind == "laboratory"),
        resources=frozenset(number for kind, number in where if kind == "resource"),
        overrides=frozenset(at for at, row in zip(where, rows, strict=True) if row[2]),
        grants=frozenset(at for at, row in zip(where, rows, strict=True) if row[3]),
    )


def forget_stewardship(user: Any) -> None:
    if hasattr(user, "_stewardship"):
        del user._stewardship
