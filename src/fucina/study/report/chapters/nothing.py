"""When doing nothing would be the right choice."""

from fucina.documents.report import Block, Paragraph
from fucina.study.report import tables
from fucina.study.report.words import MULTIPLIED
from fucina.study.report.writer import Writer


def when_nothing_is_right(w: Writer) -> str:
    """One sentence: how probable it is, and what would have to change."""
    found = w.result.decision.nothing
    factors = "; ".join(
        w.say(
            "{part} × {factor}",
            "{part} × {factor}",
            part=w.text(MULTIPLIED[m.part]),
            factor=w.factor(m.factor),
        )
        for m in found.multipliers
        if m.factor is not None
    )
    numbers = {"worse": w.chance(found.worse), "mean": w.euro(found.benefit.mean), "f": factors}
    if found.benefit.mean < 0:
        return w.say(
            "**Quando sarebbe giusto non fare nulla.** A oggi: in media il centro costa alla società più di quanto dà (VANE {mean}; probabilità {worse}). Si arriva in pareggio con: {f}.",
            "**When doing nothing would be right.** Today: on average the centre costs society more than it gives (ENPV {mean}; probability {worse}). It breaks even with: {f}.",
            **numbers,
        )
    return w.say(
        "**Quando sarebbe giusto non fare nulla.** In media il centro dà alla società più di quanto costa (VANE {mean}); il contrario ha probabilità {worse}. Varrebbe il non fare nulla oltre questi limiti: {f}.",
        "**When doing nothing would be right.** On average the centre gives society more than it costs (ENPV {mean}); the contrary has probability {worse}. Doing nothing would be right beyond these limits: {f}.",
        **numbers,
    )


def nothing(w: Writer) -> list[Block]:
    return [
        w.heading("Il confronto con il non fare nulla", "Against doing nothing"),
        Paragraph(when_nothing_is_right(w)),
        *w.table(tables.nothing(w.result)),
    ]
