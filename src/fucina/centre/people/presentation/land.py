"""What maps draw beneath their points: boundaries, where an app above has some.

An app registers the address of a GeoJSON in its ``ready()``: ``register_land(lambda: "/it/…")``.
"""

from collections.abc import Callable

_makers: list[Callable[[], str]] = []


def register_land(address: Callable[[], str]) -> None:
    """``address`` answers with an empty text where there is nothing to draw just now."""
    _makers.append(address)


def land() -> str:
    return next((found for make in _makers if (found := make())), "")
