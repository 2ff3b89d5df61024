"""When a root counts as found."""

TOUCH = 1e-13
"""A turning point this near to zero, beside the sum of the terms, is a root where the curve touches it."""
NEWTON_DONE = 1e-10
"""A step this small, in the logarithm, leaves an error below rounding: the next one is its square."""
STEPS = 60
"""Steps after which a root is left to the slower method that cannot fail."""
LONGEST = 1000
"""Flows beyond which the derivatives leave the range of floats."""
