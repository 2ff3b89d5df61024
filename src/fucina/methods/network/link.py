"""What ties one activity to another."""

from dataclasses import dataclass
from enum import Enum
from math import isfinite

from fucina.methods.errors import MethodError


class LinkKind(Enum):
    """From which end of the first activity to which end of the second a link goes.

    FS: the second starts after the first finishes; SS: starts after it starts; FF: finishes after
    it finishes; SF: finishes after it starts (precedence diagram, Fondahl 1961).

    >>> LinkKind("SS").from_finish, LinkKind("FF").to_finish
    (False, True)
    """

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"

    @property
    def from_finish(self) -> bool:
        """Whether the link leaves the first activity's finish."""
        return self.value[0] == "F"

    @property
    def to_finish(self) -> bool:
        """Whether the link holds the second activity's finish."""
        return self.value[1] == "F"


@dataclass(frozen=True)
class Link:
    """A link from `before` to `after`, with a lag in the durations' unit; a negative lag is a lead.

    Raises MethodError for a lag that is not finite or a link of an activity to itself.

    >>> Link("design", "build", lag=-2.0).kind.name
    'FS'
    """

    before: str
    after: str
    kind: LinkKind = LinkKind.FS
    lag: float = 0.0

    def __post_init__(self) -> None:
        if not isfinite(self.lag):
            raise MethodError(f"lag of {self.before} to {self.after}: not finite")
        if self.before == self.after:
            raise MethodError(f"links: {self.before} is tied to itself")
