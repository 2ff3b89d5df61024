"""Lists of what there must be before a machine can be recorded, and of what hangs on machines."""

from dataclasses import dataclass

from django.db.models import Count, Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.presentation.table import (
    Cell,
    Row,
    Table,
    number_column,
    text_column,
)
from fucina.centre.labs.enums import QualificationKind
from fucina.centre.labs.models import (
    Building,
    Capability,
    Consumable,
    Laboratory,
    MachineType,
    Qualification,
    Requirement,
    Resource,
)
from fucina.centre.labs.presentation.stock import amount
from fucina.centre.labs.presentation.written import DAY, length


@dataclass(frozen=True)
class RecordsPage:
    """A list with a button for a new one; ``none`` and ``hint`` are said where it is empty."""

    lede: str
    table: Table
    none: str
    hint: str
    new_url: str
    new: str

    @property
    def title(self) -> str:
        return self.table.caption


def categories() -> RecordsPage:
    columns = [text_column(_("Category")), number_column(_("Machines"))]
    found = MachineType.objects.annotate(count=Count("machines"))
    rows: list[Row] = [
        {"cells": [_named(one, "change_category", "category"), str(one.count)]} for one in found
    ]
    return RecordsPage(
        lede=_("Every machine is of one category; a quota of time can count all of one together."),
        table=Table(_("Categories of machines"), columns, rows),
        none=_("No category is recorded"),
        hint=_("No machine can be added without one."),
        new_url=reverse("labs:add_category"),
        new=_("A new category"),
    )


def abilities() -> RecordsPage:
    columns = [
        text_column(_("Ability")), text_column(pgettext("labs", "Kind")),
        text_column(pgettext("quantity", "Unit")), text_column(_("Other words for it")),
        number_column(pgettext("abilities", "Said of")),
    ]  # fmt: skip
    found = Capability.objects.annotate(count=Count("values__resource", distinct=True))
    rows: list[Row] = [
        {
            "cells": [
                _named(one, "change_ability", "capability"), str(one.get_kind_display()), one.unit,
                one.synonyms, str(one.count),
            ]
        }
        for one in found
    ]  # fmt: skip
    return RecordsPage(
        lede=_("The words in which machines and experts say what they can do, and by which the search finds them."),
        table=Table(_("Abilities"), columns, rows),
        none=_("No ability is recorded"),
        hint=_("Without them machines are found by their name alone."),
        new_url=reverse("labs:add_ability"),
        new=_("A new ability"),
    )  # fmt: skip


def qualifications() -> RecordsPage:
    columns = [
        text_column(_("Qualification")), text_column(pgettext("labs", "Kind")), number_column(_("Levels")),
        text_column(_("How long it holds")), number_column(_("Asked for by")), number_column(pgettext("labs", "People")),
    ]  # fmt: skip
    found = Qualification.objects.annotate(
        asked=Count("requirements", distinct=True), held=Count("grants__person", distinct=True)
    )
    rows: list[Row] = [
        {
            "cells": [
                _named(one, "change_qualification", "qualification"),
                str(QualificationKind(one.kind).label), str(one.levels), _terms(one), str(one.asked),
                str(one.held),
            ]
        }
        for one in found
    ]  # fmt: skip
    return RecordsPage(
        lede=_("What one must have learnt. It counts where a laboratory or a machine asks for it."),
        table=Table(_("Kinds of qualification"), columns, rows),
        none=_("No qualification is recorded"),
        hint=_("Until one is asked for, everybody with a role somewhere uses the machines."),
        new_url=reverse("labs:add_qualification"),
        new=_("A new qualification"),
    )


def buildings() -> RecordsPage:
    columns = [text_column(_("Building")), text_column(pgettext("labs", "Site")), number_column(_("Laboratories"))]  # fmt: skip
    found = Building.objects.select_related("site__organisation")
    rows: list[Row] = [
        {
            "cells": [
                _named(one, "change_building", "building"),
                f"{one.site.organisation}, {one.site}",
                str(one.count),
            ]
        }
        for one in found.annotate(count=Count("laboratories"))
    ]
    return RecordsPage(
        lede=_("Where the laboratories are."),
        table=Table(_("Buildings"), columns, rows),
        none=_("No building is recorded"),
        hint=_("A laboratory says in which building it is."),
        new_url=reverse("labs:add_building"),
        new=_("A new building"),
    )


def consumables() -> RecordsPage:
    columns = [
        text_column(_("Consumable")), text_column(_("Laboratory")), number_column(_("In stock")),
        number_column(_("Order below")),
    ]  # fmt: skip
    rows: list[Row] = [
        {
            "cells": [
                _named(one, "change_consumable", "consumable", "" if one.listed else _("not shown")),
                str(one.laboratory), amount(one.stock, one), amount(one.threshold, one),
            ]
        }
        for one in Consumable.objects.select_related("laboratory")
    ]  # fmt: skip
    return RecordsPage(
        lede=_("What is used up. How much there is changes with the movements of the stock."),
        table=Table(_("Consumables"), columns, rows),
        none=_("No consumable is recorded"),
        hint=_("Powder, gas, gloves: what is used up appears here."),
        new_url=reverse("labs:add_consumable"),
        new=_("A new consumable"),
    )


def requirement_rows(thing: Laboratory | Resource | None = None) -> list[dict[str, str]]:
    """What this asks for; all that is asked for anywhere where no thing is told."""
    found = Requirement.objects.select_related("qualification", "laboratory", "resource")
    if isinstance(thing, Laboratory):
        found = found.filter(laboratory=thing)
    elif thing is not None:
        found = found.filter(resource=thing)
    return [
        {
            "text": _asked(one) if thing else f"{one.laboratory or one.resource}: {_asked(one)}",
            "remove": reverse("labs:remove_requirement", kwargs={"requirement": one.pk}),
        }
        for one in found
    ]


def _asked(one: Requirement) -> str:
    if one.qualification.levels == 1:
        return str(one.qualification)
    return f"{one.qualification} ({_('level {level}').format(level=one.level)})"


def _named(one: Model, address: str, noun: str, note: str = "") -> Cell:
    """Its name, which leads to where it is changed."""
    url = reverse(f"labs:{address}", kwargs={noun: one.pk})
    return {"text": str(one), "url": url, "note": note}


def _terms(one: Qualification) -> str:
    said = [
        (one.valid_days, _("{days} from the day it was granted")),
        (one.unused_days, _("{days} from the last use")),
        (one.never_used_days, _("{days} if never used")),
    ]
    terms = [text.format(days=length(days * DAY)) for days, text in said if days]
    return "; ".join(terms) or _("no end")
