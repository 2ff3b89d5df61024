"""Two runs side by side: what was answered, why it moved, and what was asked otherwise."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.planning.domain.compare_runs import compared
from fucina.centre.planning.domain.opened import OutdatedRunError
from fucina.centre.planning.enums import UNFINISHED, RequestState
from fucina.centre.planning.models import Run, RunComparison
from fucina.centre.planning.presentation.reader import Place, Reader, reader_of
from fucina.centre.planning.presentation.runs import moment
from fucina.centre.planning.presentation.table import (
    Cell,
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.compare import Comparison
from fucina.study.compare.comparison import FigureChange, Measure, Moved, Part, RecordChange
from fucina.study.result import Estimated
from fucina.study.schema import NOUNS

MONTHS = "opening"
MONEY = ("capital", "net_cost", "cash_need", "benefit")


@dataclass(frozen=True)
class Why:
    """Which changes moved one part of the answer."""

    title: str
    text: str
    parts: Table


@dataclass(frozen=True)
class ComparisonPage:
    same: bool
    sides: list[dict[str, str]]
    proposals: Table
    answer: list[Table]
    settings: Table
    changes: Table
    moving: str
    whys: list[Why]
    why: str
    waiting: bool
    failed: bool


def comparison(stored: RunComparison, old: Run, new: Run) -> ComparisonPage | None:
    """Nothing where one of the runs was stored by a program too old."""
    reader = reader_of(new, Place("planning:run", (new.pk,)))
    if reader is None:
        return None
    try:
        found = (
            Comparison.model_validate(stored.found)
            if stored.state == RequestState.DONE
            else compared(old, new, attributed=False)
        )
    except OutdatedRunError:
        return None
    return _page(reader, found, stored, old, new)


def _page(
    reader: Reader, found: Comparison, stored: RunComparison, old: Run, new: Run
) -> ComparisonPage:
    return ComparisonPage(
        same=found.same_answer,
        sides=[
            {"label": moment(run), "url": reverse("planning:run:overview", args=[run.pk])}
            for run in (old, new)
        ],
        proposals=_proposals(reader, found),
        answer=[
            _moved(reader, _("Probability of each seat"), _("Seat"), found.seats),
            _moved(reader, _("Probability of each strategy"), _("Strategy"), found.strategies),
            _moved(reader, _("Probability of each legal form"), _("Legal form"), found.forms),
            _moved(reader, _("Money and time of what is proposed"), _("Mean"), found.money),
        ],
        settings=_settings(found),
        changes=_changes(reader, found),
        moving=_("%(all)s changes, of which %(moving)s can move results")
        % {"all": len(found.figures) + len(found.records), "moving": found.moving},
        whys=[_why(reader, m) for m in (found.attribution.measures if found.attribution else [])],
        why=_unattributed().get(found.unattributed or "", ""),
        waiting=stored.state in UNFINISHED,
        failed=stored.state == RequestState.FAILED,
    )


def _before_after(first: str) -> list[dict[str, str]]:
    return [text_column(first), text_column(_("Before")), text_column(_("After"))]


def _proposals(reader: Reader, found: Comparison) -> Table:
    parts = (_("Seat"), _("Kind of centre"), _("Strategy"), _("Legal form"))
    rows: list[Row] = [
        row([part, reader.said(old), reader.said(new)], emphasis=old != new)
        for part, old, new in zip(parts, found.before.names, found.after.names, strict=True)
    ]
    return Table(_("What is proposed"), _before_after(_("Part")), rows)


def _settings(found: Comparison) -> Table:
    names = {
        "draws": _("Draws"),
        "seed": _("Seed"),
        "engine": _("Engine"),
        "proxy": _("Placing of demand"),
    }
    rows: list[Row] = [row([names[one.name], one.before, one.after]) for one in found.settings]
    return Table(_("How they were computed"), _before_after(_("Setting")), rows)


def _moved(reader: Reader, caption: str, first: str, found: list[Moved]) -> Table:
    columns = [
        text_column(first),
        number_column(_("Before")),
        number_column(_("After")),
        number_column(_("Difference")),
        text_column(_("More than noise")),
    ]
    return Table(caption, columns, [_moved_row(reader, one) for one in found])


def _moved_row(reader: Reader, one: Moved) -> Row:
    written = _writer(reader, one.id)
    sure = one.difference is not None and not one.noise
    return row(
        [
            reader.said(one.name),
            _with_error(written, one.before),
            _with_error(written, one.after),
            cell(_signed(written, one.difference), value=one.difference)
            if one.difference is not None
            else "–",
            _("Yes") if sure else _("No") if one.difference is not None else "–",
        ],
        emphasis=sure,
    )


def _writer(reader: Reader, kind: str) -> Callable[[float], str]:
    """How a quantity is written: money in millions, months, else a share in percent."""
    if kind in MONEY:
        return lambda x: reader.millions(x, 2)
    if kind == MONTHS:
        return lambda x: reader.number(x, 1)
    return lambda x: reader.percent(x, 1)


def _with_error(written: Callable[[float], str], found: Estimated | None) -> Cell | str:
    if found is None:
        return "–"
    return cell(f"{written(found.value)} ± {written(found.se)}", value=found.value)


def _signed(written: Callable[[float], str], x: float) -> str:
    return f"+{written(x)}" if x > 0 else written(x)


def _changes(reader: Reader, found: Comparison) -> Table:
    columns = [
        text_column(_("What")),
        text_column(_("Change")),
        text_column(_("Before")),
        text_column(_("After")),
        text_column(_("Can move results")),
    ]
    all_of_them: list[FigureChange | RecordChange] = [*found.figures, *found.records]
    rows = [_change(reader, one) for one in sorted(all_of_them, key=lambda one: not one.moves)]
    return Table(_("Every change of the study"), columns, rows)


def _change(reader: Reader, one: FigureChange | RecordChange) -> Row:
    kinds = {"added": _("added"), "removed": _("removed"), "changed": _("changed")}
    known = isinstance(one, FigureChange) and one.key in reader.study.figures
    key = one.key if isinstance(one, FigureChange) else f"{one.noun}.{one.id}"
    before, after = (
        "; ".join(f"{f.field}: {value}" for f in one.fields if (value := getattr(f, side)))
        for side in ("before", "after")
    )
    return row(
        [
            cell(reader.said(one.name), url=reader.figure_url(key) if known else "", note=key),
            kinds[one.change],
            before or "–",
            after or "–",
            _("Yes") if one.moves else _("No"),
        ],
        emphasis=one.moves,
    )


def _why(reader: Reader, measure: Measure) -> Why:
    written = _writer(reader, measure.id)
    name = reader.said(measure.name)
    title = (
        _("Net present cost")
        if measure.id == "net_cost"
        else _("Probability of %(seat)s") % {"seat": name}
    )
    text = _("From %(before)s to %(after)s with common draws: %(difference)s.") % {
        "before": written(measure.before.value),
        "after": written(measure.after.value),
        "difference": _signed(written, measure.difference.value),
    }
    if measure.noise:
        text += " " + _("The difference may be noise.")
    columns = [
        text_column(_("Changes of")),
        number_column(_("Share of the difference")),
        number_column(_("Alone")),
        number_column(_("Applied last")),
    ]
    rows = [_part(reader, part, written) for part in measure.parts]
    rest = row([_("Other draws, seed or engine"), _signed(written, measure.rest), "–", "–"])
    return Why(title, text, Table(title, columns, [*rows, rest]))


def _part(reader: Reader, part: Part, written: Callable[[float], str]) -> Row:
    names = {noun.plural: reader.said(noun.text) for noun in NOUNS} | {"header": _("Header")}
    return row(
        [
            cell(
                ", ".join(names.get(noun, noun) for noun in part.nouns),
                note=_("changes: %(number)s") % {"number": part.changes},
            ),
            *(
                cell(f"{_signed(written, e.value)} ± {written(e.se)}", value=e.value)
                for e in (part.share, part.alone, part.last)
            ),
        ]
    )


def _unattributed() -> dict[str, str]:
    return {
        "nothing-moves": _(
            "No change of the study can move results: what differs comes from draws, seed or engine."
        ),
        "not-computable": _(
            "This program cannot compute one of the two studies again, so it cannot tell which change moved what. "
            "Have the study computed again from its folder."
        ),
    }
