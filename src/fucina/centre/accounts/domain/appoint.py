from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.invite import address_problems, offer
from fucina.centre.accounts.domain.links import LinkTo
from fucina.centre.accounts.models import Invitation
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Membership, Organisation
from fucina.centre.people.models.user import normal_email
from fucina.centre.refusal import Problem, Refusal, refuse_any


def appoint(email: str, *, name: str, language: str, link: LinkTo) -> Invitation:
    """Offer the direction of the centre to an address, without anyone's permission: for whoever runs the machine.

    Makes the centre's own record, called ``name``, where there is none. Refuses what is no address, and one whose person
    directs the centre already.
    """
    email = normal_email(email)
    refuse_any(address_problems(email))
    try:
        return _appoint(email, name, language, link)
    except IntegrityError as error:
        message = _("Someone else appointed this address at the same time.")
        raise Refusal([Problem("taken", message)]) from error


@transaction.atomic
def _appoint(email: str, name: str, language: str, link: LinkTo) -> Invitation:
    centre = Organisation.objects.filter(kind=OrganisationKind.CENTRE).first()
    if centre is None:
        centre = Organisation.objects.create(name=name, kind=OrganisationKind.CENTRE)
    if _directs(email):
        message = _("The person at {email} directs the centre already.")
        raise Refusal([Problem("holds", message.format(email=email))])
    Invitation.objects.filter(
        email=email, organisation=centre, role=Role.DIRECTOR, accepted=None, withdrawn=None
    ).update(withdrawn=timezone.now())
    return offer(email, centre, Role.DIRECTOR, None, link, False, None, language)


def _directs(email: str) -> bool:
    held = Membership.objects.on().filter(role=Role.DIRECTOR, person__user__is_active=True)
    return held.filter(person__user__email=email).exists()
