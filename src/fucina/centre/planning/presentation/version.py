"""Which run the reader has before them, where it is not simply the published one."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from fucina.centre.planning.enums import RunStatus
from fucina.centre.planning.presentation.reader import Reader


@dataclass(frozen=True)
class Version:
    current: bool
    """The published run, at its own address."""
    shared: bool
    title: str
    text: str
    url: str
    """The same study as it is published; nothing behind a shared link."""
    shareable: str
    """Where a link to this run is made; nothing for those who may not."""
    publishable: str
    """Where it is published, if it is not; nothing for those who may not."""


def version(reader: Reader, user: Any) -> Version:
    shared = reader.place.namespace == "planning:shared"
    current = reader.place.namespace == "planning"
    shareable = not shared and user.has_perm("planning.share_run")
    other = reader.place.namespace == "planning:run" and reader.run.status != RunStatus.CURRENT
    publishable = other and user.has_perm("planning.publish_run")
    return Version(
        current=current,
        shared=shared,
        title="" if current else _title(reader, shared=shared),
        text="" if current else _text(reader),
        url="" if shared else reverse("planning:overview"),
        shareable=reverse("planning:share_run", args=[reader.run.pk]) if shareable else "",
        publishable=reverse("planning:publish_run", args=[reader.run.pk]) if publishable else "",
    )


def _title(reader: Reader, *, shared: bool) -> str:
    if shared:
        return _("You were given this link to read one run of the study")
    return {
        RunStatus.CURRENT: _("This is the published run"),
        RunStatus.SUPERSEDED: _("This is an earlier run"),
        RunStatus.KEPT: _("This run is not published"),
    }[RunStatus(reader.run.status)]


def _text(reader: Reader) -> str:
    moment = timezone.localtime(reader.run.computed_at)
    day = f"{reader.date(moment.date())}, {date_format(moment, 'TIME_FORMAT')}"
    return _("Computed on %(day)s with %(draws)s draws, seed %(seed)s.") % {
        "day": day,
        "draws": reader.number(reader.run.draws),
        "seed": reader.run.seed,
    }
