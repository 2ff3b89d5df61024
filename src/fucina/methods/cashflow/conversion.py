"""From market prices to what things are worth to society."""

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Floats, non_negative, real
from fucina.methods.cashflow.rows import share_of_one
from fucina.methods.errors import MethodError


def at_shadow_prices(lines: ArrayLike, factors: ArrayLike) -> Floats:
    """Sum of lines (..., L, T) at market prices, each times its conversion factor (..., L): (..., T).

    A factor below one takes out what is only a transfer (tax, or wages of people otherwise without
    work), zero drops the line (Little and Mirrlees 1974; European Commission, Guide to CBA 2014,
    section 2.8). Factors may be drawn. Raises MethodError for a negative factor or shapes that do
    not fit.

    >>> at_shadow_prices([[100, 0], [50, 50]], [0.9, 0.6]).tolist()
    [120.0, 30.0]
    """
    flows, weights = real("lines", lines), non_negative("factors", factors)
    if flows.ndim < 2 or weights.ndim < 1 or flows.shape[-2] != weights.shape[-1]:
        raise MethodError(
            "lines and factors: need (..., L, T) and (..., L), "
            f"got shapes {flows.shape} and {weights.shape}"
        )
    try:
        return np.asarray((flows * weights[..., None]).sum(axis=-2))
    except ValueError as error:
        raise MethodError(
            f"lines and factors: shapes {flows.shape} and {weights.shape} do not fit"
        ) from error


def standard_conversion_factor(
    imports: ArrayLike, exports: ArrayLike, import_taxes: ArrayLike, export_taxes: ArrayLike = 0.0
) -> Floats:
    """Factor of goods in general: (M + X) / ((M + Tm) + (X - Tx)), yearly totals of a country.

    European Commission, Guide to CBA 2008, annex on shadow prices. Arguments broadcast. Raises
    MethodError for a negative amount or no trade left after tax.

    >>> standard_conversion_factor(2000, 1500, 500, 0).item()
    0.875
    """
    bought, sold = non_negative("imports", imports), non_negative("exports", exports)
    paid, levied = (
        non_negative("import_taxes", import_taxes),
        non_negative("export_taxes", export_taxes),
    )
    traded = bought + paid + sold - levied
    if (traded <= 0).any():
        raise MethodError("imports, exports: no trade left after taxes")
    return np.asarray((bought + sold) / traded)


def shadow_wage_factor(unemployment: ArrayLike, tax: ArrayLike) -> Floats:
    """Factor of labour: (1 - unemployment) * (1 - tax), with tax and social charges as a share.

    Del Bo, Fiorio and Florio 2011, as in the Guide to CBA 2014. Arguments broadcast. Raises
    MethodError for a share outside 0..1.

    >>> shadow_wage_factor(0.1, 0.4).item()
    0.54
    """
    idle, charged = share_of_one("unemployment", unemployment), share_of_one("tax", tax)
    return np.asarray((1 - idle) * (1 - charged))
