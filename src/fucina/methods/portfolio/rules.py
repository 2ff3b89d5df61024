"""What may, must and must not stand together in a portfolio."""

from dataclasses import dataclass

from fucina.methods.errors import MethodError

type Amounts = float | tuple[float, ...]


@dataclass(frozen=True)
class Synergy:
    """What a portfolio gains once all of `items` are in it: `value`, one number or one a criterion,
    and `saving` of cost, one number or one a resource; both may be negative.

    Raises MethodError for fewer than two items.

    >>> Synergy((0, 2), value=5.0).saving
    0.0
    """

    items: tuple[int, ...]
    value: Amounts = 0.0
    saving: Amounts = 0.0

    def __post_init__(self) -> None:
        if len(set(self.items)) < 2 or len(set(self.items)) < len(self.items):
            raise MethodError(f"synergies: need two or more different items, got {self.items}")


@dataclass(frozen=True)
class Rules:
    """`exclusions`: groups of which at most one item may be chosen; `prerequisites`: pairs (item,
    what it needs); `synergies`; `required`: items that must be chosen.

    >>> Rules(exclusions=((0, 1),), prerequisites=((2, 0),)).implied((2,))
    (0, 2)
    """

    exclusions: tuple[tuple[int, ...], ...] = ()
    prerequisites: tuple[tuple[int, int], ...] = ()
    synergies: tuple[Synergy, ...] = ()
    required: tuple[int, ...] = ()

    @property
    def excluding_pairs(self) -> tuple[tuple[int, int], ...]:
        """Pairs that cannot both be chosen."""
        return tuple(
            (one, other)
            for group in self.exclusions
            for place, one in enumerate(group)
            for other in group[place + 1 :]
        )

    def implied(self, items: tuple[int, ...]) -> tuple[int, ...]:
        """The items and all they need, directly or not, in order."""
        found, new = set(items), set(items)
        while new:
            new = {need for item, need in self.prerequisites if item in new} - found
            found |= new
        return tuple(sorted(found))

    def check(self, size: int) -> None:
        """Raises MethodError for an item outside 0 .. size-1, twice in a group or its own need."""
        named = {
            "exclusions": self.exclusions,
            "prerequisites": self.prerequisites,
            "synergies": tuple(synergy.items for synergy in self.synergies),
            "required": (self.required,),
        }
        for name, groups in named.items():
            for group in groups:
                if not set(group) <= set(range(size)):
                    raise MethodError(f"{name}: {group} names an item outside 0..{size - 1}")
                if len(set(group)) < len(group):
                    raise MethodError(f"{name}: {group} names an item twice")
