from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.link_person import link_person
from fucina.centre.people.models import Person, User
from fucina.centre.refusal import Problem, Refusal


@transaction.atomic
def change_profile(
    user: Any, given_name: str, family_name: str, phone: str, language: str
) -> Person:
    """What a person says of themselves. Refuses someone without a first name, or whose address is not confirmed."""
    person = link_person(user)
    if person is None:
        raise Refusal([Problem("not_confirmed", _("First confirm your e-mail address."))])
    if not given_name.strip():
        raise Refusal([Problem("required", _("Give your first name."), "given_name")])
    person.given_name, person.family_name = given_name.strip(), family_name.strip()
    person.phone, person.language = phone.strip(), language
    person.save(update_fields=["given_name", "family_name", "phone", "language", "updated"])
    User.objects.filter(pk=user.pk).update(name=str(person)[:150])
    return person
