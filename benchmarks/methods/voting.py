"""Power indices of 190 players with 12,504 votes, float64 against exact fractions."""

from fractions import Fraction

import numpy as np

from benchmarks.measure import Growth, Row, cpu
from fucina.methods.arrays import Floats
from fucina.methods.voting import (
    WeightedGame,
    banzhaf,
    banzhaf_float,
    shapley_shubik,
    shapley_shubik_float,
)

PLAYERS, VOTES = 190, 12_504
QUOTAS = {"50 %": 6_253, "70 %": 8_753, "85 %": 10_629}
SIZES = (50, 100, 190, 400, 700, 1000)


def measure() -> list[Row]:
    games = {name: WeightedGame(votes(PLAYERS, VOTES), quota) for name, quota in QUOTAS.items()}
    half = games["50 %"]
    (_, first), (_, second) = cpu(lambda: banzhaf_float(half)), cpu(lambda: banzhaf_float(half), 3)
    rows = [Row("power in float64, the first call besides: kernels", first - second, "s", None)]
    for name, game in games.items():
        what = f"{PLAYERS} players, {VOTES:,} votes, quota {name}"
        quick, quick_seconds = cpu(lambda game=game: banzhaf_float(game), 3)
        mean, mean_seconds = cpu(lambda game=game: shapley_shubik_float(game), 3)
        exact, exact_seconds = cpu(lambda game=game: banzhaf(game))
        shapley, shapley_seconds = cpu(lambda game=game: shapley_shubik(game))
        rows += [
            Row(f"Banzhaf, {what}, CPU", quick_seconds, "s", 0.3),
            Row(f"Shapley, {what}, CPU", mean_seconds, "s", 2.5),
            Row("largest relative error, Banzhaf", _error(quick, exact), "", 1e-12),
            Row("largest relative error, Shapley", _error(mean, shapley), "", 1e-12),
            Row("Banzhaf exact, CPU", exact_seconds, "s", 10),
            Row("Shapley exact, CPU", shapley_seconds, "s", 10),
        ]
    return rows


def growth() -> list[Growth]:
    games = [WeightedGame(votes(n, 60 * n), 35 * n) for n in SIZES]
    return [
        Growth("Banzhaf, float64, 60 votes a player", "players", SIZES, _times(banzhaf_float, games)),
        Growth(
            "Shapley, float64, 60 votes a player", "players", SIZES,
            _times(shapley_shubik_float, games),
        ),
    ]  # fmt: skip


def votes(players: int, total: int) -> tuple[int, ...]:
    """Whole votes like those of quotas: few large, many small."""
    shares = np.random.default_rng(players).lognormal(0, 1.3, players)
    found = np.maximum(1, np.floor(shares / shares.sum() * total)).astype(int)
    found[found.argmax()] += total - found.sum()
    return tuple(found.tolist())


def _times(index, games: list[WeightedGame]) -> tuple[float, ...]:
    return tuple(cpu(lambda game=game: index(game))[1] for game in games)


def _error(found: Floats, exact: tuple[Fraction, ...]) -> float:
    pairs = zip(found, exact, strict=True)
    return max(abs(value / float(share) - 1) for value, share in pairs if share)
