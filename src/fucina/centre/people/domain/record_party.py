from django.db import transaction

from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Organisation


@transaction.atomic
def record_party(
    key: str, name_it: str, name_en: str, kind: str, *, website: str | None = None
) -> Organisation:
    """Record a party of the protocol that founds the centre; again under the same key, correct it.

    A website recorded before is kept unless another is given.
    """
    told = {
        "name_it": name_it,
        "name_en": name_en,
        "kind": OrganisationKind(kind),
        "protocol_party": True,
    }
    if website is not None:
        told["website"] = website
    organisation, _ = Organisation.objects.update_or_create(key=key, defaults=told)
    return organisation
