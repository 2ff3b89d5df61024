"""Site: what a square metre costs there, its rent, and by how much it draws more demand than the mean seat."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study import demand as demand_step
from fucina.study.workbook import style
from fucina.study.workbook.book import Formula, Sheet
from fucina.study.workbook.case import GEOGRAPHY, PLAN, Case
from fucina.study.workbook.formula import ONE, ZERO, minus, plus, times

TITLE = Text("Sede", "Site")
NOTE = Text(
    "Lavori, terreno e canone per m² del programma; quanta più domanda raggiunge della sede media.",
    "Works, land and rent for a m² of the programme; how much more demand it reaches than the mean seat.",
)
HEAD = (
    Text("Sede", "Seat"),
    Text("Quota delle attività", "Share of the activity"),
    Text("Lavori (€/m²)", "Works (€/m²)"),
    Text("Terreno e bonifica (€/m² di lotto)", "Land and remediation (€/m² of plot)"),
    Text("Lavori e terreno, secondo la quota (€/m²)", "Works and land, by its share (€/m²)"),
    Text("Canone, secondo la quota (€/m²/anno)", "Rent, by its share (€/m²/year)"),
)
SHAPES = (style.PLAIN, style.SHARE, style.CENTS, style.CENTS, style.CENTS, style.CENTS)


@dataclass(frozen=True)
class Site:
    """What formulas call these: a square metre's cost and rent, the pull of demand, the spread of costs."""

    unit: str
    rent: str
    pull: str
    spread: str


def write(sheet: Sheet, case: Case) -> Site:
    sheet.widths(44, 16, 18, 18, 20, 20)
    spread = _spread(sheet, case)
    first, last = _seats(sheet, case, spread)
    unit = sheet.amount(
        Text("Lavori e terreno per m² del programma", "Works and land for a m² of the programme"),
        f"SUM({sheet.ref('E', first)}:{sheet.ref('E', last)})".replace(f":{sheet.quoted}!", ":"),
        style.CENTS,
        note="€/m²",
        name=Text("costo_m2", "cost_m2"),
    )
    rent = sheet.amount(
        Text("Canone per m² del programma", "Rent for a m² of the programme"),
        f"SUM({sheet.ref('F', first)}:{sheet.ref('F', last)})".replace(f":{sheet.quoted}!", ":"),
        style.CENTS,
        note="€/m²",
        name=Text("canone_m2", "rent_m2"),
    )
    return Site(unit, rent, _pull(sheet, case), spread)


def _spread(sheet: Sheet, case: Case) -> str:
    others = len(case.alternative.seats) - 1
    split = case.inputs.of("locations", case.alternative.location, "split_cost", ZERO)
    if not others or split == ZERO:
        return ONE
    sheet.heading(Text("Più sedi", "Several seats"))
    return sheet.amount(
        Text("Costi di più sedi rispetto a una", "Costs of several seats against one"),
        plus(ONE, times(split, str(others))),
        style.FACTOR,
        name=Text("piu_sedi", "several_seats"),
    )


def _seats(sheet: Sheet, case: Case, spread: str) -> tuple[int, int]:
    inputs, alternative = case.inputs, case.alternative
    sheet.heading(Text("Costi per sede", "Costs by seat"))
    sheet.head(*HEAD)
    per_m2 = times(inputs.parameter("capex"), inputs.of("parameters", "cost-growth"))
    plot = inputs.of("parameters", "plot-ratio")
    built = inputs.of("locations", alternative.location, "works_share", ONE)
    first = sheet.next
    for seat, share in zip(alternative.seats, alternative.shares, strict=True):
        part = _share(case, seat, share) if len(alternative.seats) > 1 else ONE
        ground = plus(
            inputs.money("seats", seat, "land_cost", ZERO),
            inputs.money("seats", seat, "remediation"),
        )
        row, own = sheet.next, f"{sheet.quoted}!"
        sheet.row(
            [
                case.called("seats", seat),
                Formula(part),
                Formula(times(per_m2, inputs.of("seats", seat, "works_factor"))),
                Formula(ground),
                Formula(times(f"{own}B{row}", spread, built, f"{own}C{row}+{plot}*{own}D{row}")),
                Formula(times(f"{own}B{row}", inputs.money("seats", seat, "rent", ZERO))),
            ],
            SHAPES,
        )
    last = sheet.next - 1
    sheet.next += 1
    return first, last


def _share(case: Case, seat: str, share: float) -> str:
    name = case.text("seats", seat)
    said = Text(f"Quota delle attività: {name.it}", f"Share of the activity: {name.en}")
    return case.inputs.given(f"share.{seat}", said, share, "share", PLAN)


def _pull(sheet: Sheet, case: Case) -> str:
    """Demand reached against the mean of the seats, to the power of its elasticity."""
    inputs = case.inputs
    sheet.heading(Text("Domanda raggiunta", "Demand reached"))
    hubs = [_access(case, [i], seat.id) for i, seat in enumerate(case.study.candidates)]
    mean = sheet.amount(
        Text("Media delle sedi candidate", "Mean of the candidate seats"),
        f"AVERAGE({','.join(hubs)})",
        style.SHARE,
    )
    own = sheet.amount(
        Text("Sede proposta", "The proposed seat"), _reached(case, hubs), style.SHARE
    )
    return sheet.amount(
        Text("Attrazione rispetto alla sede media", "Pull against the mean seat"),
        f"({own}/{mean})^{inputs.of('parameters', 'demand-elasticity')}",
        style.FACTOR,
        name=Text("attrazione", "pull"),
    )


def _reached(case: Case, hubs: list[str]) -> str:
    """The main seat’s share of the activity is reached there, the rest at whichever seat is nearest."""
    alternative = case.alternative
    places = {seat.id: i for i, seat in enumerate(case.study.candidates)}
    columns = sorted(places[seat] for seat in alternative.seats)
    main = hubs[places[alternative.seats[0]]]
    if len(columns) == 1:
        return main
    share = _share(case, alternative.seats[0], alternative.shares[0])
    everywhere = case.inputs.given(
        "access.nearest",
        Text("Domanda raggiunta dalla più vicina delle sedi", "Demand reached from the nearest seat"),
        float(demand_step.access(case.demand, columns, case.sample)[0]),
        "share",
        GEOGRAPHY,
    )  # fmt: skip
    return plus(times(share, main), times(minus(ONE, share), everywhere))


def _access(case: Case, columns: list[int], seat: str) -> str:
    name = case.text("seats", seat)
    return case.inputs.given(
        f"access.{seat}",
        Text(f"Domanda raggiunta: {name.it}", f"Demand reached: {name.en}"),
        float(demand_step.access(case.demand, columns, case.sample)[0]),
        "share",
        GEOGRAPHY,
    )
