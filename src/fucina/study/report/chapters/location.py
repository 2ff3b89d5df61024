"""Seats and location, and the choice among them."""

from fucina.documents.numbers import number
from fucina.documents.report import Block, Bullets, Callout, Paragraph
from fucina.study.report import tables
from fucina.study.report.words import LOCATION_KIND
from fucina.study.report.writer import Writer


def location(w: Writer) -> list[Block]:
    excluded = [s for s in w.study.seats if s.exclusion is not None]
    blocks: list[Block] = [
        w.table(
            tables.seats(w.study, w.result, w.names),
            (
                "seat",
                "probability",
                "within_30",
                "within_45",
                "mean_minutes",
                "university_km",
                "capacity",
                "required",
                "holds",
            ),
        ),
    ]
    if excluded:
        blocks.append(
            Paragraph(w.say("**Sedi escluse, e perché:**", "**Seats excluded, and why:**"))
        )
        blocks.append(
            Bullets(
                [f"**{w.text(s.name)}**: {w.text(s.exclusion)}" for s in excluded if s.exclusion]
            )
        )
    kinds = ", ".join(
        f"{w.text(LOCATION_KIND[r.id])} {w.chance(r.probability)}" for r in w.result.decision.kinds
    )
    blocks += [
        Paragraph(
            w.say(
                "Ipotesi di localizzazione, probabilità di contenere l’alternativa prima: {kinds}.",
                "Location hypotheses, probability of holding the first alternative: {kinds}.",
                kinds=kinds,
            )
        ),
        w.table(
            tables.alternatives(w.result, w.names),
            ("alternative", "seats", "too_small", "status"),
        ),
    ]
    return blocks


def decision(w: Writer) -> list[Block]:
    decision = w.result.decision
    names = [
        w.text(w.names.of("stakeholders", v.id)) for v in decision.stakeholders if not v.agrees
    ]
    agree = (
        w.say(
            "Tutte le istituzioni mettono al primo posto la stessa alternativa.",
            "All institutions put the same alternative first.",
        )
        if not names
        else w.say(
            "Preferiscono un’altra alternativa: {names}.",
            "These prefer another alternative: {names}.",
            names=", ".join(names),
        )
    )
    return [
        Callout(
            "note",
            w.say("I pesi sono un’ipotesi", "The weights are an assumption"),
            w.say(
                "Nessuna istituzione ha espresso i propri pesi. Dove una missione pubblica permette di leggere un ordine fra criteri, "
                "il gruppo di studio lo ha ipotizzato; altrove ogni insieme di pesi è ugualmente probabile.",
                "No institution has stated its weights. Where a public mission lets one read an order among criteria, the study team "
                "has assumed it; elsewhere every set of weights is equally likely.",
            ),
        ),
        w.table(tables.ranking(w.result)),
        *w.chart("rank_acceptability"),
        Paragraph(
            agree
            + " "
            + w.say(
                "Concordanza fra le istituzioni (W di Kendall): {w}. Compromesso secondo Borda: «{b}»; secondo il minimo rimpianto massimo: «{r}».",
                "Concordance among institutions (Kendall’s W): {w}. Compromise by Borda: “{b}”; by minimax regret: “{r}”.",
                w=number(decision.concordance, w.language, 2),
                b=w.text(w.alternatives[decision.compromise_borda]),
                r=w.text(w.alternatives[decision.compromise_regret]),
            )
        ),
        w.table(tables.stakeholders(w.study, w.result, w.names)),
        *w.chart("variants"),
        *w.chart("drivers"),
    ]
