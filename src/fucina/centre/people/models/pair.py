"""Two records side by side: of organisations or of persons, never one of each."""

from django.db import models
from django.db.models import Q


def both_of_a_kind(one: str, other: str, name: str) -> models.CheckConstraint:
    """The four foreign keys hold two organisations or two persons."""

    def only(these: str, those: str) -> Q:
        return Q(
            **{f"{one}_{these}__isnull": False, f"{other}_{these}__isnull": False},
            **{f"{one}_{those}": None, f"{other}_{those}": None},
        )

    return models.CheckConstraint(
        name=name, condition=only("organisation", "person") | only("person", "organisation")
    )
