"""Governance: under each legal form, how much each institution weighs and who can block alone."""

from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import resting
from fucina.centre.planning.presentation.returns import power_against_money
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.methods.statute import LegalForm, load_forms
from fucina.study.result import Estimated, PowerResult
from fucina.study.schema import Form


@dataclass(frozen=True)
class FormPage:
    anchor: str
    name: str
    fit: str
    source: str
    url: str
    power: Table
    rules: list[dict[str, str]]
    bodies: list[dict[str, str]]
    seats: Table
    share: str
    proposed: bool
    hook: str
    users: str
    pros: str
    cons: str
    as_of: str


@dataclass(frozen=True)
class Governance:
    best: str
    share: str
    quota_note: str
    comparison: Table
    votes: Table
    money: Table
    forms: list[FormPage]
    quotas: Table


def governance(reader: Reader) -> Governance:
    quotas = [f"stakeholders.{s.id}.quota" for s in reader.study.stakeholders]
    found = reader.result.decision
    chances = {form.id: form.probability for form in found.forms}
    return Governance(
        best=reader.name("forms", found.form),
        share=reader.probability(chances[found.form]),
        votes=_votes(reader),
        money=power_against_money(reader),
        quota_note=reader.said(reader.study.header.quota_note),
        comparison=_comparison(reader),
        forms=[_form(reader, form.id) for form in reader.study.forms],
        quotas=resting(reader, quotas, _("Quotas used to work the power out")),
    )


def _resolutions() -> dict[str, str]:
    return {"ordinary": _("Ordinary resolutions"), "extraordinary": _("Extraordinary resolutions")}


def _powers(reader: Reader, form: str) -> list[PowerResult]:
    return [power for power in reader.result.governance if power.form == form]


def _comparison(reader: Reader) -> Table:
    columns = [
        text_column(pgettext("planning", "Form")),
        text_column(_("Resolution")),
        number_column(_("Random proposals that pass")),
        text_column(_("Who can block alone")),
        number_column(_("Strongest voice")),
    ]
    rows: list[Row] = []
    for power in reader.result.governance:
        strongest = max(range(len(power.banzhaf)), key=lambda i: power.banzhaf[i])
        rows.append(
            row(
                [
                    cell(reader.name("forms", power.form), url=f"#form-{power.form}"),
                    _resolutions()[power.resolution],
                    cell(reader.percent(power.passage, 1), value=power.passage),
                    _blockers(reader, power),
                    cell(
                        reader.percent(power.banzhaf[strongest]),
                        value=power.banzhaf[strongest],
                        note=_strongest(reader, power, strongest),
                    ),
                ]
            )
        )
    return Table(_("Power by form and resolution"), columns, rows)


def _strongest(reader: Reader, power: PowerResult, index: int) -> str:
    if max(power.banzhaf) - min(power.banzhaf) < 1e-9:
        return _("all alike")
    return reader.said(reader.study.stakeholders[index].name)


def _blockers(reader: Reader, power: PowerResult) -> str:
    if not power.blockers:
        return _("no one")
    if len(power.blockers) == len(reader.study.stakeholders):
        return _("each of them")
    return ", ".join(reader.name("stakeholders", s) for s in power.blockers)


def _form(reader: Reader, identity: str) -> FormPage:
    form = next(f for f in reader.study.forms if f.id == identity)
    found = _powers(reader, identity)
    law = _legal_form(form.form)
    source = reader.sources[form.source]
    return FormPage(
        anchor=f"form-{identity}",
        name=reader.said(form.name),
        fit=reader.said(form.fit),
        source=source.title,
        url=reader.source_url(form.source),
        power=_power(reader, identity),
        bodies=_bodies(reader, form),
        seats=_appointed(reader, form),
        share=reader.probability(chance) if (chance := _chances(reader).get(identity)) else "",
        proposed=identity == reader.result.decision.form,
        hook=law.legal_hook,
        users=", ".join(law.users),
        pros=law.pros.en if reader.language == "en" else law.pros.it,
        cons=law.cons.en if reader.language == "en" else law.cons.it,
        as_of=reader.date(law.as_of),
        rules=[
            {"term": _resolutions()[power.resolution], "text": _rule(reader, power)}
            for power in found
        ],
    )


