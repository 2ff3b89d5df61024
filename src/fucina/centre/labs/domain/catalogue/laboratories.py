from typing import Any

from fucina.centre.labs.domain.catalogue.rows import assign
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.models import Building, Laboratory, Policy, Resource, Steward
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import refuse_any

CHANGEABLE = frozenset(
    {"name", "name_en", "about", "about_en", "opening_hours", "policy", "listed", "building"}
)


def record_policy(name: str, *, by: Any, **rules: Any) -> Policy:
    """Rules of booking; those of the same name are written anew. Rules that contradict each other are refused."""
    allow(by, "labs.manage_resources")
    policy = Policy.objects.filter(name=name).first() or Policy(name=name)
    assign(policy, rules, {field.name for field in Policy._meta.fields} - {"id", "name"})
    refuse_any(check(policy))
    with one_write():
        policy.save()
    return policy


def record_laboratory(
    name: str,
    organisation: Organisation,
    *,
    by: Any,
    building: Building | None = None,
    opening_hours: str = "Mo-Fr 08:00-20:00; PH off",
    policy: Policy | None = None,
    key: str | None = None,
    **more: Any,
) -> Laboratory:
    allow(by, "labs.manage_resources")
    laboratory = Laboratory(
        name=name, organisation=organisation, building=building, opening_hours=opening_hours,
        policy=policy, key=key, **more,
    )  # fmt: skip
    refuse_any(check(laboratory))
    with one_write():
        laboratory.save()
    return laboratory


def change_laboratory(laboratory: Laboratory, *, by: Any, **changes: Any) -> Laboratory:
    allow(by, "labs.manage_resources")
    assign(laboratory, changes, CHANGEABLE)
    refuse_any(check(laboratory))
    with one_write():
        laboratory.save()
    return laboratory


def name_steward(
    person: Person,
    *,
    by: Any,
    laboratory: Laboratory | None = None,
    resource: Resource | None = None,
    overrides: bool = False,
    grants: bool = False,
) -> Steward:
    """Put a person in charge of a laboratory, or of one thing in it, until they are taken out again."""
    allow(by, "labs.manage_resources")
    steward = Steward(
        person=person, laboratory=laboratory, resource=resource, overrides=overrides, grants=grants
    )
    refuse_any(check(steward))
    with one_write():
        steward.save()
    return steward


def remove_steward(steward: Steward, *, by: Any) -> None:
    """From now on this person looks after it no more; that they did stays in its history."""
    allow(by, "labs.manage_resources")
    with one_write():
        steward.delete()
