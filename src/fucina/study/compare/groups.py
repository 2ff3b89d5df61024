"""Groups of changes: noun by noun, at most six, and the studies in which some of them are applied."""

from collections import Counter

from fucina.study.compare.changes import HEADER, SILENT
from fucina.study.compare.comparison import FigureChange, RecordChange
from fucina.study.schema import NOUNS, Study

MOST = 6
"""Groups at most: with six, 64 studies are computed."""
PLACES = ("municipalities", "zones", "travel_times")

type Group = tuple[str, ...]
"""Nouns whose changes are applied together."""


def counted(figures: list[FigureChange], records: list[RecordChange]) -> Counter[str]:
    """How many changes of each noun can move results; places are one noun."""
    nouns = [c.key.split(".")[0] for c in figures if c.moves]
    nouns += [c.noun for c in records if c.moves]
    return Counter(PLACES[0] if noun in PLACES else noun for noun in nouns)


def grouped(counts: Counter[str]) -> list[Group]:
    """A group a noun in the order of the schema; beyond six, those with the fewest changes are one."""
    order = [HEADER, *(noun.plural for noun in NOUNS)]
    nouns = sorted(counts, key=order.index)
    if len(nouns) <= MOST:
        return [(noun,) for noun in nouns]
    kept = {noun for noun, _ in counts.most_common(MOST - 1)}
    small = tuple(noun for noun in nouns if noun not in kept)
    return [*((noun,) for noun in nouns if noun in kept), small]


def mixed(before: Study, after: Study, nouns: set[str]) -> Study:
    """The first study with the second one's records and figures of some nouns."""
    taken = set(nouns) | set(SILENT)
    if PLACES[0] in nouns:
        taken |= set(PLACES)
        taken.add("boundaries")
    figures = {k: f for k, f in before.figures.items() if k.split(".")[0] not in taken}
    figures |= {k: f for k, f in after.figures.items() if k.split(".")[0] in taken}
    parts = {f: getattr(after if f in taken else before, f) for f in Study.model_fields}
    return Study.model_construct(
        **{**parts, "figures": figures}
    )  # a copy would keep look-ups made before
