"""Tables of who sits, who decides and who pays."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import SE, Row
from fucina.study.report.words import BODY
from fucina.study.result import Result, Spread
from fucina.study.schema import Study


def bodies(study: Study, names: Names) -> Table:
    rows: list[Row] = []
    for form in study.forms:
        for body in form.body:
            told = [(names.of("stakeholders", s), n) for s, n in body.seats.items()]
            seats = sum(body.seats.values())
            rows.append(
                {
                    "form": form.name,
                    "body": body.name,
                    "kind": BODY[body.kind],
                    "role": body.role,
                    "members": Text(
                        ", ".join(f"{n.it} {k}" for n, k in told),
                        ", ".join(f"{n.en} {k}" for n, k in told),
                    )
                    if told
                    else None,
                    "needed": int(body.majority * seats) + 1 if seats else None,
                }
            )
    columns = [
        Column("form", Text("Modello", "Model")),
        Column("body", Text("Organo", "Body")),
        Column("kind", Text("Tipo", "Kind")),
        Column("role", Text("Che cosa fa", "What it does")),
        Column("members", Text("Chi nomina quanti", "Who appoints how many")),
        Column("needed", Text("Voti per decidere", "Votes to decide"), "number"),
    ]
    return Table("bodies", Text("Organi di ogni modello", "Bodies of each model"), columns, rows)


def votes(result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "form": names.of("forms", v.form),
            "seat": names.seat(s.id),
            "probability": s.probability.value,
            "se": s.probability.se,
            "nothing": v.nothing.value,
        }
        for v in result.decision.votes
        for s in v.seats
    ]
    columns = [
        Column("form", Text("Modello", "Model")),
        Column("seat", Text("Sede votata", "Seat voted for")),
        Column("probability", Text("probabilità", "probability"), "percent", 1),
        Column("se", SE, "percent", 1),
        Column("nothing", Text("nessuna decisione", "no decision"), "percent", 1),
    ]
    title = Text("Esito del voto ordinario, per modello", "Outcome of the ordinary vote, by model")
    return Table("votes", title, columns, rows)


def partners(result: Result, names: Names) -> Table:
    """Means of the present values; the file holds the 5th and 95th percentiles too."""
    rows: list[Row] = []
    for p in result.finance.partners:
        row: Row = {
            "stakeholder": names.of("stakeholders", p.stakeholder),
            "quota": p.quota,
            "power": p.power,
            "money_share": p.money_share.value,
            "se": p.money_share.se,
        }
        spreads: dict[str, Spread] = {
            "grants": p.grants,
            "in_kind": p.in_kind,
            "equity": p.equity,
            "calls": p.calls,
            "money": p.money,
            "npv": p.npv,
        }
        for key, found in spreads.items():
            row |= {key: found.mean, f"{key}_p05": found.p05, f"{key}_p95": found.p95}
        rows.append(row)
    money = {
        "grants": Text("Contributi in denaro", "Cash grants"),
        "in_kind": Text("In natura", "In kind"),
        "equity": Text("Capitale", "Capital"),
        "calls": Text("Versamenti a copertura", "Top-ups"),
        "money": Text("In tutto", "In all"),
        "npv": Text("VANF(Kp)", "FNPV(Kp)"),
    }
    columns = [
        Column("stakeholder", Text("Istituzione", "Institution")),
        Column("quota", Text("quota", "quota"), "percent"),
        Column("power", Text("potere", "power"), "percent"),
        Column("money_share", Text("parte del denaro", "part of the money"), "percent", 1),
        Column("se", SE, "percent", 1),
    ]
    for key, label in money.items():
        low = Text(f"{label.it}, P5", f"{label.en}, P5")
        high = Text(f"{label.it}, P95", f"{label.en}, P95")
        columns += [
            Column(key, label, "millions", 2, "EUR"),
            Column(f"{key}_p05", low, "millions", 2, "EUR"),
            Column(f"{key}_p95", high, "millions", 2, "EUR"),
        ]
    title = Text(
        "Che cosa mette ogni socio e che cosa decide (valori attuali medi)",
        "What each partner puts in and decides (mean present values)",
    )
    return Table("partners", title, columns, rows)
