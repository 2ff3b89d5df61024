"""The page that is read when only one is."""

from collections.abc import Sequence

from fucina.documents.numbers import number, percent
from fucina.documents.report import (
    Block,
    Bullets,
    Callout,
    KeyFigure,
    KeyFigures,
    Paragraph,
)
from fucina.study.report.chapters.nothing import when_nothing_is_right
from fucina.study.report.chapters.worth import verify_first
from fucina.study.report.writer import Writer
from fucina.study.result import Estimated, Ranked, Spread


def summary(w: Writer) -> list[Block]:
    return [
        Paragraph(_answer(w)),
        KeyFigures(_key_figures(w)),
        Bullets([_cost(w), verify_first(w), _gates(w), when_nothing_is_right(w)]),
        sensitivity(w),
    ]


def _answer(w: Writer) -> str:
    decision = w.result.decision
    return w.say(
        "Con i dati raccolti e i pesi ipotizzati conviene **{seat}** (prima con probabilità {p}: {n} estrazioni, {k} "
        "istituzioni), come «{alt}», con la strategia «{strategy}» ({ps}) e la forma «{form}» ({pf}). "
        "L’insieme di sede, strategia e forma è il migliore con probabilità {pc}. "
        "La proposta precede la seconda, «{runner}», con probabilità {ahead}.",
        "With the figures gathered and the weights assumed, **{seat}** is best (first with probability {p}: {n} draws, {k} "
        "institutions), as “{alt}”, with the strategy “{strategy}” ({ps}) and the form “{form}” ({pf}). "
        "Seat, strategy and form together are the best with probability {pc}. "
        "The proposal ranks before the runner-up, “{runner}”, with probability {ahead}.",
        seat=w.seat,
        p=w.chance(decision.seat_probability),
        n=w.integer(w.result.draws),
        k=str(len(w.study.stakeholders)),
        alt=w.text(w.alternatives[decision.recommended]),
        strategy=w.named("strategies", decision.strategy),
        ps=w.chance(_of(decision.strategies, decision.strategy)),
        form=w.named("forms", decision.form),
        pf=w.chance(_of(decision.forms, decision.form)),
        pc=w.chance(decision.combination_probability),
        runner=w.text(w.alternatives[decision.runner_up]),
        ahead=w.chance(decision.ahead_of_runner_up),
    )


def _of(ranked: Sequence[Ranked], identity: str) -> Estimated:
    return next(r.probability for r in ranked if r.id == identity)


def _key_figures(w: Writer) -> list[KeyFigure]:
    chosen, opening = w.chosen, w.result.programme.opening

    def nine_in_ten(found: Spread) -> str:
        return w.say(
            "mediana; 90%: da {a} a {b}",
            "median; 90%: {a} to {b}",
            a=w.euro(found.p05),
            b=w.euro(found.p95),
        )

    return [
        KeyFigure(
            w.euro(chosen.net_cost.p50),
            w.say(
                "costo netto per i soci, attualizzato", "net cost to the partners, present value"
            ),
            nine_in_ten(chosen.net_cost),
        ),
        KeyFigure(
            w.euro(chosen.capital.p50),
            w.say("investimento", "investment"),
            nine_in_ten(chosen.capital),
        ),
        KeyFigure(
            w.euro(chosen.cash_need.p50),
            w.say("cassa da coprire", "cash to cover"),
            nine_in_ten(chosen.cash_need),
        ),
        KeyFigure(
            w.say("{m} mesi", "{m} months", m=w.integer(opening.p50)),
            w.say("all’apertura", "to the opening"),
            w.say(
                "mediana; {p} nel programma; P95 {q}",
                "median; {p} in the programme; P95 {q}",
                p=w.integer(w.result.programme.planned_months),
                q=w.integer(opening.p95),
            ),
        ),
        KeyFigure(
            w.euro(chosen.benefit.p50),
            w.say("valore netto per la società (VANE)", "net value to society (ENPV)"),
            nine_in_ten(chosen.benefit),
        ),
        KeyFigure(
            number(w.result.finance.returns.benefit_cost.p50, w.language, 2),
            w.say("benefici per euro di costo", "benefits for each euro of cost"),
            w.say(
                "mediana; 90%: da {a} a {b}",
                "median; 90%: {a} to {b}",
                a=number(w.result.finance.returns.benefit_cost.p05, w.language, 2),
                b=number(w.result.finance.returns.benefit_cost.p95, w.language, 2),
            ),
        ),
    ]


