"""The services the study plans: what each would offer, with whom, with what and at what cost."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import Reader, digits_of
from fucina.centre.planning.presentation.resting import of_subject, parameters, resting
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.schema import Course, Figure, Machine, Service


@dataclass(frozen=True)
class Line:
    """One service line, as planned."""

    id: str
    name: str
    kind: str
    description: str
    audience: list[str]
    key_figures: list[dict[str, str]]
    machines: Table
    courses: Table
    spaces: Table
    posts: Table
    figures: Table
    sources: list[dict[str, str]]
    strategies: list[str]
    brief: list[str]


@dataclass(frozen=True)
class Services:
    strategy: str
    key_figures: list[dict[str, str]]
    lines: list[Line]
    cost_figures: list[dict[str, str]]


def services(reader: Reader) -> Services:
    return Services(
        strategy=reader.name("strategies", reader.result.decision.strategy),
        key_figures=totals(reader),
        lines=[line(reader, service.id) for service in reader.study.services],
        cost_figures=cost_figures(reader),
    )


def line(reader: Reader, identity: str) -> Line:
    service = next(s for s in reader.study.services if s.id == identity)
    return Line(
        id=identity,
        name=reader.said(service.name),
        kind=service.kind,
        description=reader.said(service.description),
        audience=list(service.audience),
        key_figures=_key_figures(reader, service),
        machines=_machines(reader, identity),
        courses=_courses(reader, identity),
        spaces=_spaces(reader, identity),
        posts=_posts(reader, identity),
        figures=resting(
            reader, of_subject(reader, "services", identity), _("Figures of this service"), own=True
        ),
        sources=[
            {
                "title": reader.sources[s].title,
                "publisher": reader.sources[s].publisher,
                "url": reader.source_url(s),
            }
            for s in service.sources
        ],
        strategies=[reader.said(s.name) for s in reader.study.strategies if identity in s.services],
        brief=_brief(reader, identity),
    )


def totals(reader: Reader) -> list[dict[str, str]]:
    """The whole programme of the proposed strategy at full operation."""
    plan = next(
        p for p in reader.result.finance.planned if p.strategy == reader.result.decision.strategy
    )
    places = [
        *(_places(reader, c.id) for c in reader.study.courses if c.kind == "degree"),
        *(reader.study.need("degrees", d.id, "places").value for d in reader.study.degrees),
    ]
    machines = sum(
        reader.study.need("machines", m.id, "quantity").value for m in reader.study.machines
    )
    how = reader.url("services") + "#how"
    found = [
        {"label": _("Floor area"), "value": reader.number(plan.area), "unit": "m²"},
        {
            "label": pgettext("planning", "Staff"),
            "value": reader.number(plan.staff),
            "unit": reader.unit("FTE"),
        },
        {"label": _("Machines"), "value": reader.number(machines)},
        {
            "label": _("Places in the Makers’ School"),
            "value": reader.number(max(places, default=0)),
            "note": _("a year"),
        },
        {"label": _("Equipment"), "value": reader.millions(plan.equipment.mean)},
    ]
    return [{"url": how} | item for item in found]


def _places(reader: Reader, course: str) -> float:
    return (
        reader.study.need("courses", course, "places").value
        * reader.study.need("courses", course, "editions").value
    )


def _key_figures(reader: Reader, service: Service) -> list[dict[str, str]]:
    labels = {
        "volume": _("Volume a year"),
        "area": _("Floor area"),
        "staff": pgettext("planning", "Staff"),
        "price": _("Price to firms"),
    }
    found = []
    for attribute, label in labels.items():
        key = f"services.{service.id}.{attribute}"
        figure = reader.study.figures.get(key)
        if figure is not None:
            item = {
                "label": label,
                "value": reader.figure_value(figure),
                "url": reader.figure_url(key),
                "note": reader.figure_range(figure),
            }
            if attribute == "volume":  # counted in the service's own unit: projects, hours, seats
                item |= {
                    "value": reader.number(figure.value),
                    "unit": reader.said(service.unit_name),
                }
            found.append(item)
    found += _summed(reader, service.id)
    if equipment := equipment_cost(reader, service.id):
        found.append({"label": _("Equipment"), "value": reader.millions(equipment), "url": "#how"})
    running = running_cost(reader, service.id)
    return [
        *found,
        {"label": _("Running cost a year"), "value": reader.millions(running), "url": "#how"},
    ]


def _summed(reader: Reader, service: str) -> list[dict[str, str]]:
    """Floor and staff where the study tells them space by space and post by post."""
    found = []
    if any(space.service == service for space in reader.study.spaces):
        area = reader.number(area_of(reader, service))
        found.append(
            {"label": _("Floor area"), "value": area, "unit": "m²", "url": f"#{service}-spaces"}
        )
    if any(post.service == service for post in reader.study.posts):
        staff = staff_of(reader, service)
        found.append(
            {
                "label": pgettext("planning", "Staff"),
                "value": reader.quantity(staff, "FTE", digits_of(staff, "FTE")),
                "url": f"#{service}-posts",
            }
        )
    return found


def _spaces(reader: Reader, service: str) -> Table:
    kinds = {
        "hall": _("hall for heavy machines"),
        "laboratory": _("laboratory"),
        "classroom": _("classroom"),
        "office": _("office"),
        "workshop": _("workshop"),
        "common": _("common room"),
    }
    columns = [text_column(_("Space")), text_column(_("Kind")), number_column(_("Floor area"))]
    rows: list[Row] = [
        row([reader.said(s.name), kinds[s.kind], _figure(reader, "spaces", s.id, "area")])
        for s in reader.study.spaces
        if s.service == service
    ]
    caption = _("%(service)s: spaces") % {"service": reader.name("services", service)}
    return Table(caption, columns, rows)


def _posts(reader: Reader, service: str) -> Table:
    columns = [
        text_column(_("Post")),
        number_column(_("Full-time posts")),
        number_column(_("Yearly cost of each")),
    ]
    rows: list[Row] = [
        row(
            [
                reader.said(p.name),
                _figure(reader, "posts", p.id, "fte"),
                _figure(reader, "posts", p.id, "cost"),
            ]
        )
        for p in reader.study.posts
        if p.service == service
    ]
    caption = _("%(service)s: staff") % {"service": reader.name("services", service)}
    return Table(caption, columns, rows)


def _brief(reader: Reader, service: str) -> list[str]:
    """The plan of a service line in a few words: people, machines, courses, cost."""
    study = reader.study
    machines = sum(
        study.need("machines", m.id, "quantity").value
        for m in study.machines
        if m.service == service
    )
    courses = [c for c in study.courses if c.service == service]
    places = sum(_places(reader, course.id) for course in courses)
    staff = staff_of(reader, service)
    found = [reader.quantity(staff, "FTE", digits_of(staff, "FTE"))]
    if machines:
        found.append(reader.quantity(machines, "machine"))
    if courses:
        count = reader.quantity(len(courses), "course")
        found.append(
            _("%(courses)s, %(places)s places a year")
            % {"courses": count, "places": reader.number(places)}
        )
    if equipment := equipment_cost(reader, service):
        found.append(_("equipment %(cost)s") % {"cost": reader.millions(equipment)})
    found.append(
        _("%(cost)s a year to run") % {"cost": reader.millions(running_cost(reader, service))}
    )
    return found


def equipment_cost(reader: Reader, service: str) -> float:
    """Its machines at their single prices, brought to the study's currency and price year."""
    study = reader.study
    machines = [m.id for m in study.machines if m.service == service]
    return sum(
        study.need("machines", m, "quantity").value
        * real(reader, study.need("machines", m, "price"))
        for m in machines
    )


