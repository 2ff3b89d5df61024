"""A line of an uncertain cash flow."""

from dataclasses import dataclass

from fucina.methods.arrays import Floats, real
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty import Distribution, Fixed

NO_GROWTH = Fixed(0.0)


@dataclass(frozen=True)
class Line:
    """An uncertain amount that grows: in period t it is amount * (1 + growth)**t * profile[t].

    `profile` (T,) says when it falls and whether it comes in (+1) or goes out (-1); `growth` is a
    rate per period. `inputs` are the names its draws are addressed by.

    >>> from fucina.methods.uncertainty import Triangular
    >>> Line("rent", Triangular(80, 100, 150), (0.0, -1.0, -1.0)).inputs
    ('rent', 'rent: growth')
    """

    name: str
    amount: Distribution
    profile: tuple[float, ...]
    growth: Distribution = NO_GROWTH

    def __post_init__(self) -> None:
        real(f"profile of {self.name}", self.profile, ndim=1)
        if not self.growth.low > -1:
            raise MethodError(f"growth of {self.name}: must stay above -1, got {self.growth}")

    @property
    def inputs(self) -> tuple[str, str]:
        """Names of the amount's and the growth's draws."""
        return self.name, f"{self.name}: growth"


def profiles(lines: tuple[Line, ...]) -> Floats:
    """Profiles of the lines, one below the other (L, T); MethodError naming what does not fit."""
    if not lines:
        raise MethodError("lines: empty")
    names = [line.name for line in lines]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise MethodError(f"lines: names must be unique, {', '.join(twice)} used twice")
    periods = len(lines[0].profile)
    for line in lines:
        if len(line.profile) != periods:
            raise MethodError(
                f"profile of {line.name}: {len(line.profile)} periods, "
                f"that of {lines[0].name} has {periods}"
            )
    return real("profiles", [line.profile for line in lines])
