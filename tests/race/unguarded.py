"""A server that takes no locks: everything else is as it always is. Proves that the tests can see a race."""

import sys
from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig


def lock_nothing(keys: Iterable[object]) -> None:
    for _key in keys:
        pass


class Unguarded(AppConfig):
    name = "tests.race"
    label = "race_unguarded"

    def ready(self) -> None:
        import fucina.centre.labs.domain  # noqa: F401

        for module in ("book", "presence", "start_use"):
            guarded: Any = sys.modules[f"fucina.centre.labs.domain.{module}"]
            guarded.lock = lock_nothing
