"""The money: returns, statements, cash and its bridge, sources, combinations."""

from fucina.documents.numbers import number, percent
from fucina.documents.report import Block, Bullets, Callout, Paragraph
from fucina.study.report import tables
from fucina.study.report.tables import side_by_side
from fucina.study.report.words import APPRAISAL, TIMING
from fucina.study.report.writer import Writer


def finance(w: Writer) -> list[Block]:
    return [
        *_returns(w),
        *_cash(w),
        *_statements(w),
        *_sources(w),
        *_combinations(w),
    ]


def _returns(w: Writer) -> list[Block]:
    finance, found = w.result.finance, w.result.finance.returns
    required = (
        w.say(
            "richiesta dalle norme del periodo {p}", "required by the rules of {p}", p=found.period
        )
        if found.required
        else w.say(
            "nessun metodo è imposto dalle norme del periodo {p}; la soglia è quella dei grandi progetti fino al 2020",
            "no method is imposed by the rules of {p}; the threshold is that of major projects up to 2020",
            p=found.period or "–",
        )
    )
    return [
        Paragraph(
            w.say(
                "Convenzione: {timing}, tasso reale {rate}, prezzi {year}. Per la dimensione dell’investimento conviene una **{method}** ({required}).",
                "Convention: {timing}, real rate {rate}, prices of {year}. For the investment’s size a **{method}** is due ({required}).",
                timing=w.text(TIMING[finance.timing]),
                rate=percent(finance.discount_rate, w.language, 1),
                year=str(w.study.header.price_year),
                method=w.text(APPRAISAL[found.method]),
                required=required,
            )
        ),
        *w.table(tables.returns(w.result)),
        Paragraph(
            w.say(
                "Per ogni euro di costo il centro dà in media {ratio} di ricavi e benefici (B/C). I ricavi netti lasciano scoperto il {gap} dell’investimento attualizzato (divario di finanziamento). "
                "VANF(Kp), socio per socio, sta nella tabella dei [soci](#governance).",
                "For each euro of cost the centre gives {ratio} of income and benefits on average (B/C). Net revenue leaves {gap} of the discounted investment open (funding gap). "
                "FNPV(Kp), partner by partner, is in the table of [partners](#governance).",
                ratio=number(found.benefit_cost.mean, w.language, 2),
                gap=percent(found.gap.mean, w.language),
            )
        ),
        *w.chart("net_cost"),
    ]


def _cash(w: Writer) -> list[Block]:
    bridge, chosen = w.result.finance.bridge, w.chosen
    return [
        w.heading("La cassa", "Cash"),
        Paragraph(
            w.say(
                "Se i soci non aggiungono nulla, la cassa cumulata scende sotto zero con probabilità {p}: nel caso mediano di {need} nel punto più basso, per {years} anni di lavori e di esercizio. "
                "Con probabilità {recovers} torna sopra zero, e basta un prestito ponte; altrimenti una parte manca ancora alla fine ({lasting} in mediana), e va data, non prestata. "
                "Un prestito per tutti quegli anni costerebbe {cost}.",
                "If partners add nothing, cumulated cash falls below nothing with probability {p}: in the median case by {need} at its lowest, for {years} years of works and operation. "
                "With probability {recovers} it comes back, and a bridging loan is enough; otherwise a part is still missing at the end ({lasting} as a median), and must be given, not lent. "
                "A loan for all those years would cost {cost}.",
                p=w.chance(chosen.cash_negative),
                need=w.euro(bridge.need.p50),
                years=w.integer(bridge.years.p50),
                recovers=w.chance(bridge.recovers),
                lasting=w.euro(bridge.lasting.p50),
                cost=w.euro(bridge.cost.p50),
            )
        ),
        *w.chart("monthly"),
        *w.chart("cash"),
        *w.table(tables.bridge(w.result)),
    ]


def _statements(w: Writer) -> list[Block]:
    return [
        w.heading("Conto economico, cassa, stato patrimoniale", "Income, cash, balance sheet"),
        Paragraph(
            w.say(
                "Medie sulle estrazioni della combinazione proposta, ai prezzi dello studio. Gli anni che qui mancano sono nei file delle tabelle.",
                "Means over the draws of the proposed combination, at the study’s prices. The years left out here are in the tables’ files.",
            )
        ),
        *w.chart("income"),
        *w.table(side_by_side(tables.income(w.result))),
        *w.chart("cash_statement"),
        *w.table(side_by_side(tables.cash_statement(w.result))),
        *w.chart("balance"),
        *w.table(side_by_side(tables.balance(w.result))),
    ]


def _sources(w: Writer) -> list[Block]:
    kinds = {f.id: f.kind for f in w.study.funding}
    told = w.result.finance.sources
    kind = sum(s.amount.mean for s in told if kinds[s.source] == "in-kind")
    cash = sum(s.amount.mean for s in told if kinds[s.source] != "in-kind")
    conditions = [f"**{w.text(f.name)}**: {w.text(f.conditions)}" for f in w.study.funding]
    blocks: list[Block] = [w.heading("Le fonti di finanziamento", "The funding sources")]
    if conditions:
        blocks += [
            Callout(
                "note",
                w.say("Ciò che è in natura non è cassa", "What is in kind is not cash"),
                w.say(
                    "In media le fonti portano {cash} in denaro e {kind} in natura. Il conferimento in natura riduce ciò che va comprato, e non paga mai uno stipendio.",
                    "On average the sources bring {cash} in money and {kind} in kind. What is given in kind lessens what must be bought, and never pays a salary.",
                    cash=w.euro(cash),
                    kind=w.euro(kind),
                ),
            ),
            *w.chart("funding"),
            *w.table(
                tables.funding(w.study, w.result),
                (
                    "source",
                    "kind",
                    "cash",
                    "regime",
                    "advance",
                    "interim",
                    "balance",
                    "probability",
                    "mean",
                ),
            ),
            Bullets(conditions),
        ]
    return [*blocks, *w.chart("thirds")]


def _combinations(w: Writer) -> list[Block]:
    return [
        w.heading("Le altre combinazioni", "The other combinations"),
        *w.table(
            tables.combinations(w.study, w.result, w.names),
            ("alternative", "strategy", "capital", "fnpv_c", "net_cost", "cash_need", "benefit"),
        ),
    ]
