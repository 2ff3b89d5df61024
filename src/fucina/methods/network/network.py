"""A network of activities by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.methods.errors import MethodError
from fucina.methods.network.gate import Gate
from fucina.methods.network.link import Link
from fucina.methods.network.order import topological_order


@dataclass(frozen=True)
class Network:
    """Activities, the links between them, and the gates before some.

    Raises MethodError naming an activity given twice, one that a link or a gate does not find, a
    second gate of one activity, or a cycle.

    >>> Network(("design", "build"), (Link("design", "build"),)).order
    (0, 1)
    """

    activities: tuple[str, ...]
    links: tuple[Link, ...] = ()
    gates: tuple[Gate, ...] = ()

    def __post_init__(self) -> None:
        if not self.activities:
            raise MethodError("activities: empty")
        _refuse_twice("activities", self.activities)
        _refuse_twice("gates", [gate.activity for gate in self.gates])
        named = [end for link in self.links for end in (link.before, link.after)]
        named += [gate.activity for gate in self.gates]
        unknown = sorted(set(named) - set(self.activities))
        if unknown:
            raise MethodError(f"links, gates: unknown activities {', '.join(unknown)}")
        try:
            _ = self.order
        except MethodError as error:
            names = enumerate(self.activities)
            cycle = ", ".join(f"{i} {name}" for i, name in names)
            raise MethodError(f"{error} of {cycle}") from error

    @property
    def place(self) -> dict[str, int]:
        """Index of each activity."""
        return {name: index for index, name in enumerate(self.activities)}

    @property
    def order(self) -> tuple[int, ...]:
        """Indices so that every activity follows those it is tied to."""
        place = self.place
        before: list[list[int]] = [[] for _ in self.activities]
        for link in self.links:
            before[place[link.after]].append(place[link.before])
        return topological_order(before)


def _refuse_twice(what: str, names: Sequence[str]) -> None:
    twice = sorted({name for name in names if list(names).count(name) > 1})
    if twice:
        raise MethodError(f"{what}: {', '.join(twice)} given twice")
