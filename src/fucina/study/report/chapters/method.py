"""Method."""

from fucina.documents.numbers import percent
from fucina.documents.report import Block, Bullets, Paragraph
from fucina.study.report.words import TIMING
from fucina.study.report.writer import Writer


def method(w: Writer) -> list[Block]:
    kinds = [f.kind for f in w.study.figures.values()]
    return [
        Paragraph(w.text(w.study.header.summary)),
        Paragraph(
            w.say(
                "Un solo campione di incertezza attraversa tutto lo studio: domanda, sedi, tempi, conti, criteri, graduatoria, voto. "
                "Ogni estrazione è individuata da seme, dato e numero d’ordine, perciò tutte le alternative sono confrontate nelle stesse "
                "circostanze e il risultato non dipende dal numero di processori. Ogni probabilità porta il suo errore standard (±).",
                "One uncertainty sample runs through the whole study: demand, seats, time, money, criteria, ranking, vote. "
                "Each draw is addressed by seed, figure and index, so all alternatives are compared under the same circumstances and "
                "the result does not depend on the number of processors. Every probability carries its standard error (±).",
            )
        ),
        Bullets(
            [
                w.say(
                    "Valore di una verifica: quanto migliorerebbe, in media, la scelta se un dato fosse noto prima di decidere.",
                    "Worth of verifying: by how much the choice would gain, on average, if a figure were known before deciding.",
                ),
                w.say(
                    "Domanda: {n} punti (comuni, e zone della città dove ci sono), pesati con la popolazione fra 15 e 64 anni: "
                    "un proxy, finché non si importano le unità locali per comune.",
                    "Demand: {n} points (municipalities, and zones of the city where given), weighted by population aged 15–64: "
                    "a proxy, until local units by municipality are imported.",
                    n=w.integer(w.result.demand_points),
                ),
                w.say(
                    "Localizzazione: p-mediana con prova di ottimalità; accessibilità decrescente con il tempo di viaggio.",
                    "Location: p-median with proof of optimality; accessibility falling with travel time.",
                ),
                w.say(
                    "Combinazioni: {n} insiemi di sedi, strategia e forma giuridica, valutati tutti nelle stesse {d} circostanze; accanto, il non fare nulla e l’intervento minimo.",
                    "Combinations: {n} sets of seats, strategy and legal form, all appraised in the same {d} circumstances; beside them, doing nothing and doing the minimum.",
                    n=w.integer(len(w.result.combinations)),
                    d=w.integer(w.result.draws),
                ),
                w.say(
                    "Dipendenze: {n} coppie di dati si muovono insieme; gli altri dati incerti sono indipendenti fra loro.",
                    "Dependence: {n} pairs of figures move together; the other uncertain figures are independent of one another.",
                    n=w.integer(len(w.study.correlations)),
                ),
                w.say(
                    "Graduatoria: analisi multicriteria stocastica (SMAA-2) con valore additivo, per ogni istituzione e per il gruppo; sotto ogni forma giuridica, il voto secondo le sue regole.",
                    "Ranking: stochastic multicriteria acceptability analysis (SMAA-2) with additive value, for each institution and the group; under each legal form, the vote by its own rules.",
                ),
                w.say(
                    "Conti: {timing}; tasso reale {rate}; orizzonte {years} anni dal {first}.",
                    "Accounts: {timing}; real rate {rate}; horizon {years} years from {first}.",
                    timing=w.text(TIMING[w.result.finance.timing]),
                    rate=percent(w.result.finance.discount_rate, w.language, 1),
                    years=str(w.study.header.horizon_years),
                    first=str(w.study.header.first_year),
                ),
                w.say(
                    "Dati: {n}, di cui {f} fatti, {d} derivati, {e} stime, {p} proxy, {a} ipotesi; "
                    "inoltre {t} insiemi di dati, di cui {q} sono proxy.",
                    "Figures: {n}, of which {f} facts, {d} derived, {e} estimates, {p} proxies, {a} assumptions; "
                    "besides {t} datasets, {q} of them proxies.",
                    n=w.integer(len(kinds)),
                    f=w.integer(kinds.count("fact")),
                    d=w.integer(kinds.count("derived")),
                    e=w.integer(kinds.count("estimate")),
                    p=w.integer(kinds.count("proxy")),
                    a=w.integer(kinds.count("assumption")),
                    t=w.integer(len(w.study.datasets)),
                    q=w.integer(sum(d.kind == "proxy" for d in w.study.datasets)),
                ),
            ]
        ),
    ]
