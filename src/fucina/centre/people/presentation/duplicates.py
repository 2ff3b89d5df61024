"""Possible duplicates and merges, as lists and in detail."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.people.models import Duplicate, Merge, Organisation

SORTS = {"likeness": ["-likeness"], "found": ["-found"]}
MERGE_SORTS = {"merged": ["-merged"]}


def reason_texts() -> dict[str, str]:
    return {
        "code": _("the VAT number of one is the fiscal code of the other"),
        "email": _("the same e-mail address"),
        "name": _("alike names in the same place"),
        "chosen": _("put together by hand"),
    }


def columns() -> list[dict[str, str]]:
    return [
        {"label": _("One")},
        {"label": _("Other")},
        {"label": _("Why")},
        {"label": _("Likeness"), "kind": "number", "sort": "likeness"},
        {"label": _("Found"), "sort": "found"},
        {"label": _("Decide")},
    ]


def rows(duplicates: Iterable[Duplicate]) -> list[list[Any]]:
    texts = reason_texts()
    return [
        [
            _record(one.first),
            _record(one.second),
            ", ".join(texts.get(reason, reason) for reason in one.reasons),
            f"{number_format(round(one.likeness * 100))} %" if one.likeness else "–",
            date_format(one.found, "SHORT_DATE_FORMAT"),
            {"text": _("Compare"), "url": one.get_absolute_url()},
        ]
        for one in duplicates
    ]


def merge_columns() -> list[dict[str, str]]:
    return [
        {"label": _("Merged")},
        {"label": _("Into")},
        {"label": _("When"), "sort": "merged"},
        {"label": _("By")},
        {"label": _("State")},
        {"label": _("Look")},
    ]


def merge_rows(merges: Iterable[Merge]) -> list[list[Any]]:
    return [
        [
            str(merge.loser),
            _record(merge.winner),
            date_format(merge.merged, "SHORT_DATETIME_FORMAT"),
            str(merge.merged_by or "–"),
            {"text": "", "badge": "waiting", "badge_text": _("undone")} if merge.undone else {"text": "", "badge": "good", "badge_text": _("in force")},
            {"text": _("See what moved"), "url": merge.get_absolute_url()},
        ]
        for merge in merges
    ]  # fmt: skip


def what_moved(merge: Merge) -> list[dict[str, str]]:
    """How many rows of each kind went where."""
    counts: dict[tuple[str, str], int] = {}
    ends = {(type(end)._meta.label, end.pk) for end in (merge.winner, merge.loser)}
    for step in merge.steps:
        if (step["model"], step["pk"]) in ends and step["deed"] == "changed":
            continue
        key = (step["model"], step["deed"])
        counts[key] = counts.get(key, 0) + 1
    return [
        {"term": _name_of(model, number), "text": _deed(deed, number)}
        for (model, deed), number in sorted(counts.items())
    ]


def kept_fields(merge: Merge) -> list[dict[str, str]]:
    """The winner's fields that took the loser's values."""
    winner = merge.winner
    for step in merge.steps[1:]:
        if (step["model"], step["pk"]) == (winner._meta.label, winner.pk) and "merged_into_id" not in step["after"]:  # fmt: skip
            return [
                {
                    "term": str(getattr(winner._meta.get_field(name), "verbose_name", name)),
                    "text": str(value or "–"),
                }
                for name, value in step["after"].items()
                if name not in ("user_id", "fiscal_code")
            ]
    return []


def tabs(current: str, open_pairs: int) -> list[dict[str, Any]]:
    return [
        {"label": _("To decide"), "url": reverse("people:duplicates"), "current": current == "duplicates", "count": open_pairs},
        {"label": _("Merged"), "url": reverse("people:merges"), "current": current == "merges"},
    ]  # fmt: skip


def _record(record: Any) -> dict[str, str]:
    note = record.vat_number if isinstance(record, Organisation) else record.email
    return {"text": str(record), "url": record.get_absolute_url(), "note": note}


def _name_of(model: str, number: int) -> str:
    meta = apps.get_model(model)._meta
    return str(meta.verbose_name if number == 1 else meta.verbose_name_plural)


def _deed(deed: str, number: int) -> str:
    texts = {
        "moved": ngettext("{number} moved", "{number} moved", number),
        "changed": ngettext("{number} adapted", "{number} adapted", number),
        "dropped": ngettext("{number} said the same and was left out", "{number} said the same and were left out", number),
        "left": ngettext("{number} stays with the merged record", "{number} stay with the merged record", number),
    }  # fmt: skip
    return texts[deed].format(number=number)
