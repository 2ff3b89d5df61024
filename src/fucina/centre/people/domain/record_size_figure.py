from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from fucina.centre.people.domain.guarded import assign, guarded, model_problems
from fucina.centre.people.models import Organisation, SizeFigure
from fucina.centre.refusal import Problem, refuse_any

FIELDS = frozenset({"year", "headcount", "turnover", "balance_total", "source"})


def record_size_figure(organisation: Organisation, *, by: Any, **fields: Any) -> SizeFigure:
    """How large it was in a year that has no figures yet."""
    if not by.has_perm("people.change_organisation", organisation):
        raise PermissionDenied
    return _write(SizeFigure(organisation=organisation), fields)


def correct_size_figure(figure: SizeFigure, *, by: Any, **fields: Any) -> SizeFigure:
    if not by.has_perm("people.change_part", figure):
        raise PermissionDenied
    return _write(figure, fields)


def remove_size_figure(figure: SizeFigure, *, by: Any) -> None:
    if not by.has_perm("people.change_part", figure):
        raise PermissionDenied
    figure.delete()


def _write(figure: SizeFigure, fields: dict[str, Any]) -> SizeFigure:
    assign(figure, fields, FIELDS)
    told = (figure.headcount, figure.turnover, figure.balance_total)
    empty = [] if any(value is not None for value in told) else [_empty()]
    refuse_any([*empty, *model_problems(figure)])
    with guarded(SizeFigure):
        figure.save()
    return figure


def _empty() -> Problem:
    message = _("Give at least one of staff, turnover and balance-sheet total.")
    return Problem("empty", message, "headcount")
