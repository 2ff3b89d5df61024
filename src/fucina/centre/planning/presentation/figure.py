"""One figure: its value, how sure it is, where it comes from, and what rests on it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.uses import uses
from fucina.study.schema import NOUNS, Figure


@dataclass(frozen=True)
class FigurePage:
    key: str
    name: str
    noun: str
    value: str
    range: str
    kind: str
    confidence: str
    note: str
    definition: list[dict[str, str]]
    provenance: list[dict[str, str]]
    effects: list[str]
    uses: list[dict[str, str]]
    younger: bool


def figure_page(reader: Reader, key: str) -> FigurePage:
    figure = reader.study.figures[key]
    noun = next(n for n in NOUNS if n.plural == key.split(".")[0])
    return FigurePage(
        key=key,
        name=reader.figure_name(key),
        noun=reader.said(noun.text),
        value=reader.figure_value(figure),
        range=reader.figure_range(figure),
        kind=figure.kind,
        confidence=figure.confidence,
        note=reader.said(figure.note) if figure.note else "",
        definition=_definition(reader, figure),
        provenance=_provenance(reader, figure),
        effects=_effects(reader, key),
        uses=uses(reader, key),
        younger=key in reader.result.younger_than_as_of,
    )


def _definition(reader: Reader, figure: Figure) -> list[dict[str, str]]:
    shapes = {
        "fixed": _("A single value"),
        "uniform": _("Anything in the range is equally likely"),
        "triangular": _("Triangular: the value is the most likely one"),
        "pert": _("PERT: the value is the most likely one"),
    }
    found = [
        {"term": _("Value"), "text": reader.figure_value(figure)},
        {"term": _("Distribution"), "text": shapes[figure.distribution]},
    ]
    if figure.low is not None:
        found.append({"term": _("Range"), "text": reader.figure_range(figure)})
    found.append({"term": _("Unit"), "text": units().get(figure.unit) or reader.unit(figure.unit)})
    if figure.price_year:
        found.append({"term": _("Prices of"), "text": str(figure.price_year)})
    return found


def units() -> dict[str, str]:
    """Units that are said in words."""
    return {
        "1": _("a number"),
        "score": _("a judged score from 0 to 10"),
        "x": _("a factor"),
        "share": _("a share of one"),
    }


def _provenance(reader: Reader, figure: Figure) -> list[dict[str, str]]:
    source = reader.sources[figure.source]
    return [
        {
            "term": _("Source"),
            "text": f"{source.title}, {source.publisher}",
            "url": reader.source_url(source.id),
        },
        {"term": _("Date of the figure"), "text": reader.date(figure.date)},
        {"term": _("Who answers for it"), "text": reader.name("owners", figure.owner)},
        {"term": _("To be reviewed by"), "text": reader.date(figure.review)},
    ]


def _effects(reader: Reader, key: str) -> list[str]:
    """How much the figure moves the two answers, where it is among those that move them most."""
    found = []
    seat = reader.opened.drivers["seat"].get(key)
    if seat:
        found.append(
            _(
                "It explains %(share)s of the variance of the recommended seat’s probability: %(low)s in its lowest third, %(high)s in its highest."
            )
            % {
                "share": reader.percent(seat.share.value),
                "low": reader.percent(seat.low_third, 1),
                "high": reader.percent(seat.high_third, 1),
            }
        )
    cost = reader.opened.drivers["net_cost"].get(key)
    if cost:
        found.append(
            _(
                "It explains %(share)s of the variance of the net cost: %(low)s in its lowest third, %(high)s in its highest."
            )
            % {
                "share": reader.percent(cost.share.value),
                "low": reader.millions(cost.low_third),
                "high": reader.millions(cost.high_third),
            }
        )
    return found
