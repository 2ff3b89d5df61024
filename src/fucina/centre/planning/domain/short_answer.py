"""A run's answer in short, as lists of runs show it."""

from fucina.study.result import Result
from fucina.study.schema import Study

type ShortAnswer = dict[str, float | dict[str, str]]


def short_answer(study: Study, result: Result) -> ShortAnswer:
    found = result.decision
    seat = study.named("seats")[found.seat].name
    alternative = next(a.name for a in result.alternatives if a.id == found.recommended)
    return {
        "seat": {"it": seat.it, "en": seat.en},
        "alternative": {"it": alternative.it, "en": alternative.en},
        "probability": found.seat_probability.value,
    }
