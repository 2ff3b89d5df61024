"""Votes: what the members of each legal form would choose by its own ordinary resolution."""

import numpy as np
from numpy.typing import NDArray

from fucina.methods.voting import Game
from fucina.study.decision.opinion import Opinion
from fucina.study.governance import ordinary_game
from fucina.study.result.choice import Share, VoteResult
from fucina.study.result.number import Estimated
from fucina.study.sampling import Floats
from fucina.study.schema import Study

NONE = -1


def votes(study: Study, views: Opinion) -> list[VoteResult]:
    """For each form: the alternatives and seats that its members would choose, and how often nothing is."""
    found = []
    for g, form in enumerate(views.forms):
        chosen = unbeaten(views.top[:, g], ordinary_game(study, form))
        seats = list(dict.fromkeys(views.mains))
        seat_of = np.array([seats.index(main) for main in views.mains] + [NONE])
        found.append(
            VoteResult(
                form=form,
                alternatives=_shares(list(views.alternatives), chosen),
                seats=_shares(seats, seat_of[chosen]),
                nothing=Estimated.share(chosen == NONE),
            )
        )
    return found


def unbeaten(values: Floats, game: Game) -> NDArray[np.int64]:
    """The alternative (n,) that carries the resolution against every other, or -1 where none does.

    ``values`` (v, a, n) of a alternatives to v members: each votes for the one worth more to it, and stays
    away from a tie. With a rule that needs more than half of all votes at most one alternative can carry it
    against all others; whoever is left after one round of challenges is therefore the only one to check.
    """
    _, alternatives, n = values.shape
    champion = np.zeros(n, dtype=np.int64)
    held = values[:, 0].copy()
    for challenger in range(1, alternatives):
        wins = game.wins((values[:, challenger] > held).T)
        champion[wins] = challenger
        held[:, wins] = values[:, challenger][:, wins]
    carried = np.ones(n, dtype=np.bool_)
    for other in range(alternatives):
        carried &= (champion == other) | game.wins((held > values[:, other]).T)
    return np.where(carried, champion, NONE)


def _shares(names: list[str], chosen: NDArray[np.int64]) -> list[Share]:
    found = [
        Share(id=name, probability=Estimated.share(chosen == i)) for i, name in enumerate(names)
    ]
    return sorted(found, key=lambda share: (-share.probability.value, share.id))
