"""What a person is to the centre today: read once for a request, asked by every rule."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from fucina.centre.people.enums import STAFF, Role
from fucina.centre.people.models.membership import Membership
from fucina.centre.people.models.period import today
from fucina.centre.prepared import Given, Prepared


@dataclass(frozen=True)
class Standing:
    """The roles of one person: which, at which organisations (by number), and where they may invite."""

    person: int | None = None
    roles: dict[str, frozenset[int]] = field(default_factory=dict)
    invites_at: frozenset[int] = frozenset()

    def has(self, *roles: Role) -> bool:
        return any(role in self.roles for role in roles)

    @property
    def staff(self) -> bool:
        return self.has(*STAFF)

    @property
    def organisations(self) -> frozenset[int]:
        """Those where the person has any role."""
        return frozenset().union(*self.roles.values())

    def at(self, organisation: int | None, *roles: Role) -> bool:
        """Whether the person has one of these roles there; any role where none is named."""
        wanted: Iterable[str] = roles or self.roles
        return any(organisation in self.roles.get(role, frozenset()) for role in wanted)


NOBODY = Standing()
type Held = dict[str, Any]
"""A role that somebody has: the person, which, where, and whether they may invite there."""
ROLES = Prepared[Held](
    lambda: _roles(Given("user")).values("person", "role", "organisation", "invites")
)


def standing(user: Any) -> Standing:
    """One query, kept on the user object for as long as that lives (a request)."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return NOBODY
    known = getattr(user, "_standing", None)
    if known is None:
        known = user._standing = _made(user, ROLES.rows(user=user.pk, today=today()))
    return cast("Standing", known)


def roles_of(user: OuterRef) -> ArraySubquery:
    """For a query that reads the user anyway; it is ``Given`` the day as ``today``. Then ``remember_standing``."""
    told = JSONObject(person="person", role="role", organisation="organisation", invites="invites")
    return ArraySubquery(_roles(user).values(json=told))


def remember_standing(user: Any, roles: Iterable[Held]) -> None:
    user._standing = _made(user, roles)


def _roles(user: Any) -> Any:
    return Membership.objects.on(Given("today")).filter(person__user=user)


def _made(user: Any, held: Iterable[Held]) -> Standing:
    roles: dict[str, set[int]] = {}
    invites, person = set(), None
    for one in held:
        person = one["person"]
        roles.setdefault(one["role"], set()).add(one["organisation"])
        if one["invites"]:
            invites.add(one["organisation"])
    if person is None:
        person = getattr(getattr(user, "person", None), "pk", None)
    return Standing(
        person, {role: frozenset(several) for role, several in roles.items()}, frozenset(invites)
    )


def forget_standing(user: Any) -> None:
    """After a change of roles within the same request."""
    if hasattr(user, "_standing"):
        del user._standing
