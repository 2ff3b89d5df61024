"""What is about a whole laboratory, or about one thing in it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def about_one(name: str) -> models.CheckConstraint:
    """Exactly one of ``laboratory`` and ``resource``."""
    return models.CheckConstraint(
        name=name,
        condition=Q(laboratory=None, resource__isnull=False)
        | Q(resource=None, laboratory__isnull=False),
        violation_error_code="one",
        violation_error_message=_("Choose a laboratory or one thing in it, not both."),
    )
