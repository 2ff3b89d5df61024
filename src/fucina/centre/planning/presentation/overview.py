"""The study in one page: the decision first, and what it rests on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.planning.presentation.gates import gates
from fucina.centre.planning.presentation.nothing import Nothing, nothing
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import Table, cell, number_column, row, text_column
from fucina.centre.planning.presentation.worth import verify_first
from fucina.study.result import Combination, Estimated, Variant

SHOWN = 5
"""Figures shown of those to verify first; the rest stand on the page of risk and information."""


@dataclass(frozen=True)
class Decision:
    """The recommended seat, how surely, and whether asking otherwise would change it."""

    seat: str
    url: str
    share: str
    probability: str
    alternative: str
    sensitive: bool
    flips: list[str]
    variants: int


@dataclass(frozen=True)
class Overview:
    name: str
    question: str
    place: str
    summary: str
    draws: str
    seed: str
    decision: Decision
    whole: list[dict[str, str]]
    key_figures: list[dict[str, str]]
    first: Table
    gates: list[dict[str, str]]
    nothing: Nothing
    rests_on: list[dict[str, str]]
    variants: Table
    drivers: Table


def overview(reader: Reader) -> Overview:
    header = reader.study.header
    return Overview(
        name=reader.said(header.name),
        question=reader.said(header.question),
        place=reader.said(header.place),
        summary=reader.said(header.summary),
        draws=reader.number(reader.result.draws),
        seed=str(reader.result.seed),
        decision=decision(reader),
        whole=_whole(reader),
        key_figures=_key_figures(reader),
        first=verify_first(reader, SHOWN),
        gates=gates(reader),
        nothing=nothing(reader),
        rests_on=_rests_on(reader),
        variants=_variants(reader),
        drivers=drivers(reader, "seat", _("Figures that move the answer")),
    )


def decision(reader: Reader) -> Decision:
    found = reader.result.decision
    return Decision(
        seat=reader.seat(found.seat),
        url=reader.seat_url(found.seat),
        share=reader.percent(found.seat_probability.value),
        probability=reader.probability(found.seat_probability),
        alternative=reader.alternative(found.recommended),
        sensitive=found.sensitive,
        flips=[_flip(reader, variant) for variant in found.variants if variant.changes_seat],
        variants=len(found.variants),
    )


def _whole(reader: Reader) -> list[dict[str, str]]:
    """What is proposed, part by part, each with its probability."""
    found = reader.result.decision
    forms = {form.id: form.probability for form in found.forms}
    strategies = {strategy.id: strategy.probability for strategy in found.strategies}
    return [
        _part(
            reader,
            _("Seat"),
            reader.seat(found.seat),
            found.seat_probability,
            reader.seat_url(found.seat),
        ),
        _part(
            reader,
            _("Kind of centre"),
            reader.alternative(found.recommended),
            found.probability,
            reader.url("hypotheses"),
        ),
        _part(
            reader,
            _("Strategy"),
            reader.name("strategies", found.strategy),
            strategies[found.strategy],
            reader.url("strategies"),
        ),
        _part(
            reader,
            _("Legal form"),
            reader.name("forms", found.form),
            forms[found.form],
            reader.url("governance"),
        ),
    ]


def _part(reader: Reader, term: str, text: str, probability: Estimated, url: str) -> dict[str, str]:
    return {
        "term": term,
        "text": text,
        "url": url,
        "note": _("best in %(share)s of the futures") % {"share": reader.probability(probability)},
    }


def recommended_money(reader: Reader) -> Combination:
    """The proposed combination's money: the recommended alternative under the proposed strategy."""
    found = reader.result.decision
    wanted = (found.recommended, found.strategy)
    return next(
        c for c in reader.result.finance.combinations if (c.alternative, c.strategy) == wanted
    )


def drivers(reader: Reader, answer: str, caption: str) -> Table:
    """The figures that move ``seat`` (the seat's probability) or ``net_cost``, the strongest first."""
    columns = [
        text_column(_("Figure")),
        number_column(_("Share of the variance")),
        number_column(_("Answer in its lowest third")),
        number_column(_("Answer in its highest third")),
        text_column(_("Kind")),
    ]
    written = reader.percent if answer == "seat" else reader.millions
    rows = [
        row(
            [
                cell(reader.figure_name(key), url=reader.figure_url(key)),
                cell(reader.probability(driver.share), value=driver.share.value),
                cell(written(driver.low_third, 1), value=driver.low_third),
                cell(written(driver.high_third, 1), value=driver.high_third),
                cell("", badge=reader.study.figures[key].kind),
            ]
        )
        for key, driver in reader.opened.drivers[answer].items()
    ]
    return Table(caption, columns, rows)


