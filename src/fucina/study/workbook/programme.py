"""Programme: what the strategy needs at full operation, service line by service line, and its school."""

from dataclasses import dataclass, field

from fucina.documents.text import Text
from fucina.study.schema import Degree, Service
from fucina.study.workbook import style
from fucina.study.workbook.book import Formula, Sheet
from fucina.study.workbook.case import Case
from fucina.study.workbook.formula import ONE, ZERO, minus, over, plus, times

TITLE = Text("Programma", "Programme")
NOTE = Text(
    "Superfici, personale, macchine e volumi a regime di ogni linea di servizio; la scuola.",
    "Floor, staff, machines and volumes at full operation of every service line; the school.",
)
HEAD = (
    Text("Linea di servizio", "Service line"),
    Text("Superficie (m²)", "Floor (m²)"),
    Text("Costo annuo del personale (€)", "Yearly cost of staff (€)"),
    Text("Macchine (€)", "Machines (€)"),
    Text("Arredi e impianti (€)", "Fittings (€)"),
    Text("Rinnovo annuo delle macchine (€)", "Yearly renewal of machines (€)"),
    Text("Unità che si possono dare l’anno", "Units that can be given a year"),
    Text("Unità richieste l’anno", "Units asked for a year"),
)
SHAPES = (
    style.PLAIN, style.NUMBER, style.MONEY, style.MONEY, style.MONEY, style.MONEY, style.NUMBER, style.NUMBER,
)  # fmt: skip


@dataclass(frozen=True)
class Offered:
    """A service line at the strategy's size: yearly payroll and renewal, units it is able to give, units asked for
    (nothing where the study gives it no uses)."""

    payroll: str
    renewal: str
    able: str
    asked: str | None


@dataclass(frozen=True)
class CourseYear:
    """A year of the course, with all that it brings and costs in a year."""

    number: int
    fees: str
    grant: str
    cost: str
    graduates: str


@dataclass(frozen=True)
class School:
    years: tuple[CourseYear, ...]
    firms: str
    shared: str


@dataclass(frozen=True)
class Programme:
    """``use`` is the use that is drawn against the one the volumes suppose."""

    area: str
    equipment: str
    fitting: str
    use: str
    offered: dict[str, Offered] = field(default_factory=dict)
    schools: dict[str, School] = field(default_factory=dict)


def write(sheet: Sheet, case: Case) -> Programme:
    sheet.widths(46, 18, 18, 18, 18, 18, 18, 18)
    inputs = case.inputs
    scale = inputs.of("strategies", case.strategy.id, "scale")
    services = [s for s in case.study.services if s.id in case.strategy.services]
    sheet.head(*HEAD, freeze=True)
    first = sheet.next
    offered = {service.id: _service(sheet, case, service, scale) for service in services}
    last = sheet.next - 1
    total = [Formula(f"SUM({letter}{first}:{letter}{last})") for letter in "BCDEF"]
    row = sheet.row([Text("Totale", "Total")[case.book.language], *total], SHAPES[:6], total=True)
    sheet.next += 1
    use = sheet.amount(
        Text("Utilizzo rispetto a quello ipotizzato", "Use against the one supposed"),
        over(inputs.of("parameters", "utilisation"), inputs.of("parameters", "utilisation-plan")),
        style.FACTOR,
        name=Text("utilizzo", "use_made"),
    )
    schools = {
        degree.service: _school(sheet, case, degree, scale)
        for degree in case.study.degrees
        if degree.service in offered
    }
    names = {
        "B": Text("superficie", "floor_area"),
        "D": Text("macchine", "machines"),
        "E": Text("arredi", "fittings"),
    }
    called = {letter: case.book.reserve(name[case.book.language]) for letter, name in names.items()}
    for letter, name in called.items():
        case.book.define(name, sheet.ref(letter, row))
    return Programme(called["B"], called["D"], called["E"], use, offered, schools)


def _service(sheet: Sheet, case: Case, service: Service, scale: str) -> Offered:
    inputs, name = case.inputs, service.id
    floor = _floor(case, name)
    machines = [m.id for m in case.study.machines if m.service == name]
    prices = [times(inputs.of("machines", m, "quantity"), inputs.money("machines", m, "price")) for m in machines]  # fmt: skip
    lives = [inputs.of("machines", m, "life") for m in machines]
    yearly = [over(price, life) for price, life in zip(prices, lives, strict=True)]
    taught = any(degree.service == name for degree in case.study.degrees)
    able = ZERO if taught else times(inputs.of("services", name, "volume"), scale)
    asked = None if taught else _asked(case, name)
    payroll = ZERO if taught else times(_payroll(case, name), scale)
    row = sheet.row(
        [
            case.called("services", name),
            Formula(times(floor, scale)),
            None if taught else Formula(payroll),
            Formula(times(plus(*prices), scale)) if prices else None,
            Formula(times(floor, inputs.money("services", name, "fitting", ZERO), scale)),
            Formula(times(plus(*yearly), scale)) if yearly else None,
            None if taught else Formula(able),
            Formula(asked) if asked else None,
        ],
        SHAPES,
    )
    return Offered(
        payroll=ZERO if taught else sheet.ref("C", row),
        renewal=sheet.ref("F", row) if yearly else ZERO,
        able=ZERO if taught else sheet.ref("G", row),
        asked=sheet.ref("H", row) if asked else None,
    )


