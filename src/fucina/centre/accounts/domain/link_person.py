from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from fucina.centre.accounts.domain.addresses import verified_addresses
from fucina.centre.accounts.models import Registration
from fucina.centre.people.models import Person, User
from fucina.centre.people.standing import forget_standing


@transaction.atomic
def link_person(user: Any) -> Person | None:
    """The person that this user is: whoever has one of their verified addresses and no user yet, else a new one.

    Without a verified address nothing is known for certain, and nobody is linked. Again, nothing changes.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if known := Person.objects.filter(user=user).first():
        return known
    addresses = verified_addresses(user)
    if not addresses:
        return None
    said = Registration.objects.filter(user=user).first()
    person = _on_record(addresses) or _new(user, addresses[0], said)
    if person.user_id is None:
        person.user = user
        if said:
            person.language = said.language
        person.save(update_fields=["user", "language", "updated"])
    _move_name(said)
    if not user.name:
        user.name = str(person)[:150]
        user.save(update_fields=["name"])
    forget_standing(user)
    return person


def _on_record(addresses: list[str]) -> Person | None:
    found = Person.objects.standing().filter(email__in=addresses, user=None)
    by_address = {person.email: person for person in found.select_for_update(of=("self",))}
    return next((by_address[one] for one in addresses if one in by_address), None)


def _new(user: User, address: str, said: Registration | None) -> Person:
    taken = Person.objects.filter(email=address, merged_into=None).exists()
    first, _, last = user.name.strip().partition(" ")
    return Person.objects.create(
        user=user,
        given_name=(said.given_name if said else "") or first or address.partition("@")[0][:80],
        family_name=(said.family_name if said else "") or last,
        email="" if taken else address,
        language=said.language if said else (get_language() or "it")[:2],
    )


def _move_name(said: Registration | None) -> None:
    """The name now stands in the person's record, and is kept once."""
    if said and (said.given_name or said.family_name):
        said.given_name = said.family_name = ""
        said.save(update_fields=["given_name", "family_name"])
