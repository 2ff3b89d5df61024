"""The choice: probabilities, institutions, regret, what must be true for another seat, what to verify."""

from fucina.documents.numbers import number
from fucina.documents.report import Block, Bullets, Callout, Paragraph
from fucina.study.report import tables
from fucina.study.report.chapters.nothing import nothing
from fucina.study.report.chapters.worth import value_of_information
from fucina.study.report.writer import Writer
from fucina.study.result import SeatCase

SHOWN = 12


def decision(w: Writer) -> list[Block]:
    return [
        *_weights(w),
        *_probabilities(w),
        *_institutions(w),
        *_regret(w),
        *_others(w),
        *value_of_information(w),
        *nothing(w),
    ]


def _weights(w: Writer) -> list[Block]:
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
        )
    ]


def _probabilities(w: Writer) -> list[Block]:
    return [
        *w.chart("seat_probability"),
        *w.table(tables.choices(w.result, w.names)),
        *w.table(
            tables.combination_ranking(w.result, w.names),
            (
                "alternative",
                "strategy",
                "form",
                "probability",
                "se",
                "net_cost",
                "benefit",
                "opening",
            ),
            rows=SHOWN,
        ),
        *w.chart("rank_acceptability"),
        *w.chart("criteria"),
    ]


def _institutions(w: Writer) -> list[Block]:
    found = w.result.decision
    names = [w.named("stakeholders", v.id) for v in found.stakeholders if not v.agrees]
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
        w.heading("Istituzione per istituzione", "Institution by institution"),
        Paragraph(
            agree
            + " "
            + w.say(
                "Concordanza fra le istituzioni (W di Kendall): {w}. Compromesso secondo Borda: «{b}»; secondo il minimo rimpianto massimo: «{r}».",
                "Concordance among institutions (Kendall’s W): {w}. Compromise by Borda: “{b}”; by minimax regret: “{r}”.",
                w=number(found.concordance, w.language, 2),
                b=w.text(w.alternatives[found.compromise_borda]),
                r=w.text(w.alternatives[found.compromise_regret]),
            )
        ),
        *w.table(tables.stakeholders(w.study, w.result, w.names)),
        *w.chart("stakeholders"),
    ]


def _regret(w: Writer) -> list[Block]:
    return [
        w.heading("Il rimpianto", "Regret"),
        Paragraph(
            w.say(
                "Il rimpianto è quanto un’alternativa resta sotto la migliore, estrazione per estrazione, nel valore medio delle istituzioni.",
                "Regret is how far an alternative stays below the best, draw by draw, in the institutions’ mean value.",
            )
        ),
        *w.chart("regret"),
        *w.table(tables.ranking(w.result)),
        w.heading("Se si chiede in altro modo", "If the question is asked otherwise"),
        *w.chart("variants"),
        *w.chart("drivers"),
    ]


def _others(w: Writer) -> list[Block]:
    cases = w.result.decision.cases
    if not cases:
        return []
    return [
        w.heading(
            "Che cosa dovrebbe essere vero per un’altra sede", "What must be true for another seat"
        ),
        Paragraph(
            w.say(
                "Per ogni dato, a parità del resto, il valore al quale la sede raggiunge la migliore, se sta entro i limiti del dato; "
                "accanto, quanto spesso la sede è prima nel decimo delle estrazioni in cui il dato la favorisce di più. «Indietro di» è lo scarto di valore medio, da 0 a 1.",
                "For each figure, other things as they are, the value at which the seat draws level with the best, if that lies within the figure’s bounds; "
                "beside it, how often the seat is first in the tenth of the draws where the figure favours it most. “Behind by” is the gap in mean value, 0 to 1.",
            )
        ),
        Bullets([_case(w, case) for case in cases]),
        *w.table(
            tables.cases(w.study, w.result, w.names),
            ("seat", "figure", "told", "told_break_even", "favourable", "se"),
        ),
    ]


def _case(w: Writer, case: SeatCase) -> str:
    within = [w.text(w.names.figure(s.figure)) for s in case.switches if s.within]
    numbers = {
        "seat": w.text(w.names.seat(case.seat)),
        "p": w.chance(case.probability, 1),
        "behind": number(case.behind.mean, w.language, 3),
        "figures": "; ".join(within),
    }
    if within:
        return w.say(
            "**{seat}**: prima con probabilità {p}, indietro di {behind}. Basterebbe uno di questi: {figures}.",
            "**{seat}**: first in {p}, behind by {behind}. One of these would do: {figures}.",
            **numbers,
        )
    return w.say(
        "**{seat}**: prima con probabilità {p}, indietro di {behind}. Nessun dato da solo, entro i suoi limiti, la porta in testa.",
        "**{seat}**: first in {p}, behind by {behind}. No figure alone, within its bounds, puts it first.",
        **numbers,
    )
