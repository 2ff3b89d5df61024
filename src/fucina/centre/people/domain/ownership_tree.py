"""Who owns an organisation and what it owns, step by step, on a day."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.db import connection

from fucina.centre.people.models import Organisation, OwnershipLink, Person
from fucina.centre.people.models.period import today

DEEPEST = 12
"""Steps after which a chain is not followed: real ones are shorter, and a page must end."""
MOST = 500

type Direction = Literal["owners", "owned"]

_WALK = """
WITH RECURSIVE walk AS (
  SELECT l.id, {far} AS far, ARRAY[%(start)s::bigint, {far}] AS path, ARRAY[l.id] AS links, 1 AS depth,
         FALSE AS again, l.share / 100 AS part
    FROM people_ownershiplink l
   WHERE {near} = %(start)s AND daterange(l.valid_from, l.valid_until, '[]') @> %(day)s::date
  UNION ALL
  SELECT l.id, {far}, w.path || {far}, w.links || l.id, w.depth + 1,
         {far} = ANY(w.path), w.part * l.share / 100
    FROM walk w JOIN people_ownershiplink l ON {near} = w.far
     AND daterange(l.valid_from, l.valid_until, '[]') @> %(day)s::date
   WHERE NOT w.again AND w.depth < %(deepest)s)
SELECT id, depth, COALESCE(again, FALSE), part FROM walk ORDER BY links LIMIT %(most)s
"""


@dataclass(frozen=True)
class Step:
    """A link of the tree. ``part`` is the share of the whole chain; ``again`` marks a circle, which is not walked twice."""

    link: OwnershipLink
    depth: int
    part: Decimal
    again: bool

    @property
    def owner(self) -> Organisation | Person:
        found = self.link.owner or self.link.owner_person
        assert found is not None  # noqa: S101  ownership_has_one_owner
        return found


@dataclass(frozen=True)
class OwnershipTree:
    """``owners`` leads up, ``owned`` down; each step follows the one it hangs on."""

    organisation: Organisation
    day: dt.date
    owners: list[Step]
    owned: list[Step]


def ownership_tree(organisation: Organisation, day: dt.date | None = None) -> OwnershipTree:
    """Both ways from an organisation, on that day, today unless told. Three queries whatever the depth."""
    day = day or today()
    up, down = _walk(organisation.pk, day, "owners"), _walk(organisation.pk, day, "owned")
    links = OwnershipLink.objects.select_related("owned", "owner", "owner_person").in_bulk(
        {row[0] for row in (*up, *down)}
    )

    def steps(rows: list[tuple[int, int, bool, Decimal]]) -> list[Step]:
        return [Step(links[link], depth, part, again) for link, depth, again, part in rows]

    return OwnershipTree(organisation, day, steps(up), steps(down))


def _walk(start: int, day: dt.date, way: Direction) -> list[tuple[int, int, bool, Decimal]]:
    near, far = ("l.owned_id", "l.owner_id") if way == "owners" else ("l.owner_id", "l.owned_id")
    with connection.cursor() as cursor:
        cursor.execute(
            _WALK.format(near=near, far=far),
            {"start": start, "day": day, "deepest": DEEPEST, "most": MOST},
        )
        return list(cursor.fetchall())
