"""Everything that a reader may know of a machine, a room, an expert or an accessory."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging import domain as charging
from fucina.centre.charging.domain.queries import chargeable_projects
from fucina.centre.charging.enums import UserClass
from fucina.centre.charging.presentation import words
from fucina.centre.governance.presentation.table import Table, text_column
from fucina.centre.governance.presentation.written import day
from fucina.centre.labs.domain.catalogue import sharing
from fucina.centre.labs.domain.earliest_free import earliest_free
from fucina.centre.labs.domain.queries import visible_documents, visible_resources
from fucina.centre.labs.domain.queries.find import told_of
from fucina.centre.labs.enums import (
    CapabilityKind,
    ResourceDocumentKind,
    ResourceKind,
    ResourceStatus,
)
from fucina.centre.labs.models import Grant, Requirement, Resource, ResourceDocument
from fucina.centre.labs.presentation import timetable, written
from fucina.centre.labs.presentation.rules import rules_in_words
from fucina.centre.labs.presentation.states import badge, grant_state, resource_state, severity
from fucina.centre.people.standing import standing
from fucina.centre.refusal import Refusal

type Item = dict[str, Any]
HOUR = 60


@dataclass(frozen=True)
class ResourcePage:
    resource: Resource
    eyebrow: str
    actions: list[Item]
    facts: list[Item]
    hazards: str
    technical: Table | None
    capabilities: Table | None
    problems: list[Item]
    photos: list[Item]
    documents: Table | None
    needs: list[Item]
    prices: list[Item]
    next_free: Item | None
    rules: list[str]
    week: Table
    together: list[Item]
    manage: list[Item]


def resource_page(user: Any, resource: Resource) -> ResourcePage:
    documents = list(visible_documents(user).filter(resource=resource))
    photos = [one for one in documents if one.kind == ResourceDocumentKind.PHOTO and one.file]
    part = getattr(resource, resource.kind, None)
    return ResourcePage(
        resource=resource,
        eyebrow=capfirst(str(resource.get_kind_display())),
        actions=_actions(user, resource),
        facts=list(_facts(user, resource)),
        hazards=getattr(part, "hazards", ""),
        technical=_technical(part),
        capabilities=_capabilities(resource),
        problems=_problems(user, resource),
        photos=[{"url": _file(one), "text": one.title} for one in photos],
        documents=_documents([one for one in documents if one not in photos]),
        needs=_needs(user, resource),
        prices=list(_prices(user, resource)),
        next_free=_next_free(user, resource),
        rules=rules_in_words(resource.rules),
        week=timetable.week(user, resource),
        together=_together(user, resource),
        manage=_manage(user, resource),
    )


def _actions(user: Any, resource: Resource) -> list[Item]:
    number = {"resource": resource.pk}
    found: list[Item] = []
    if user.has_perm("labs.book") and resource.status != ResourceStatus.RETIRED:
        url = f"{reverse('labs:book')}?resource={resource.pk}"
        found.append({"label": pgettext("labs", "Book"), "url": url, "kind": "primary", "icon": "plus"})  # fmt: skip
    calendar = f"{reverse('labs:calendar')}?laboratory={resource.laboratory_id}"
    found.append({"label": _("Calendar"), "url": calendar, "icon": "calendar"})
    if user.has_perm("labs.report_problem"):
        url = reverse("labs:report_problem", kwargs=number)
        found.append({"label": _("Report a problem"), "url": url, "icon": "warning", "more": True})
    return found


def _manage(user: Any, resource: Resource) -> list[Item]:
    number = {"resource": resource.pk}
    wanted = []
    if user.has_perm("labs.manage_resources"):
        wanted += [
            (_("Change the data"), "change_resource"),
            (_("What it can do"), "capabilities"),
            (_("Who is in charge"), "resource_stewards"),
            (_("Qualifications asked for"), "resource_requirements"),
        ]
        if resource.kind in (ResourceKind.ROOM, ResourceKind.ACCESSORY):
            wanted.append((_("How many at once"), "change_capacity"))
        if resource.schedule.capacity == 1:
            wanted.append((_("Sharing its time"), "share_schedule"))
    if user.has_perm("labs.operate", resource):
        wanted += [
            (_("Documents and photos"), "attachments"),
            (_("Closures"), "resource_closures"),
            (_("Change its state"), "resource_status"),
        ]
    links = [{"label": label, "url": reverse(f"labs:{name}", kwargs=number)} for label, name in wanted]  # fmt: skip
    if user.has_perm("labs.declare_outage", resource):
        query = f"?resource={resource.pk}"
        links += [
            {"label": _("Declare an outage"), "url": reverse("labs:declare_outage") + query},
            {"label": _("Plan maintenance"), "url": reverse("labs:plan_maintenance") + query},
        ]
    return links


def _facts(user: Any, resource: Resource) -> Iterator[Item]:
    laboratory = reverse("labs:laboratory", kwargs={"laboratory": resource.laboratory_id})
    yield {"term": pgettext("labs", "State"), **resource_state(resource)}
    yield {"term": _("Laboratory"), "text": str(resource.laboratory), "url": laboratory}
    if resource.inside:
        yield {"term": _("Where"), "text": str(resource.inside), "url": resource.inside.get_absolute_url()}  # fmt: skip
    if resource.kind != ResourceKind.EXPERT:
        yield {"term": _("Owner"), "text": str(resource.owner)}
    if resource.agreement_id and resource.agreement and resource.agreement.public:
        agreement = resource.agreement
        yield {"term": _("Used under the agreement"), "text": str(agreement), "url": agreement.get_absolute_url()}  # fmt: skip
    for other in visible_resources(user).filter(pk__in=sharing(resource)):
        yield {"term": _("Shares its time with"), "text": str(other), "url": other.get_absolute_url()}  # fmt: skip
    if resource.schedule.capacity > 1:
        places = _("Places") if resource.kind == ResourceKind.ROOM else _("Pieces")
        yield {"term": places, "text": written.decimal(resource.schedule.capacity)}
    yield from _of_its_kind(resource)


def _of_its_kind(resource: Resource) -> Iterator[Item]:
    part: Any = getattr(resource, resource.kind, None)
    if resource.kind == ResourceKind.MACHINE:
        yield {"term": _("Category"), "text": str(part.type)}
        maker = " ".join(filter(None, (part.maker, part.model)))
        if maker:
            yield {"term": _("Maker and model"), "text": maker}
        if part.year:
            yield {"term": _("Year built"), "text": str(part.year)}
    if resource.kind == ResourceKind.ROOM:
        for term, text in ((_("Door sign"), part.code), (_("Floor"), part.floor)):
            if text:
                yield {"term": term, "text": text}
        if part.area:
            yield {"term": _("Area"), "text": f"{written.decimal(float(part.area), 1)} m²"}
    if resource.kind == ResourceKind.EXPERT and part.position:
        yield {"term": _("Position"), "text": part.position}


def _technical(part: Any) -> Table | None:
    rows = getattr(part, "technical_data", None)
    if not rows:
        return None
    columns = [text_column(_("Characteristic")), text_column(_("Value"))]
    return Table(_("Technical data"), columns, [{"cells": [row["name"], _with_unit(row)]} for row in rows])  # fmt: skip


def _with_unit(row: Any) -> str:
    value = row["value"]
    text = value if isinstance(value, str) else f"{value:g}"
    return f"{text} {row['unit']}".strip()


def _capabilities(resource: Resource) -> Table | None:
    values = list(resource.capabilities.select_related("capability"))
    if not values:
        return None
    columns = [text_column(_("Ability")), text_column(pgettext("labs", "Kind"))]
    rows: list[Item] = [
        {"cells": [told_of(one), str(CapabilityKind(one.capability.kind).label)]} for one in values
    ]
    return Table(_("What it can do"), columns, rows)


def _problems(user: Any, resource: Resource) -> list[Item]:
    """That there is one is for everybody, what it is for those who look after it."""
    reads = user.has_perm("labs.view_problem", resource)
    return [
        {
            **severity(one),
            "when": written.moment(one.reported),
            "words": one.text if reads else "",
            "url": reverse("labs:problem", kwargs={"problem": one.pk}) if reads else "",
        }
        for one in resource.problems.filter(solved=None)
    ]


def _file(document: ResourceDocument) -> str:
    return document.address or reverse("labs:attachment", kwargs={"attachment": document.pk})


def _documents(documents: list[ResourceDocument]) -> Table | None:
    if not documents:
        return None
    columns = [text_column(_("Document")), text_column(pgettext("labs", "Kind")), text_column(_("Language"))]  # fmt: skip
    rows: list[Item] = [
        {
            "cells": [
                {"text": one.title, "url": _file(one), "note": "" if one.public else _("not public")},
                str(one.get_kind_display()),
                str(one.get_language_display()),
            ]
        }
        for one in documents
    ]  # fmt: skip
    return Table(_("Manuals and documents"), columns, rows)


def _needs(user: Any, resource: Resource) -> list[Item]:
    """What is asked for, and, for whoever is signed in, what they have of it."""
    asked = list(
        (
            Requirement.objects.filter(resource=resource)
            | Requirement.objects.filter(laboratory=resource.laboratory_id)
        ).select_related("qualification")
    )
    person = standing(user).person
    mine = {
        one.qualification_id: one
        for one in Grant.objects.filter(
            person=person, revoked_on=None, qualification__in=[need.qualification_id for need in asked]
        ).select_related("qualification")
    } if person else {}  # fmt: skip
    return [_need(need, mine, signed_in=person is not None) for need in asked]


def _need(need: Requirement, mine: dict[int, Grant], *, signed_in: bool) -> Item:
    level = _("level {level}").format(level=need.level) if need.qualification.levels > 1 else ""
    text = " ".join(filter(None, (str(need.qualification), f"({level})" if level else "")))
    item: Item = {"term": text, "text": ""}
    if not signed_in:
        return item | {"text": str(need.qualification.get_kind_display())}
    grant = mine.get(need.qualification_id)
    if grant is None:
        return item | badge("bad", _("you do not have it"))
    if grant.level < need.level:
        return item | badge("bad", _("you have level {level}").format(level=grant.level))
    last = grant.last_day
    return item | grant_state(grant) | ({"note": _("until {day}").format(day=day(last))} if last else {})  # fmt: skip


def _prices(user: Any, resource: Resource) -> Iterator[Item]:
    """An hour of it tomorrow: for one's own projects, else for a small firm and for research."""
    if resource.chargeable is None:
        return
    start = timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0)
    start += dt.timedelta(days=1)
    item = charging.Item(resource.chargeable, start, start + dt.timedelta(minutes=HOUR))
    classes = _classes(user)
    for name, user_class in classes:
        try:
            quote = charging.quote(None, [item], user_class=user_class)
        except Refusal:
            continue
        text = _("{amount} for an hour").format(amount=words.euro(quote.total))
        conditions = [line for one in quote.items for line in words.conditions(one.rate)]
        yield {"term": name, "text": text, "note": " ".join(capfirst(line) for line in conditions)}


