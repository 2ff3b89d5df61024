"""What is known about a legal form."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from fucina.methods.errors import MethodError

type Resolution = Literal["ordinary", "extraordinary", "dissolution"]


@dataclass(frozen=True)
class Text:
    """The same words in Italian and in English.

    >>> Text(it="fondazione", en="foundation").en
    'foundation'
    """

    it: str
    en: str


@dataclass(frozen=True)
class Rule:
    """How the members resolve, with the article it comes from.

    `quorum`: share of all votes that must be present; `majority`: share of the votes present
    (or of all) that must be in favour, more than it where `strict`, else at least it. `shares`
    weighs votes by quota, `heads` counts one each. `confirmed` is false until someone has read
    the official text.

    >>> Rule("ordinary", "heads", Fraction(1, 2), Fraction(1, 2), "present", True, "21", True).strict
    True
    """

    resolution: Resolution
    votes: Literal["shares", "heads"]
    quorum: Fraction
    majority: Fraction
    majority_of: Literal["present", "all"]
    strict: bool
    article: str
    confirmed: bool


@dataclass(frozen=True)
class LegalForm:
    """A legal form: names, legal hook, who uses it, for and against, rules, date and sources.

    `benchmark` forms are shown for comparison: not a new body that its members govern, or not one
    of Italian law.

    >>> from fucina.methods.statute import load_forms
    >>> load_forms()[0].rule("ordinary").article
    'art. 2479-bis c.c.'
    """

    id: str
    name: Text
    legal_hook: str
    users: tuple[str, ...]
    pros: Text
    cons: Text
    benchmark: bool
    rules: tuple[Rule, ...]
    sources: tuple[str, ...]
    as_of: date

    def rule(self, resolution: str) -> Rule:
        """The rule for a kind of resolution; MethodError where the law or the data gives none.

        >>> from fucina.methods.statute import load_forms
        >>> load_forms()[0].rule("extraordinary").strict
        False
        """
        for rule in self.rules:
            if rule.resolution == resolution:
                return rule
        known = ", ".join(rule.resolution for rule in self.rules) or "none"
        raise MethodError(f"{self.id}: no rule for {resolution!r} resolutions; known: {known}")
