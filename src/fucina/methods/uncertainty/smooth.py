"""Smooth functions of a few inputs, from the plainest to the wiggliest, for regression."""

from collections.abc import Iterator

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.linalg import eigh
from scipy.special import ndtri
from scipy.stats import rankdata

from fucina.methods.arrays import Floats, Integers

KNOTS = 16

type Places = tuple[tuple[int, int], ...]  # which input, which of its splines


def smooth_basis(inputs: Floats, most: int) -> tuple[Floats, Integers]:
    """Functions of the inputs (n, q) as columns (n, m), m <= `most`, and the grade of each (m,).

    Natural cubic splines of each input's normal scores, over knots at their quantiles, turned so that
    each next one is wigglier than the last (Demmler and Reinsch 1975); products of them with places
    a, b, ... of grade (1 + a)(1 + b)..., a hyperbolic cross: the wigglier, the fewer inputs together.
    Scores depend on ranks alone, so it does not matter how an input is expressed, nor how far its
    tails reach. The first column is constant; those of one input are orthonormal, mean square 1.

    >>> basis, grade = smooth_basis(np.linspace(0, 1, 50)[:, None], 4)
    >>> grade.tolist(), bool(np.allclose(basis.T @ basis / 50, np.eye(4)))
    ([1, 2, 3, 4], True)
    """
    splines = [_by_wiggles(column) for column in inputs.T]
    columns, grades = [], []
    for grade, places in _products([spline.shape[1] for spline in splines], most):
        column = np.ones(inputs.shape[0])
        for spline, place in places:
            column = column * splines[spline][:, place]
        columns.append(column)
        grades.append(grade)
    return np.stack(columns, axis=1), np.asarray(grades)


def _products(sizes: list[int], most: int) -> list[tuple[int, Places]]:
    """The products of all grades that fit whole into `most`, by grade."""
    fitting: list[tuple[int, Places]] = []
    grade, grades = 1, max(sizes) * (2 if len(sizes) > 1 else 1)
    while grade <= grades:
        new = [(grade, places) for places in _of_grade(grade, 0, sizes)]
        if len(fitting) + len(new) > most:
            break
        fitting += new
        grade += 1
    return fitting


def _of_grade(grade: int, first: int, sizes: list[int]) -> Iterator[Places]:
    """Ways to reach a grade exactly with the inputs from `first` on."""
    if grade == 1:
        yield ()
        return
    for i in range(first, len(sizes)):
        for place in range(1, sizes[i]):
            if grade % (place + 1) == 0:
                for rest in _of_grade(grade // (place + 1), i + 1, sizes):
                    yield ((i, place), *rest)


def _by_wiggles(column: Floats) -> Floats:
    """Natural splines of one input, mean square 1: constant, straight, then ever wigglier (n, m)."""
    scores = ndtri((rankdata(column) - 0.5) / column.size)
    distinct = np.unique(scores)
    if distinct.size > KNOTS:
        levels = np.linspace(0, 1, KNOTS)
        distinct = np.unique(np.quantile(scores, levels, method="inverted_cdf"))
    if distinct.size == 1:
        return np.ones((column.size, 1))
    knots, place = ((x - distinct[0]) / np.ptp(distinct) for x in (distinct, scores))
    straight = place - place.mean()
    plain = [np.ones(column.size), straight / np.sqrt((straight**2).mean())]
    if distinct.size == 2:
        return np.stack(plain, axis=1)
    cardinal = CubicSpline(knots, np.eye(knots.size), bc_type="natural")
    values = cardinal(place)
    together = np.einsum("na,nb->ab", values, values) / column.size  # adds in a fixed order
    _, turn = eigh(_roughness(cardinal, knots), together)
    return np.concatenate([np.stack(plain, axis=1), values @ turn[:, 2:]], axis=1)


def _roughness(cardinal: CubicSpline, knots: Floats) -> Floats:
    """Integrals of the products of second derivatives, which are straight between knots."""
    bend = np.asarray(cardinal(knots, 2))
    width = np.diff(knots)[:, None]
    left, right = bend[:-1], bend[1:]
    return np.asarray(
        (width / 3 * left).T @ left
        + (width / 3 * right).T @ right
        + (width / 6 * left).T @ right
        + (width / 6 * right).T @ left
    )
