"""Returns, partners, sources and the bridge: who puts in what, who decides, and what comes back."""

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result import Indicator, PartnerAccount, SourceAccount
from fucina.study.schema import Funding


def indicators(reader: Reader) -> Table:
    columns = [
        text_column(_("Indicator")),
        number_column(_("Present value, mean")),
        number_column(_("90% of the futures")),
        number_column(_("Rate of return")),
    ]
    return Table(
        _("Returns of the proposed combination"),
        columns,
        [_indicator(reader, one) for one in reader.result.finance.returns.indicators],
    )


def _indicator(reader: Reader, one: Indicator) -> Row:
    names = {
        "C": _("On the investment, whoever pays it: FNPV(C)"),
        "K": _("On the capital of partners and lenders: FNPV(K)"),
        "E": _("To firms and society: ENPV"),
    }
    return row(
        [
            names[one.name],
            cell(reader.millions(one.value.mean), value=one.value.mean),
            reader.millions_range(one.value),
            cell(reader.percent(one.rate, 1), value=one.rate) if one.rate is not None else "–",
        ]
    )


def method(reader: Reader) -> list[dict[str, str]]:
    """Which appraisal the size calls for, benefit over cost, funding gap."""
    found = reader.result.finance.returns
    methods = {
        "cba": _("Cost-benefit analysis"),
        "simplified-cba": _("Simplified cost-benefit analysis"),
        "cost-effectiveness": _("Cost-effectiveness analysis"),
    }
    ratio, gap = found.benefit_cost, found.gap
    return [
        {
            "term": _("Method that the size calls for"),
            "text": methods[found.method],
            "note": _("required in the %(period)s programmes") % {"period": found.period}
            if found.required
            else _("advised, not required, in the %(period)s programmes")
            % {"period": found.period},
        },
        {
            "term": _("Benefits over costs"),
            "text": reader.number(ratio.mean, 2),
            "note": f"{reader.number(ratio.p05, 2)} – {reader.number(ratio.p95, 2)}",
        },
        {
            "term": _("Funding gap"),
            "text": reader.percent(gap.mean),
            "note": _(
                "part of the investment that net revenue leaves open, by the rules up to 2020"
            ),
        },
    ]


def bridge(reader: Reader) -> list[dict[str, str]]:
    found = reader.result.finance.bridge
    return [
        {
            "label": _("Cash to be bridged"),
            "value": reader.millions(found.need.mean),
            "url": "#how",
            "note": reader.millions_range(found.need, 1),
        },
        {
            "label": _("Deepest in year"),
            "value": reader.number(found.year.p50),
            "url": "#how",
            "note": _("after the decision, as a median"),
        },
        {
            "label": _("Years below nothing"),
            "value": reader.number(found.years.p50),
            "url": "#how",
            "note": f"{reader.number(found.years.p05)} – {reader.number(found.years.p95)}",
        },
        {
            "label": _("Still missing at the end"),
            "value": reader.millions(found.lasting.p50),
            "url": "#how",
            "note": _("to be given, not lent; nothing with probability %(p)s")
            % {"p": reader.percent(found.recovers.value)},
        },
        {
            "label": _("What a bank would ask"),
            "value": reader.millions(found.cost.mean),
            "url": "#how",
            "note": _("at %(rate)s a year") % {"rate": reader.percent(found.rate.mean, 1)},
        },
    ]


def partners(reader: Reader) -> Table:
    columns = [
        text_column(_("Institution")),
        number_column(_("Quota")),
        number_column(_("Power")),
        number_column(_("Share of the money")),
        number_column(_("Grants")),
        number_column(_("In kind")),
        number_column(_("Capital")),
        number_column(_("Asked for in bad years")),
        number_column(_("What comes back, net")),
    ]
    return Table(
        _("What each partner puts in, against what it decides"),
        columns,
        [_partner(reader, one) for one in reader.result.finance.partners],
    )


def _partner(reader: Reader, one: PartnerAccount) -> Row:
    amounts = (one.grants, one.in_kind, one.equity, one.calls, one.npv)
    return row(
        [
            reader.name("stakeholders", one.stakeholder),
            cell(reader.percent(one.quota, 1), value=one.quota),
            cell(reader.percent(one.power, 1), value=one.power),
            cell(reader.percent(one.money_share.value, 1), value=one.money_share.value),
            *(cell(reader.millions(s.mean, 2), value=s.mean) for s in amounts),
        ]
    )


def power_against_money(reader: Reader) -> Table:
    """The same in three columns, for those who ask who decides."""
    columns = [
        text_column(_("Institution")),
        number_column(_("Power")),
        number_column(_("Share of the money")),
        number_column(_("Power less money"), _("points")),
    ]
    rows: list[Row] = []
    for one in reader.result.finance.partners:
        more = 100 * (one.power - one.money_share.value)
        rows.append(
            row(
                [
                    reader.name("stakeholders", one.stakeholder),
                    cell(reader.percent(one.power, 1), value=one.power),
                    cell(reader.probability(one.money_share), value=one.money_share.value),
                    cell(reader.number(more, 1), value=more),
                ]
            )
        )
    return Table(_("Power against money, under the proposed form"), columns, rows)


def sources(reader: Reader) -> Table:
    columns = [
        text_column(_("Source of funding")),
        text_column(_("Kind")),
        text_column(_("Rules on State aid")),
        number_column(_("Brings over the horizon")),
        number_column(_("90% of the futures")),
        number_column(_("Obtained in")),
    ]
    records = {one.id: one for one in reader.study.funding}
    return Table(
        _("Where the money comes from"),
        columns,
        [_source(reader, one, records[one.source]) for one in reader.result.finance.sources],
    )


def _source(reader: Reader, one: SourceAccount, record: Funding) -> Row:
    kinds = {
        "capital-grant": _("capital grant"),
        "core": _("core funding"),
        "in-kind": _("in kind, never cash"),
        "equity": _("partners’ capital"),
        "investment-fund": _("investment fund"),
        "loan": _("loan"),
    }
    return row(
        [
            cell(
                reader.said(record.name),
                url=reader.source_url(record.sources[0]),
                note=reader.said(record.payer),
            ),
            kinds[record.kind],
            cell(_regimes()[record.regime], note=reader.said(record.conditions)),
            cell(reader.millions(one.amount.mean), value=one.amount.mean),
            reader.millions_range(one.amount),
            cell(reader.percent(one.obtained.value), value=one.obtained.value),
        ]
    )


def _regimes() -> dict[str, str]:
    article = _("block exemption, article %(article)s")
    return {
        "no-aid": _("no aid"),
        "own-funds": _("own funds"),
        "market": _("market terms"),
        "de-minimis": _("de minimis"),
        "gber-26": article % {"article": "26"},
        "gber-26a": article % {"article": "26a"},
        "gber-27": article % {"article": "27"},
        "gber-31": article % {"article": "31"},
        "gber-56": article % {"article": "56"},
    }
