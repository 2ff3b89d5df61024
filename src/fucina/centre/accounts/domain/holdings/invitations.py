from django.db.models import Q, QuerySet
from django.utils import timezone

from fucina.centre.accounts.domain.audit_trail import blank_trail, event_model
from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.accounts.models import ErasureRequest, Invitation

FIELDS = ("email", "organisation", "role", "created", "expires", "accepted", "withdrawn")


def export(subject: Subject) -> Plain:
    sent = Invitation.objects.none()
    if subject.user is not None:
        sent = Invitation.objects.filter(invited_by=subject.user)
    return {
        "received": plain_rows(_received(subject).select_related("organisation"), *FIELDS),
        # To whom is another person's datum.
        "sent": plain_rows(sent.select_related("organisation"), "organisation", "role", "created"),
        "erasure_requests": plain_rows(
            ErasureRequest.objects.filter(person__in=subject.persons),
            "made", "carried_out", "refused", "reason",
        ),
    }  # fmt: skip


def erase(subject: Subject) -> None:
    numbers = _numbers(subject)
    found = Invitation.objects.filter(pk__in=numbers)
    found.filter(accepted=None, withdrawn=None).update(withdrawn=timezone.now())
    for number in numbers:
        nobody = f"erased-invitation-{number}@erased.invalid"
        Invitation.objects.filter(pk=number).update(email=nobody)
        blank_trail(Invitation, [number], email=nobody)
    requests = list(
        ErasureRequest.objects.filter(person__in=subject.persons).values_list("pk", flat=True)
    )
    ErasureRequest.objects.filter(pk__in=requests).exclude(reason="").update(reason="–")
    blank_trail(ErasureRequest, requests, reason="–")


def _received(subject: Subject) -> QuerySet[Invitation]:
    wanted = Q(email__in=subject.addresses)
    if subject.user is not None:
        wanted |= Q(accepted_by=subject.user)
    return Invitation.objects.filter(wanted)


def _numbers(subject: Subject) -> list[int]:
    """Also of those whose address was another then: the trail still has them."""
    events = event_model(Invitation).objects.filter(email__in=subject.addresses)
    return sorted({*_received(subject).values_list("pk", flat=True), *events.values_list("pgh_obj_id", flat=True)})  # fmt: skip