def _floor(case: Case, service: str) -> str:
    spaces = [space.id for space in case.study.spaces if space.service == service]
    if not spaces:
        return case.inputs.of("services", service, "area")
    return plus(*(case.inputs.of("spaces", space, "area") for space in spaces))


def _payroll(case: Case, service: str) -> str:
    inputs = case.inputs
    posts = [post.id for post in case.study.posts if post.service == service]
    if not posts:
        return times(inputs.of("services", service, "staff"), inputs.parameter("staff-cost"))
    costs = [times(inputs.of("posts", p, "fte"), inputs.money("posts", p, "cost")) for p in posts]
    return times(plus(*costs), inputs.parameter("pay-level"))


def _asked(case: Case, service: str) -> str | None:
    inputs = case.inputs
    uses = [use for use in case.study.uses if use.service == service]
    wanted = [
        times(
            inputs.of("segments", use.segment, "size"),
            inputs.of("segments", use.segment, "adoption"),
            inputs.of("uses", use.id, "units"),
        )
        for use in uses
    ]
    return plus(*wanted) if wanted else None


def _school(sheet: Sheet, case: Case, degree: Degree, scale: str) -> School:
    inputs, course = case.inputs, degree.id

    def of(attribute: str) -> str:
        return inputs.of("degrees", course, attribute)

    def money(attribute: str) -> str:
        return inputs.money("degrees", course, attribute, ZERO)

    sheet.heading(degree.name)
    work, art = of("from_work"), of("from_art")
    hourly = sheet.amount(
        Text("Costo medio di un’ora di docenza", "Mean cost of an hour of teaching"),
        plus(
            times(work, money("pay_work")),
            times(art, money("pay_art")),
            times(f"MAX(0,{minus(ONE, work, art)})", money("pay_academia")),
        ),
        style.CENTS,
        note="€/h",
    )
    outcome = sheet.amount(
        Text(
            "Parte del contributo per studente che arriva", "Part of the grant a student that comes"
        ),
        minus(ONE, times(of("outcome_share"), minus(ONE, of("outcome")))),
        style.SHARE,
    )
    teaching = sheet.amount(
        Text("Docenza di un anno di corso", "Teaching of a year of the course"),
        times(of("hours"), hourly, scale),
    )
    total = round(case.study.need("degrees", course, "years").value)
    years = tuple(
        _course_year(sheet, case, degree, number, (scale, teaching, outcome), last=number == total)
        for number in range(1, total + 1)
    )
    firms = sheet.amount(
        Text("Posti venduti alle imprese", "Seats sold to firms"),
        times(of("firm_seats"), money("firm_price"), scale),
    )
    arts = plus(
        times(of("seminars"), money("seminar_cost")),
        times(of("residencies"), money("residency_cost")),
    )
    shared = sheet.amount(
        Text(
            "Artisti, direzione, segreteria e tutor", "Artists, direction, secretariat and tutors"
        ),
        times(plus(arts, money("overhead")), scale),
    )
    return School(years, firms, shared)


def _course_year(
    sheet: Sheet,
    case: Case,
    degree: Degree,
    number: int,
    shared: tuple[str, str, str],
    *,
    last: bool,
) -> CourseYear:
    inputs, course = case.inputs, degree.id
    scale, teaching, outcome = shared

    def of(attribute: str) -> str:
        return inputs.of("degrees", course, attribute)

    def money(attribute: str) -> str:
        return inputs.money("degrees", course, attribute, ZERO)

    kept = times(of("places"), of("fill"), *([of("progress")] * (number - 1)), scale)
    students = sheet.amount(
        Text(f"Studenti dell’anno {number}", f"Students of year {number}"), kept, style.NUMBER
    )
    fees = sheet.amount(
        Text(f"Contributi degli studenti, anno {number}", f"Students’ fees, year {number}"),
        times(students, money("fee")),
    )
    grant = sheet.amount(
        Text(f"Contributo pubblico, anno {number}", f"Public grant, year {number}"),
        plus(
            times(of("hours"), money("grant_hour"), scale),
            times(students, money("grant_student"), outcome),
        ),
    )
    internships = times(students, money("internship_cost")) if last else ZERO
    cost = sheet.amount(
        Text(f"Docenza e tirocini, anno {number}", f"Teaching and internships, year {number}"),
        plus(teaching, internships),
    )
    graduates = times(students, of("outcome")) if last else ZERO
    return CourseYear(number, fees, grant, cost, graduates)
