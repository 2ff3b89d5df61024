"""What must hold in what the centre offers: spaces, posts, uses and degree courses fit their service lines."""

from collections import Counter
from collections.abc import Collection, Iterator

from fucina.study.problem import Problem
from fucina.study.schema import NOUNS, Study

FILES = {noun.plural: noun.file for noun in NOUNS}


def check(study: Study) -> Iterator[Problem]:
    services = {service.id: service for service in study.services}
    segments = {segment.id for segment in study.segments}
    for plural in ("spaces", "posts", "uses", "degrees"):
        for record in getattr(study, plural):
            yield from known(plural, record.id, "service", record.service, services)
    for use in study.uses:
        yield from known("uses", use.id, "segment", use.segment, segments)
    for degree in study.degrees:
        if degree.service in services and services[degree.service].kind != "school":
            yield Problem("degree_no_school", FILES["degrees"], None, degree.id, degree.service)
    yield from _one_degree_each(study)
    yield from _told_once(study, "area", "spaces")
    yield from _told_once(study, "staff", "posts")
    seats = {seat.id for seat in study.seats}
    origins = {m.istat_code for m in study.municipalities} | {zone.id for zone in study.zones}
    for time in study.travel_times:
        yield from known("travel_times", time.origin, "seat", time.seat, seats)
        yield from known("travel_times", time.seat, "origin", time.origin, origins)
    pairs = Counter((time.origin, time.seat) for time in study.travel_times)
    for pair, times in pairs.items():
        if times > 1:
            yield Problem("pair_twice", FILES["travel_times"], None, "origin", " – ".join(pair))


def known(
    plural: str, record: str, field: str, wanted: str, among: Collection[str], what: str = ""
) -> Iterator[Problem]:
    """A problem unless ``wanted`` is among the ids, which are a set or the keys of a dictionary."""
    if wanted not in among:
        yield Problem(
            "unknown_reference",
            FILES[plural],
            None,
            f"{record}.{field}",
            wanted,
            ", ".join(sorted(among)[:40]),
            (("what", what or field),),
        )


def _one_degree_each(study: Study) -> Iterator[Problem]:
    taught = Counter(degree.service for degree in study.degrees)
    for twice in sorted(service for service, times in taught.items() if times > 1):
        yield Problem("degree_twice", FILES["degrees"], None, "service", twice)


def _told_once(study: Study, attribute: str, parts: str) -> Iterator[Problem]:
    """A service's area is a figure of its own or the sum of its spaces, and so is its staff: never both,
    never neither."""
    split = {record.service for record in getattr(study, parts)}
    for service in study.services:
        whole = study.figure("services", service.id, attribute) is not None
        if whole == (service.id in split):
            code = "told_twice" if whole else "told_never"
            numbers = (("attribute", attribute), ("parts", FILES[parts]))
            yield Problem(code, "figures/services.csv", None, service.id, numbers=numbers)
