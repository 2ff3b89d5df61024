"""When doing nothing would be the right answer."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader


@dataclass(frozen=True)
class Nothing:
    worse: str
    benefit: str
    range: str
    changes: list[str]


def nothing(reader: Reader) -> Nothing:
    found = reader.result.decision.nothing
    parts = {
        "benefit": _("the benefit to firms and society were multiplied by %(factor)s"),
        "capital": _("the investment were multiplied by %(factor)s"),
        "running": _("the running costs were multiplied by %(factor)s"),
        "income": _("the income from firms were multiplied by %(factor)s"),
    }
    return Nothing(
        worse=reader.probability(found.worse),
        benefit=reader.millions(found.benefit.mean),
        range=reader.millions_range(found.benefit),
        changes=[
            parts[one.part] % {"factor": reader.number(one.factor, 2)}
            for one in found.multipliers
            if one.factor is not None
        ],
    )
