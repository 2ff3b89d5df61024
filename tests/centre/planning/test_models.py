from typing import Any

import pytest
from django.db import IntegrityError, transaction

from fucina.centre.planning.models import Drawing, Run


def again(run: Run, **changes: Any) -> None:
    run.pk = None
    for name, value in changes.items():
        setattr(run, name, value)
    run.save()


def test_same_run_twice_is_refused(run: Run) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        again(run, status="superseded")


def test_second_current_run_of_a_study_is_refused(run: Run) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        again(run, seed=7)


@pytest.mark.parametrize(
    "wrong",
    [{"status": "lost"}, {"draws": 0}, {"output": "../away"}, {"output": ""}, {"output": ".x"}],
)
def test_run_that_cannot_be_is_refused(run: Run, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        again(run, seed=7, **({"status": "superseded"} | wrong))


@pytest.mark.parametrize("wrong", [{"svg": "<script>"}, {"language": "fr"}])
def test_drawing_that_cannot_be_shown_is_refused(run: Run, wrong: dict[str, str]) -> None:
    given = {"name": "x", "language": "it", "width": 720, "svg": "<svg></svg>"}

    with pytest.raises(IntegrityError), transaction.atomic():
        Drawing.objects.create(run=run, **(given | wrong))
