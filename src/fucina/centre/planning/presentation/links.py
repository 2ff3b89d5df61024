"""The links by which runs were shared, and whether they still show something."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.models import SharedLink
from fucina.centre.planning.presentation.runs import moment
from fucina.centre.planning.presentation.table import Cell, Row, cell, row
from fucina.ui.listing import Listing

LINK_SORTS = {"made": ["made"], "name": ["name"], "expires": ["expires"]}


@dataclass(frozen=True)
class LinksPage:
    listing: Listing[SharedLink]
    columns: list[dict[str, str]]
    rows: list[Row]


def links_page(listing: Listing[SharedLink]) -> LinksPage:
    columns: list[dict[str, Any]] = [
        {"label": _("For"), "sort": "name"},
        {"label": _("Run")},
        {"label": _("Shows")},
        {"label": _("Made by")},
        {"label": _("Made"), "sort": "made"},
        {"label": _("Good until"), "sort": "expires"},
        {"label": _("State")},
        {"label": _("Revoke")},
    ]
    return LinksPage(listing, columns, [_row(link) for link in listing])


def _row(link: SharedLink) -> Row:
    last = timezone.localtime(link.expires) - dt.timedelta(seconds=1)
    return row(
        [
            link.name,
            cell(moment(link.run), url=reverse("planning:run:overview", args=[link.run_id])),
            _("a question on “Explore”") if link.question else _("the whole study"),
            str(link.made_by or _("a person who is gone")),
            date_format(timezone.localtime(link.made), "SHORT_DATE_FORMAT"),
            date_format(last, "SHORT_DATE_FORMAT"),
            _state(link),
            cell(_("Revoke"), url=reverse("planning:revoke_link", args=[link.pk]))
            if link.open
            else "–",
        ]
    )


def _state(link: SharedLink) -> Cell:
    if link.open:
        return cell("", badge="good") | {"badge_text": _("open")}
    text = pgettext("planning", "revoked") if link.revoked else _("expired")
    return cell("", badge="neutral") | {"badge_text": text}
