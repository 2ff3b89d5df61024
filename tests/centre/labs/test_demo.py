import tomllib
from pathlib import Path

from fucina.centre.labs.demo import Customer, Planned, populate
from fucina.centre.labs.domain import queries
from fucina.centre.labs.models import Booking, Resource
from fucina.centre.people.enums import Role

MACHINES = Path(__file__).parents[3] / "studies/torino/machines.toml"


def planned() -> list[Planned]:
    rows = tomllib.loads(MACHINES.read_text("utf-8"))["machine"]
    return [
        Planned(
            row["id"], row["name"]["it"], row["name"]["en"], row["description"]["it"],
            row["description"]["en"], row["service"],
        )
        for row in rows
    ]  # fmt: skip


def test_the_demonstration_is_written_once(lab) -> None:
    director = lab.user("dora", Role.DIRECTOR)
    people = [
        Customer(lab.user("ada"), lab.firm, company=True),
        Customer(lab.user("zoe", Role.RESEARCHER, at=lab.university), lab.university),
        Customer(lab.user("nina"), lab.firm, company=True),
    ]
    experts = [lab.user(f"esperto{n}", Role.LECTURER).person for n in range(3)]

    first = populate(planned(), people, experts, lab.centre, by=director)
    counts = Booking.objects.count(), Resource.objects.count()
    again = populate(planned(), people, experts, lab.centre, by=director)
    states = set(Booking.objects.values_list("status", flat=True))
    (best, *_rest) = queries.find_resources(director, "laser powder bed, Ti-6Al-4V, 250 mm")

    assert (first, again) == (True, False)
    assert (Booking.objects.count(), Resource.objects.count()) == counts
    assert counts[0] > 60
    assert states >= {"confirmed", "done", "waiting"}
    assert best.resource.key == "lpbf-medium"
