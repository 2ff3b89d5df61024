"""The one error of the methods."""


class MethodError(ValueError):
    """Input a method cannot answer for; the message names the culprit and what would be accepted.

    >>> raise MethodError("rate: must be greater than -1, got -1.5")
    Traceback (most recent call last):
    fucina.methods.errors.MethodError: rate: must be greater than -1, got -1.5
    """