def _cost(w: Writer) -> str:
    """What the partners pay, and whether income repays it."""
    chosen = w.chosen
    numbers = {
        "net": w.euro(chosen.net_cost.p50),
        "years": str(w.study.header.horizon_years),
        "fnpv": w.euro(chosen.fnpv_c.mean),
        "neg": w.chance(chosen.fnpv_negative),
        "b": w.euro(chosen.break_even_benefit.mean),
    }
    if chosen.fnpv_c.mean >= 0:
        return w.say(
            "**Quanto costa.** Il centro si ripaga con i propri ricavi: VANF(C) {fnpv}, negativo con probabilità {neg}.",
            "**What it costs.** The centre pays for itself by its own income: FNPV(C) {fnpv}, negative with probability {neg}.",
            **numbers,
        )
    if chosen.net_cost.mean <= 0:
        return w.say(
            "**Quanto costa.** I soli ricavi non bastano (VANF(C) {fnpv}, negativo con probabilità {neg}); con i contributi competitivi la spesa rientra.",
            "**What it costs.** Income alone is not enough (FNPV(C) {fnpv}, negative with probability {neg}); with competitive grants the money comes back.",
            **numbers,
        )
    return w.say(
        "**Quanto costa.** Ai soci {net} in {years} anni, dopo i contributi. I soli ricavi non ripagano il centro (VANF(C) {fnpv}, negativo con probabilità {neg}): "
        "per chi paga è giustificato se porta a imprese e territorio almeno {b} l’anno a regime.",
        "**What it costs.** The partners {net} over {years} years, after grants. Income alone does not repay the centre (FNPV(C) {fnpv}, negative with probability {neg}): "
        "to those who pay it is justified if it brings firms and the area at least {b} a year at full operation.",
        **numbers,
    )


def _gates(w: Writer) -> str:
    gates = w.result.decision.gates
    shut = [w.named("gates", g.gate) for g in gates if not g.opens]
    if not gates:
        return w.say("**Varchi.** Lo studio non ne fissa.", "**Gates.** The study sets none.")
    if not shut:
        return w.say(
            "**Varchi.** A oggi le condizioni di tutti i varchi ({n}) valgono.",
            "**Gates.** As things stand the conditions of all gates ({n}) hold.",
            n=str(len(gates)),
        )
    return w.say(
        "**Varchi.** A oggi ne restano chiusi {k} su {n}: {names}.",
        "**Gates.** As things stand {k} of {n} stay shut: {names}.",
        k=str(len(shut)),
        n=str(len(gates)),
        names=", ".join(shut),
    )


def sensitivity(w: Writer) -> Callout:
    decision = w.result.decision
    flips = [v for v in decision.variants if v.changes_seat]
    if not flips:
        body = w.say(
            "La sede resta la stessa in tutte le {n} varianti provate (altri indicatori di domanda, un criterio escluso alla volta, nessun criterio giudicato, nessuna ipotesi sui pesi). "
            "Resta un’ipotesi: i pesi non sono ancora stati espressi dalle istituzioni.",
            "The seat stays the same in all {n} variants tried (other demand proxies, one criterion left out at a time, no judged criterion, nothing assumed of the weights). "
            "One assumption remains: the institutions have not yet stated their weights.",
            n=str(len(decision.variants)),
        )
        return Callout("result", w.say("La risposta è stabile", "The answer is stable"), body)
    listed = "; ".join(
        f"{w.text(v.name)} → {w.text(w.names.seat(v.seat))} ({percent(v.probability.value, w.language)})"
        for v in flips
    )
    body = w.say(
        "La sede cambia in {k} delle {n} varianti provate: {listed}. Prima di decidere vanno verificati questi punti.",
        "The seat changes in {k} of the {n} variants tried: {listed}. These points are to be verified before deciding.",
        k=str(len(flips)),
        n=str(len(decision.variants)),
        listed=listed,
    )
    return Callout("warning", w.say("La risposta è sensibile", "The answer is sensitive"), body)
