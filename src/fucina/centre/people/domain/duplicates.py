"""The pairs waiting to be looked at: what one may see of them, and what one does with them besides merging."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from fucina.centre.people.domain.find_duplicates import BY_HAND
from fucina.centre.people.domain.visibility import visible_organisations, visible_persons
from fucina.centre.people.models import Duplicate, Merge, Organisation, Person

SIDES = ("first_organisation", "second_organisation", "first_person", "second_person")
ENDS = (
    "winner_organisation", "loser_organisation", "winner_person", "loser_person", "merged_by", "undone_by",
)  # fmt: skip


def open_duplicates(user: Any) -> QuerySet[Duplicate]:
    """Pairs of which the user may see and merge both."""
    return _mergeable(user).filter(dismissed=None)


def duplicate_for(user: Any, duplicate: int) -> Duplicate:
    found = _mergeable(user).filter(pk=duplicate).first()
    if found is None:
        raise Http404
    return found


def merges(user: Any) -> QuerySet[Merge]:
    """All that the user might undo."""
    kinds = Q(pk__in=[])
    if user.has_perm("people.merge_organisations"):
        kinds |= Q(winner_organisation__isnull=False)
    if user.has_perm("people.merge_persons"):
        kinds |= Q(winner_person__isnull=False)
    return Merge.objects.filter(kinds).select_related(*ENDS)


def merge_for(user: Any, merge: int) -> Merge:
    found = merges(user).filter(pk=merge).first()
    if found is None:
        raise Http404
    return found


def dismiss_duplicate(duplicate: Duplicate, *, by: Any) -> None:
    """They are two: not proposed again."""
    if not by.has_perm("people.merge_organisations"):
        raise PermissionDenied
    duplicate.dismissed, duplicate.dismissed_by = timezone.now(), by if by.pk else None
    duplicate.save(update_fields=["dismissed", "dismissed_by"])


def pair(one: Organisation | Person, other: Organisation | Person, *, by: Any) -> Duplicate:
    """Put two side by side that the search for duplicates did not find."""
    if not by.has_perm("people.merge_organisations"):
        raise PermissionDenied
    first, second = sorted((one, other), key=lambda record: record.pk)
    noun = first._meta.model_name
    found, new = Duplicate.objects.get_or_create(
        **{f"first_{noun}": first, f"second_{noun}": second}, defaults={"reasons": [BY_HAND]}
    )
    if not new and found.dismissed is not None:
        found.dismissed = found.dismissed_by = None
        found.save(update_fields=["dismissed", "dismissed_by"])
    return found


def _mergeable(user: Any) -> QuerySet[Duplicate]:
    seen = Q(pk__in=[])
    if user.has_perm("people.merge_organisations"):
        known = visible_organisations(user)
        seen |= Q(first_organisation__in=known, second_organisation__in=known)
    if user.has_perm("people.merge_persons"):
        persons = visible_persons(user)
        seen |= Q(first_person__in=persons, second_person__in=persons)
    return Duplicate.objects.filter(seen).select_related(*SIDES)