def _classes(user: Any) -> list[tuple[str, str]]:
    projects = list(chargeable_projects(user)[:5]) if user.is_authenticated else []
    if projects:
        found = {project.user_class: project.name for project in projects}
        return [(_("For you ({name})").format(name=name), key) for key, name in found.items()]
    return [(str(UserClass(key).label), key) for key in (UserClass.SME, UserClass.RESEARCH)]


def _next_free(user: Any, resource: Resource) -> Item | None:
    """With the address that books it."""
    if not user.has_perm("labs.book") or resource.status == ResourceStatus.RETIRED:
        return None
    found = earliest_free([resource], HOUR, by=user)
    if not found:
        return {"text": _("not within thirty days"), "url": ""}
    first = found[0]
    query = urlencode(
        {
            "resource": str(resource.pk),
            "starts": first.start.isoformat(),
            "ends": first.end.isoformat(),
        }
    )
    return {"text": written.span(first), "url": f"{reverse('labs:book')}?{query}"}


def _together(user: Any, resource: Resource) -> list[Item]:
    """What stands in a room, what fits a machine."""
    seen = visible_resources(user).exclude(status=ResourceStatus.RETIRED)
    if resource.kind == ResourceKind.ROOM:
        found = seen.filter(inside=resource)
    elif resource.kind == ResourceKind.MACHINE:
        found = seen.filter(accessory__fits=resource.pk)
    elif resource.kind == ResourceKind.ACCESSORY:
        found = seen.filter(machine__accessories=resource.pk)
    else:
        return []
    return [{"label": str(one), "url": one.get_absolute_url()} for one in found[:30]]
