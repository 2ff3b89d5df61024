"""The parts of an organisation's page. Every app can add its own:

from fucina.centre.people.presentation.panels import Panel, register_panel

def agreements(user, organisation) -> Panel | None: ...

register_panel(60, agreements)  # in the app's ready()
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fucina.centre.people.models import Organisation


@dataclass(frozen=True)
class Panel:
    """A box of the page: ``template`` is included with ``context``, under ``title``; ``url`` and ``action`` lead on.

    ``aside`` puts it into the narrow column.
    """

    id: str
    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    count: int | None = None
    url: str = ""
    action: str = ""
    icon: str = ""
    text: str = ""
    aside: bool = False


type PanelMaker = Callable[[Any, Organisation], Panel | None]

_makers: list[tuple[int, PanelMaker]] = []


def register_panel(order: int, make: PanelMaker) -> None:
    """``make(user, organisation)`` answers None where this user is shown nothing. Lower orders come first."""
    if (order, make) not in _makers:
        _makers.append((order, make))
        _makers.sort(key=lambda entry: entry[0])


def panels_of(user: Any, organisation: Organisation) -> list[Panel]:
    made = (make(user, organisation) for _order, make in _makers)
    return [panel for panel in made if panel is not None]
