"""What the study that is shown plans, in plain rows for those who build the centre from it."""

from dataclasses import dataclass

from fucina.centre.planning.presentation.reader import current_reader
from fucina.centre.planning.presentation.services import real, staff_of


@dataclass(frozen=True)
class PlannedStaff:
    """A service line and how many full-time people it is planned to have."""

    kind: str
    people: int


@dataclass(frozen=True)
class PlannedMachine:
    """A machine, the line it serves, and its planned hourly rate for firms in the study's currency, if one is planned."""

    key: str
    name: str
    name_en: str
    about: str
    about_en: str
    service: str
    rate: float | None


def planned_staff() -> list[PlannedStaff]:
    """Of every service line; nothing without a study."""
    reader = current_reader()
    if reader is None:
        return []
    return [
        PlannedStaff(service.kind, round(staff_of(reader, service.id)))
        for service in reader.study.services
    ]


def planned_machines() -> list[PlannedMachine]:
    """Every machine of the study; nothing without a study."""
    reader = current_reader()
    if reader is None:
        return []
    study = reader.study
    rates = {m.id: study.figure("machines", m.id, "rate") for m in study.machines}
    return [
        PlannedMachine(
            machine.id,
            machine.name.it,
            machine.name.en,
            machine.description.it,
            machine.description.en,
            machine.service,
            None if (rate := rates[machine.id]) is None else real(reader, rate),
        )
        for machine in study.machines
    ]
