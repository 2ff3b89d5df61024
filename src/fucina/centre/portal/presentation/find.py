"""Search over everything that the reader may see: people, organisations, agreements, and the study."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.governance.domain import queries as governance
from fucina.centre.people.domain import queries as people
from fucina.centre.planning.presentation.reader import Reader, current_reader
from fucina.centre.portal.presentation.plain import plain

EACH = 8
"""Hits of one kind: the rest is found in that kind's own list."""


@dataclass(frozen=True)
class Hit:
    label: str
    url: str
    kind: str
    note: str = ""


def find(user: Any, words: str) -> list[Hit]:
    """Up to eight hits of each kind; nothing for fewer than two letters."""
    asked = " ".join(words.split())[:100]
    if len(asked) < 2:
        return []
    kinds: tuple[Callable[[Any, str], Iterator[Hit]], ...] = (
        _organisations, _persons, _agreements, _study,
    )  # fmt: skip
    return [hit for kind in kinds for hit in kind(user, asked)]


def _organisations(user: Any, words: str) -> Iterator[Hit]:
    if not user.has_perm("people.view_directory"):
        return
    for organisation in people.search_organisations(user, words=words)[:EACH]:
        yield Hit(
            str(organisation),
            organisation.get_absolute_url(),
            _("Organisation"),
            str(organisation.get_kind_display()),
        )


def _persons(user: Any, words: str) -> Iterator[Hit]:
    if not user.is_authenticated:
        return
    for person in people.search_persons(user, words=words)[:EACH]:
        yield Hit(str(person), person.get_absolute_url(), _("Person"), person.email)


def _agreements(user: Any, words: str) -> Iterator[Hit]:
    wanted = plain(words)
    found = [one for one in governance.visible_agreements(user) if wanted in plain(str(one))]
    for agreement in found[:EACH]:
        yield Hit(str(agreement), agreement.get_absolute_url(), _("Agreement"))


def _study(user: Any, words: str) -> Iterator[Hit]:
    reader = current_reader()
    if reader is None:
        return
    wanted = plain(words)
    found = (hit for hit in _study_pages(reader) if wanted in plain(f"{hit.label} {hit.note}"))
    for _position, hit in zip(range(EACH), found, strict=False):
        yield hit


def _study_pages(reader: Reader) -> Iterator[Hit]:
    study = reader.study
    for service in study.services:
        url = reverse("portal:service", kwargs={"identity": service.id})
        yield Hit(
            reader.said(service.name), url, _("Service line"), reader.said(service.description)
        )
    for seat in study.seats:
        url = reverse("planning:seat", kwargs={"identity": seat.id})
        yield Hit(reader.said(seat.name), url, _("Seat"))
    for source in study.sources:
        url = reverse("planning:source", kwargs={"identity": source.id})
        yield Hit(source.title, url, _("Source"), source.publisher)
