"""Seats, catchments, satellites, and the area programme against each seat."""

from fucina.documents.report import Block, Bullets, Paragraph
from fucina.study.report import tables
from fucina.study.report.words import LOCATION_KIND
from fucina.study.report.writer import Writer


def location(w: Writer) -> list[Block]:
    return [*_seats(w), *_area(w), *_hypotheses(w), *_excluded(w)]


def _seats(w: Writer) -> list[Block]:
    best = max(w.result.seats, key=lambda s: s.within_30)
    return [
        Paragraph(
            w.say(
                "Le sedi candidate sono {n}. Raggiunge più domanda entro 30 minuti {best} ({share}). "
                "I cerchi chiari sulla mappa sono la domanda, i numeri l’ordine di probabilità.",
                "There are {n} candidate seats. {best} reaches the most demand within 30 minutes ({share}). "
                "Pale circles on the map are demand, numbers the order of probability.",
                n=str(len(w.study.candidates)),
                best=w.text(w.names.seat(best.id)),
                share=w.percent(best.within_30),
            )
        ),
        *w.chart("map"),
        *w.chart("catchments"),
        *w.table(
            tables.seats(w.study, w.result, w.names),
            (
                "seat",
                "probability",
                "se",
                "within_30",
                "within_45",
                "mean_minutes",
                "stops",
                "university_km",
            ),
        ),
    ]


def _area(w: Writer) -> list[Block]:
    plan = next(p for p in w.result.finance.planned if p.strategy == w.result.decision.strategy)
    return [
        w.heading("Il programma delle superfici e le sedi", "The area programme and the seats"),
        Paragraph(
            w.say(
                "La strategia proposta chiede {area} m² (mediana). La proposta di sede è valida solo dove il programma ci sta, macchine pesanti comprese.",
                "The proposed strategy asks for {area} m² (median). A seat is valid only where the programme fits, heavy machines included.",
                area=w.integer(plan.area),
            )
        ),
        *w.chart("capacity"),
        *w.table(tables.seat_fit(w.study, w.result, w.names)),
        *w.table(tables.area_programme(w.study, w.names)),
    ]


def _hypotheses(w: Writer) -> list[Block]:
    kinds = "; ".join(
        f"{w.text(LOCATION_KIND[r.id])} {w.chance(r.probability)}" for r in w.result.decision.kinds
    )
    described = [f"**{w.text(x.name)}**: {w.text(x.description)}" for x in w.study.locations]
    return [
        w.heading("Sede unica, satelliti, rete diffusa", "One hub, satellites, diffuse network"),
        Bullets(described),
        Paragraph(
            w.say(
                "Probabilità che l’alternativa migliore sia di ciascun tipo: {kinds}.",
                "Probability of the best alternative being of each kind: {kinds}.",
                kinds=kinds,
            )
        ),
        *w.chart("network_map"),
        *w.table(
            tables.alternatives(w.result, w.names),
            ("alternative", "kind", "seats", "too_small", "status"),
        ),
    ]


def _excluded(w: Writer) -> list[Block]:
    excluded = [
        f"**{w.text(s.name)}**: {w.text(s.exclusion)}" for s in w.study.seats if s.exclusion
    ]
    if not excluded:
        return []
    return [w.heading("Sedi escluse, e perché", "Seats excluded, and why"), Bullets(excluded)]
