"""The page that is read when only one is."""

from fucina.documents.numbers import percent
from fucina.documents.report import Block, Callout, KeyFigure, KeyFigures, Paragraph
from fucina.study.report.writer import Writer


def summary(w: Writer) -> list[Block]:
    return [
        KeyFigures(_key_figures(w)),
        Paragraph(_answer(w)),
        sensitivity(w),
        Paragraph(_worth(w)),
        *w.chart("map"),
        *w.chart("seat_probability"),
    ]


def _key_figures(w: Writer) -> list[KeyFigure]:
    decision, chosen = w.result.decision, w.chosen
    opening = w.result.programme.opening
    return [
        KeyFigure(
            w.seat,
            w.say("sede proposta", "proposed seat"),
            w.say(
                "prima con probabilità {p}",
                "first with probability {p}",
                p=w.chance(decision.seat_probability),
            ),
        ),
        KeyFigure(
            w.euro(chosen.capital.p50),
            w.say("investimento (mediana)", "investment (median)"),
            w.say(
                "90%: {a} – {b}",
                "90%: {a} – {b}",
                a=w.euro(chosen.capital.p05),
                b=w.euro(chosen.capital.p95),
            ),
        ),
        KeyFigure(
            w.euro(chosen.net_cost.p50),
            w.say("costo netto attualizzato (mediana)", "net present cost (median)"),
            w.say(
                "in {n} anni, 90%: {a} – {b}",
                "over {n} years, 90%: {a} – {b}",
                n=str(w.study.header.horizon_years),
                a=w.euro(chosen.net_cost.p05),
                b=w.euro(chosen.net_cost.p95),
            ),
        ),
        KeyFigure(
            w.say("{m} mesi", "{m} months", m=w.integer(opening.p50)),
            w.say("all’apertura (mediana)", "to the opening (median)"),
            w.say(
                "pianificati {p}; P95 {q}",
                "planned {p}; P95 {q}",
                p=w.integer(w.result.programme.planned_months),
                q=w.integer(opening.p95),
            ),
        ),
    ]


def _answer(w: Writer) -> str:
    decision = w.result.decision
    return w.say(
        "Con i dati raccolti e i pesi ipotizzati, la sede che più spesso risulta prima è **{seat}** "
        "({p} delle {n} estrazioni, media su {k} istituzioni), nella forma «{alt}». "
        "Il secondo esito è «{runner}»: la proposta lo precede con probabilità {ahead}.",
        "With the figures gathered and the weights assumed, the seat that comes first most often is **{seat}** "
        "({p} of {n} draws, mean over {k} institutions), as “{alt}”. "
        "The runner-up is “{runner}”: the proposal ranks before it with probability {ahead}.",
        seat=w.seat,
        p=w.chance(decision.seat_probability),
        n=w.integer(w.result.draws),
        k=str(len(w.study.stakeholders)),
        alt=w.text(w.alternatives[decision.recommended]),
        runner=w.text(w.alternatives[decision.runner_up]),
        ahead=w.chance(decision.ahead_of_runner_up),
    )


def _worth(w: Writer) -> str:
    """Whether income repays the cost; if not, what the centre must bring to be worth it."""
    chosen = w.chosen
    numbers = {
        "fnpv": w.euro(chosen.fnpv_c.mean),
        "neg": w.chance(chosen.fnpv_negative),
        "b": w.euro(chosen.break_even_benefit.mean),
    }
    if chosen.fnpv_c.mean >= 0:
        return w.say(
            "Il centro si ripaga con i propri ricavi: VANF(C) {fnpv}, negativo nel {neg} delle estrazioni.",
            "The centre pays for itself by its own income: FNPV(C) {fnpv}, negative in {neg} of the draws.",
            **numbers,
        )
    alone = w.say(
        "Il centro non si ripaga con i soli ricavi: VANF(C) {fnpv}, negativo nel {neg} delle estrazioni.",
        "The centre does not pay for itself by its income alone: FNPV(C) {fnpv}, negative in {neg} of the draws.",
        **numbers,
    )
    if chosen.net_cost.mean <= 0:
        return alone + w.say(
            " Con i contributi competitivi la spesa rientra.",
            " With competitive grants the money comes back.",
        )
    return alone + w.say(
        " È giustificato se porta a imprese e territorio almeno **{b} l’anno** a regime; altrimenti non fare nulla costa meno.",
        " It is justified if it brings firms and the area at least **{b} a year** at full operation; otherwise doing nothing costs less.",
        **numbers,
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
        w.say(
            "{v} → {s} ({p})",
            "{v} → {s} ({p})",
            v=w.text(v.name),
            s=w.text(w.names.seat(v.seat)),
            p=percent(v.probability.value, w.language),
        )
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