def _rule(reader: Reader, power: PowerResult) -> str:
    """What the law asks of a resolution, in words."""
    votes = {"shares": _("votes by quota"), "heads": _("one vote each")}[power.votes]
    of = {"present": _("of the votes present"), "all": _("of all votes")}[power.majority_of]
    least = _("more than %(share)s") if power.strict else _("at least %(share)s")
    words = [votes]
    if power.quorum:
        words.append(_("quorum %(share)s") % {"share": reader.written(power.quorum, "share")})
    words.append(f"{least % {'share': reader.written(power.majority, 'share')}} {of}")
    if not power.confirmed:
        words.append(_("to be confirmed on the official text"))
    return f"{'; '.join(words)} ({power.article})"


def _chances(reader: Reader) -> dict[str, Estimated]:
    return {form.id: form.probability for form in reader.result.decision.forms}


def _votes(reader: Reader) -> Table:
    """What the members would choose, form by form."""
    columns = [
        text_column(pgettext("planning", "Form")),
        number_column(_("Probability of being best")),
        text_column(_("Seat that its vote would choose")),
        number_column(_("How often")),
        number_column(_("The recommended seat")),
        number_column(_("No decision")),
    ]
    chances, recommended = _chances(reader), reader.result.decision.seat
    rows: list[Row] = []
    for vote in reader.result.decision.votes:
        best = max(vote.seats, key=lambda share: share.probability.value)
        own = next((s.probability for s in vote.seats if s.id == recommended), None)
        chance = chances.get(vote.form)
        rows.append(
            row(
                [
                    cell(reader.name("forms", vote.form), url=f"#form-{vote.form}"),
                    cell(reader.probability(chance), value=chance.value) if chance else "–",
                    cell(reader.seat(best.id), url=reader.seat_url(best.id)),
                    cell(reader.probability(best.probability), value=best.probability.value),
                    cell(reader.probability(own), value=own.value) if own else "–",
                    cell(reader.probability(vote.nothing), value=vote.nothing.value),
                ],
                emphasis=best.id != recommended,
            )
        )
    return Table(_("What the members would vote, under each form"), columns, rows)


def _bodies(reader: Reader, form: Form) -> list[dict[str, str]]:
    kinds = {
        "assembly": _("assembly"),
        "board": _("board"),
        "committee": _("committee"),
        "direction": _("direction"),
        "audit": _("audit"),
    }
    return [
        {
            "term": reader.said(body.name),
            "text": reader.said(body.role),
            "note": kinds[body.kind],
        }
        for body in form.body
    ]


def _appointed(reader: Reader, form: Form) -> Table:
    """Who appoints how many members of each body that is told seat by seat."""
    bodies = [body for body in form.body if body.seats]
    columns = [text_column(_("Institution")), *(number_column(reader.said(b.name)) for b in bodies)]
    rows: list[Row] = [
        row(
            [
                reader.said(s.name),
                *(
                    cell(reader.number(body.seats.get(s.id, 0)), value=body.seats.get(s.id, 0))
                    for body in bodies
                ),
            ]
        )
        for s in reader.study.stakeholders
        if any(s.id in body.seats for body in bodies)
    ]
    caption = _("%(form)s: members that each institution appoints")
    return Table(caption % {"form": reader.said(form.name)}, columns, rows)


@cache
def _legal_form(identity: str) -> LegalForm:
    return next(form for form in load_forms() if form.id == identity)


def _power(reader: Reader, form: str) -> Table:
    found = _powers(reader, form)
    columns = [text_column(_("Institution")), number_column(_("Quota"))]
    for power in found:
        columns += [number_column(_("Banzhaf"), _resolutions()[power.resolution].lower())]
        columns += [number_column(_("Shapley"), _resolutions()[power.resolution].lower())]
    rows: list[Row] = []
    for i, stakeholder in enumerate(reader.study.stakeholders):
        key = f"stakeholders.{stakeholder.id}.quota"
        quota = reader.study.figures[key]
        shares = [x for power in found for x in (power.banzhaf[i], power.shapley[i])]
        rows.append(
            row(
                [
                    reader.said(stakeholder.name),
                    cell(reader.figure_value(quota), url=reader.figure_url(key), value=quota.value),
                    *(cell(reader.percent(x, 1), value=x) for x in shares),
                ]
            )
        )
    return Table(
        _("%(form)s: power of each institution") % {"form": reader.name("forms", form)},
        columns,
        rows,
    )
