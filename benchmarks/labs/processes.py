"""What a server costs: the processor time of its processes, those of the web and those of PostgreSQL apart."""

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Seconds, user and system."""

    web: float
    postgres: float

    def __sub__(self, other: "Cost") -> "Cost":
        return Cost(self.web - other.web, self.postgres - other.postgres)

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.web + other.web, self.postgres + other.postgres)

    def __truediv__(self, number: float) -> "Cost":
        return Cost(self.web / number, self.postgres / number)

    @property
    def total(self) -> float:
        return self.web + self.postgres


NOTHING = Cost(0, 0)


@dataclass(frozen=True)
class Server:
    """The first process of each tree."""

    web: int
    postgres: int

    def cost(self) -> Cost:
        stats = _stats()
        return Cost(_tree(self.web, stats), _tree(self.postgres, stats))


type Stats = dict[int, tuple[int, float]]


def _stats() -> Stats:
    """Of every process its parent, and its seconds with those of its children that have ended."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                text = (folder / "stat").read_text()
            except OSError:
                continue  # it has just ended
            fields = text.rpartition(") ")[2].split()
            found[int(folder.name)] = (int(fields[1]), sum(map(int, fields[11:15])) / TICK)
    return found


def _tree(root: int, stats: Stats) -> float:
    children = defaultdict(list)
    for process, (parent, _seconds) in stats.items():
        children[parent].append(process)
    total, waiting = 0.0, [root]
    while waiting:
        process = waiting.pop()
        total += stats[process][1]
        waiting += children[process]
    return total
