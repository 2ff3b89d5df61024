from django.db import transaction

from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Organisation


@transaction.atomic
def record_institution(
    key: str, name: str, name_en: str, kind: str, *, website: str | None = None
) -> Organisation:
    """Record an organisation that a study or a protocol names; again under the same key, correct it.

    A website recorded before is kept unless another is given.
    """
    told = {"name": name, "name_en": name_en, "kind": OrganisationKind(kind)}
    if website is not None:
        told["website"] = website
    organisation, _ = Organisation.objects.update_or_create(key=key, defaults=told)
    return organisation
