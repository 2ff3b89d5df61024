"""Tables of governance."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import Row, joined
from fucina.study.report.words import MAJORITY_OF, RESOLUTION, VOTES, majority
from fucina.study.result import Result
from fucina.study.schema import Study


def power(study: Study, result: Result, names: Names) -> Table:
    quotas = {s.id: study.need("stakeholders", s.id, "quota").value for s in study.stakeholders}
    rows: list[Row] = [
        {
            "form": names.of("forms", p.form),
            "resolution": RESOLUTION[p.resolution],
            "stakeholder": s.name,
            "quota": quotas[s.id],
            "banzhaf": p.banzhaf[i],
            "shapley": p.shapley[i],
            "blocks": Text("sì", "yes") if s.id in p.blockers else Text("no", "no"),
        }
        for p in result.governance
        for i, s in enumerate(study.stakeholders)
    ]
    columns = [
        Column("form", Text("Modello", "Model")),
        Column("resolution", Text("Delibera", "Resolution")),
        Column("stakeholder", Text("Istituzione", "Institution")),
        Column("quota", Text("quota ipotizzata", "assumed quota"), "percent"),
        Column("banzhaf", Text("potere di Banzhaf", "Banzhaf power"), "percent", 1),
        Column("shapley", Text("potere di Shapley-Shubik", "Shapley–Shubik power"), "percent", 1),
        Column("blocks", Text("blocca da sola", "blocks alone")),
    ]
    return Table(
        "power",
        Text("Potere di voto per modello di governo", "Voting power by governance model"),
        columns,
        rows,
    )


def forms(study: Study, result: Result, names: Names) -> Table:
    rows: list[Row] = []
    for form in study.forms:
        found = {p.resolution: p for p in result.governance if p.form == form.id}
        ordinary, extraordinary = found["ordinary"], found["extraordinary"]
        top = max(range(len(study.stakeholders)), key=lambda i: ordinary.banzhaf[i])
        rows.append(
            {
                "form": form.name,
                "strongest": study.stakeholders[top].name,
                "power": ordinary.banzhaf[top],
                "blockers": joined([names.of("stakeholders", b) for b in extraordinary.blockers]),
                "passage": ordinary.passage,
                "passage_extraordinary": extraordinary.passage,
                "article": ordinary.article,
            }
        )
    columns = [
        Column("form", Text("Modello", "Model")),
        Column("strongest", Text("Più forte (ordinaria)", "Strongest (ordinary)")),
        Column("power", Text("suo potere", "its power"), "percent"),
        Column("blockers", Text("Bloccano da sole (straordinaria)", "Block alone (extraordinary)")),
        Column(
            "passage",
            Text("approvazione a caso, ordinaria", "random passage, ordinary"),
            "percent",
            1,
        ),
        Column("passage_extraordinary", Text("straordinaria", "extraordinary"), "percent", 1),
        Column("article", Text("Norma", "Article")),
    ]
    return Table(
        "forms", Text("Modelli di governo a confronto", "Governance models compared"), columns, rows
    )


def rules(result: Result, names: Names) -> Table:
    """The rule of each resolution under each model, and the article it comes from."""
    rows: list[Row] = [
        {
            "form": names.of("forms", p.form),
            "resolution": RESOLUTION[p.resolution],
            "votes": VOTES[p.votes],
            "quorum": p.quorum,
            "majority": majority(p.majority, strict=p.strict),
            "of": MAJORITY_OF[p.majority_of],
            "article": p.article,
            "confirmed": Text("sì", "yes")
            if p.confirmed
            else Text("da verificare", "to be verified"),
            "blockers": joined([names.of("stakeholders", b) for b in p.blockers]),
            "passage": p.passage,
        }
        for p in result.governance
    ]
    columns = [
        Column("form", Text("Modello", "Model")),
        Column("resolution", Text("Delibera", "Resolution")),
        Column("votes", Text("Si vota per", "Votes by")),
        Column("quorum", Text("quorum", "quorum"), "percent"),
        Column("majority", Text("maggioranza", "majority")),
        Column("of", Text("calcolata su", "counted on")),
        Column("article", Text("Norma", "Article")),
        Column("confirmed", Text("letta", "read")),
        Column("blockers", Text("Chi blocca da solo", "Who blocks alone")),
        Column("passage", Text("passa, a caso", "passes at random"), "percent", 1),
    ]
    title = Text("Regole di voto, con la norma", "Voting rules, with the article")
    return Table("rules", title, columns, rows)
