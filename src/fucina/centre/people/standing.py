"""What a person is to the centre today: read once for a request, asked by every rule."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

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
ROLES = Prepared[tuple[int, str, int, bool]](
    lambda: (
        Membership.objects.on(Given("today"))
        .filter(person__user=Given("user"))
        .values_list("person_id", "role", "organisation_id", "invites")
    )
)


def standing(user: Any) -> Standing:
    """One query, kept on the user object for as long as that lives (a request)."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return NOBODY
    known = getattr(user, "_standing", None)
    if known is None:
        known = user._standing = _read(user)
    return cast("Standing", known)


def _read(user: Any) -> Standing:
    roles: dict[str, set[int]] = {}
    invites, person = set(), None
    for owner, role, organisation, may in ROLES.rows(user=user.pk, today=today()):
        person = owner
        roles.setdefault(role, set()).add(organisation)
        if may:
            invites.add(organisation)
    if person is None:
        person = getattr(getattr(user, "person", None), "pk", None)
    return Standing(
        person, {role: frozenset(several) for role, several in roles.items()}, frozenset(invites)
    )


def forget_standing(user: Any) -> None:
    """After a change of roles within the same request."""
    if hasattr(user, "_standing"):
        del user._standing