def running_cost(reader: Reader, service: str) -> float:
    """What its people cost, post by post or at the single yearly cost, over the share of running costs that
    they are."""
    study = reader.study
    posts = [post.id for post in study.posts if post.service == service]
    if posts:
        people = sum(
            study.need("posts", post, "fte").value * real(reader, study.need("posts", post, "cost"))
            for post in posts
        )
    else:
        people = staff_of(reader, service) * real(reader, study.need("parameters", "staff-cost"))
    return people / study.need("parameters", "personnel-share").value


def staff_of(reader: Reader, service: str) -> float:
    """Full-time posts of a line: said post by post, or at once."""
    study = reader.study
    posts = [post.id for post in study.posts if post.service == service]
    if posts:
        return sum(study.need("posts", post, "fte").value for post in posts)
    return study.need("services", service, "staff").value


def area_of(reader: Reader, service: str) -> float:
    """Floor of a line: said space by space, or at once."""
    study = reader.study
    spaces = [space.id for space in study.spaces if space.service == service]
    if spaces:
        return sum(study.need("spaces", space, "area").value for space in spaces)
    return study.need("services", service, "area").value


def cost_figures(reader: Reader) -> list[dict[str, str]]:
    """Links to the figures of the whole study that the costs of a line rest on."""
    names = ("staff-cost", "personnel-share", "price-drift", "eur-per-usd", "eur-per-gbp")
    keys = [key for key in parameters(*names) if key in reader.study.figures]
    return [{"label": reader.figure_name(key), "url": reader.figure_url(key)} for key in keys]


def real(reader: Reader, figure: Figure) -> float:
    """An amount in the study's currency, at the prices of its price year."""
    study, amount = reader.study, figure.value
    if figure.currency and figure.currency != study.header.currency:
        amount *= study.need("parameters", f"eur-per-{figure.currency.lower()}").value
    if figure.price_year is None:
        return amount
    drift = study.need("parameters", "price-drift").value
    return amount * float((1 + drift) ** (study.header.price_year - figure.price_year))


def _figure(reader: Reader, plural: str, subject: str, attribute: str) -> dict[str, object] | str:
    key = f"{plural}.{subject}.{attribute}"
    figure = reader.study.figures.get(key)
    if figure is None:
        return "–"
    return cell(reader.figure_value(figure), url=reader.figure_url(key), value=figure.value)


def _machines(reader: Reader, service: str) -> Table:
    columns = [
        text_column(_("Machine")),
        number_column(_("Number")),
        number_column(_("Price of each")),
        number_column(_("Useful life")),
        number_column(_("Hourly rate")),
    ]
    rows = [
        _planned(reader, "machines", m, ("quantity", "price", "life", "rate"))
        for m in reader.study.machines
        if m.service == service
    ]
    caption = _("%(service)s: planned machines") % {"service": reader.name("services", service)}
    return Table(caption, columns, rows)


def _courses(reader: Reader, service: str) -> Table:
    columns = [
        text_column(_("Course")),
        number_column(_("Hours")),
        number_column(_("Places")),
        number_column(_("Editions a year")),
        number_column(_("Cost an hour and pupil")),
    ]
    rows = [
        _planned(reader, "courses", c, ("hours", "places", "editions", "cost"))
        for c in reader.study.courses
        if c.service == service
    ]
    caption = _("%(service)s: planned courses") % {"service": reader.name("services", service)}
    return Table(caption, columns, rows)


def _planned(
    reader: Reader, plural: str, record: Machine | Course, attributes: tuple[str, ...]
) -> Row:
    """What is planned, marked so, with its figures, each leading to its source."""
    name = cell(reader.said(record.name), note=reader.said(record.description), badge="planned")
    return row([name, *(_figure(reader, plural, record.id, a) for a in attributes)])
