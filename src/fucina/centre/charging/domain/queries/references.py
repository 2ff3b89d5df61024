"""What stands for a thing of another app."""

from fucina.centre.charging.domain.asked import Reference
from fucina.centre.charging.enums import CommitmentState
from fucina.centre.charging.models import Charge, Commitment


def open_commitment(reference: Reference) -> Commitment | None:
    return (
        Commitment.objects.filter(
            reference_kind=reference.kind,
            reference_key=reference.key,
            state=CommitmentState.OPEN,
        )
        .select_related("project", "person")
        .first()
    )


def standing_charge(reference: Reference) -> Charge | None:
    return (
        Charge.objects.standing()
        .filter(reference_kind=reference.kind, reference_key=reference.key)
        .first()
    )