def _flip(reader: Reader, variant: Variant) -> str:
    return _("%(variant)s: %(seat)s, in %(share)s of the futures") % {
        "variant": reader.said(variant.name),
        "seat": reader.seat(variant.seat),
        "share": reader.percent(variant.probability.value),
    }


def _key_figures(reader: Reader) -> list[dict[str, str]]:
    found, money = reader.result.decision, recommended_money(reader)
    opening, planned = reader.result.programme.opening, reader.result.programme.planned_months
    return [
        {
            "label": _("Probability that the seat is the best"),
            "value": reader.percent(found.seat_probability.value),
            "url": reader.url("ranking") + "#how",
            "note": _("± %(error)s points (standard error over %(draws)s futures)")
            % {
                "error": reader.number(100 * found.seat_probability.se, 1),
                "draws": reader.number(reader.result.draws),
            },
        },
        {
            "label": _("Net present cost"),
            "value": reader.millions(money.net_cost.mean, 0),
            "url": reader.url("money") + "#how",
            "note": _("90%% of the futures: %(range)s")
            % {"range": reader.millions_range(money.net_cost)},
        },
        {
            "label": _("Months to the opening"),
            "value": reader.number(opening.p50),
            "url": reader.url("programme") + "#how",
            "note": _("90%% of the futures: %(range)s; %(planned)s as planned")
            % {"range": reader.range(opening, "month"), "planned": reader.number(planned)},
        },
        {
            "label": _("Runner-up"),
            "value": reader.alternative(found.runner_up),
            "url": reader.url("ranking"),
            "note": _("the recommended one is ahead in %(share)s of the comparisons")
            % {"share": reader.percent(found.ahead_of_runner_up.value)},
        },
    ]


def _rests_on(reader: Reader) -> list[dict[str, str]]:
    study, found = reader.study, reader.result.decision
    silent = [s for s in study.stakeholders if s.weights.kind != "fact"]
    low = sum(figure.confidence == "low" for figure in study.figures.values())
    flipped = sum(variant.changes_seat for variant in found.variants)
    return [
        {
            "term": _("Weights of the criteria"),
            "text": _(
                "%(assumed)s of %(all)s institutions have stated none: the study team assumed them"
            )
            % {"assumed": len(silent), "all": len(study.stakeholders)},
            "url": reader.url("ranking") + "#weights",
        },
        {
            "term": _("Where demand is"),
            "text": _("%(points)s points; inside the city a proxy, not a census of firms")
            % {"points": reader.number(reader.result.demand_points)},
            "url": reader.url("seats") + "#demand",
        },
        {
            "term": _("Asked otherwise"),
            "text": ngettext(
                "%(flipped)s of %(all)s other ways of asking changes the seat",
                "%(flipped)s of %(all)s other ways of asking change the seat",
                flipped,
            )
            % {"flipped": flipped, "all": len(found.variants)},
            "url": "#variants",
        },
        {
            "term": _("Figures"),
            "text": _("%(low)s of %(all)s figures have low confidence")
            % {"low": low, "all": len(study.figures)},
            "url": reader.url("register") + "?confidence=low",
        },
    ]


def _variants(reader: Reader) -> Table:
    columns = [
        text_column(_("Asked otherwise")),
        text_column(_("Best seat")),
        number_column(_("Its probability")),
        number_column(_("Probability of the recommended seat")),
        text_column(_("Changes the seat")),
    ]
    rows = [
        row(
            [
                reader.said(variant.name),
                cell(reader.seat(variant.seat), url=reader.seat_url(variant.seat)),
                cell(reader.probability(variant.probability), value=variant.probability.value),
                cell(
                    reader.probability(variant.of_recommended), value=variant.of_recommended.value
                ),
                _("Yes") if variant.changes_seat else _("No"),
            ],
            emphasis=variant.changes_seat,
        )
        for variant in reader.result.decision.variants
    ]
    return Table(_("The same question asked otherwise"), columns, rows)
