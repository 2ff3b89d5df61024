from django.db.models import Q

from fucina.centre.people.models import ImportedRow, Merge, Person


def forget_copies(person: Person) -> None:
    """Part of erasing a person: what merges and imports remember of them goes too, and can be undone no more.

    Called in the transaction that erases, before the address is gone: an upload is known to be theirs by it.
    """
    Merge.objects.filter(Q(winner_person=person) | Q(loser_person=person)).update(steps=[])
    theirs = Q(effects__contains=[{"model": Person._meta.label, "pk": person.pk}])
    for key, value in (("email", person.email), ("fiscal_code", person.fiscal_code)):
        if value:
            theirs |= Q(**{f"told__{key}__iexact": value})
    ImportedRow.objects.filter(theirs).update(
        told={}, label="", changes=[], effects=[], problems=[]
    )
