"""What of the plan stands already: machines that the study planned and that a laboratory here has."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.labs.domain.queries import visible_resources
from fucina.centre.planning.presentation.planned import planned_machines


@dataclass(frozen=True)
class Here:
    """By service line of the study, how many of its machines everybody sees in the catalogue."""

    machines: dict[str, int]

    @property
    def text(self) -> str:
        """Of all lines together."""
        if not self.machines:
            return _(
                "None of them runs yet: this is what the study plans at full operation. Each will open here when the centre does."
            )
        return _(
            "This is what the study plans at full operation. Where machines stand already they can be booked here; the rest will open when the centre does."
        )

    def told(self, line: str) -> str:
        """Of one line; empty where nothing stands yet."""
        number = self.machines.get(line, 0)
        text = ngettext(
            "{number} of its machines stands here and can be booked.",
            "{number} of its machines stand here and can be booked.",
            number,
        )
        return text.format(number=number) if number else ""


def here() -> Here:
    line_of = {machine.key: machine.service for machine in planned_machines()}
    found = visible_resources(AnonymousUser()).filter(key__in=line_of)
    machines: dict[str, int] = {}
    for key in found.values_list("key", flat=True):
        if key:
            machines[line_of[key]] = machines.get(line_of[key], 0) + 1
    return Here(machines)
