"""What a broken constraint says can be said: Django puts the constraint's name into it, so that a lone per cent sign would fail."""

import pytest
from django.apps import apps
from django.db.models import BaseConstraint
from django.utils.translation import override


def constraints() -> list[BaseConstraint]:
    return [
        constraint
        for model in apps.get_models()
        if model.__module__.startswith("fucina.")
        for constraint in model._meta.constraints
    ]


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_constraint_says_what_it_forbids(language: str) -> None:
    with override(language):
        said = [str(constraint.get_violation_error_message()) for constraint in constraints()]

    assert len(said) > 100
    assert all(said)
