"""What stands in a room, and what rooms it stands in, however deep."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

QUERY = """
WITH RECURSIVE down AS (
    SELECT r.id AS room, r.id, 0 AS depth FROM labs_resource r WHERE r.id = ANY(%(rooms)s)
    UNION ALL
    SELECT d.room, r.id, d.depth + 1 FROM labs_resource r JOIN down d ON r.inside_id = d.id WHERE d.depth < 12
), up AS (
    SELECT r.id AS room, r.inside_id AS id, 1 AS depth FROM labs_resource r WHERE r.id = ANY(%(rooms)s)
    UNION ALL
    SELECT u.room, r.inside_id, u.depth + 1 FROM labs_resource r JOIN up u ON r.id = u.id WHERE u.depth < 12
), related AS (
    SELECT room, id, true AS within FROM down WHERE depth > 0
    UNION SELECT room, id, false FROM up WHERE id IS NOT NULL
)
SELECT t.room, r.id, r.name, s.id, s.capacity, t.within
  FROM related t JOIN labs_resource r ON r.id = t.id JOIN labs_schedule s ON s.id = r.schedule_id
 WHERE r.status <> 'retired'
 ORDER BY t.room, r.id
"""


@dataclass(frozen=True)
class Related:
    """``within`` the room, or around it."""

    room: int
    resource: int
    name: str
    schedule: int
    capacity: int
    within: bool


def related_to(rooms: Iterable[int]) -> list[Related]:
    """One query for all of them; none for no room."""
    wanted = list(rooms)
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(QUERY, {"rooms": wanted})
        return [Related(*row) for row in cursor.fetchall()]


def would_contain_itself(room: int, inside: int) -> bool:
    return room == inside or any(
        one.resource == room and not one.within for one in related_to([inside])
    )
