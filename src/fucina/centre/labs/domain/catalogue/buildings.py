from typing import Any

from fucina.centre.labs.domain.catalogue.rows import assign, write_row
from fucina.centre.labs.domain.writing import allow
from fucina.centre.labs.models import Building


def write_building(building: Building, *, by: Any, **told: Any) -> Building:
    """New or changed, at a site of an organisation."""
    allow(by, "labs.manage_resources")
    assign(building, told, {"site", "name"})
    return write_row(building)
