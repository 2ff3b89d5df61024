"""A list as a page asked for it: in an order, cut into pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

SIZES = (25, 50, 100)


class Orderable[T](Protocol):
    """As much of a queryset as a listing needs."""

    def order_by(self, *fields: str) -> Self: ...
    def __len__(self) -> int: ...
    def __getitem__(self, part: slice) -> Sequence[T]: ...


@dataclass(frozen=True)
class Head:
    """A column's head: where its link leads and how the rows stand now."""

    column: Mapping[str, Any]
    url: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Listing[T]:
    """One page of objects, and how it was asked for.

    The query's ``sort`` is a name of ``sorts``, with a minus for the other way round; ``page`` a number; ``size`` one of
    ``sizes``. What is not known counts as not said.
    """

    page: Page[T]
    sort: str
    size: int
    sizes: tuple[int, ...] = SIZES

    @classmethod
    def of(
        cls,
        query: QueryDict,
        objects: QuerySet[Any, T] | Orderable[T],
        *,
        sorts: Mapping[str, Sequence[str]],
        default: str,
        sizes: tuple[int, ...] = SIZES,
    ) -> Self:
        """Sorts map a name to the model's fields it orders by; ties are broken by the primary key."""
        sort = _known_sort(query.get("sort", ""), sorts, default)
        size = _known_size(query.get("size", ""), sizes)
        ordered: Any = objects.order_by(*_fields(sorts[sort.lstrip("-")], sort), "pk")
        return cls(Paginator(ordered, size).get_page(query.get("page")), sort, size, sizes)

    def __iter__(self) -> Iterator[T]:
        return iter(self.page.object_list)

    @property
    def total(self) -> int:
        return self.page.paginator.count

    def heads(self, columns: Sequence[Mapping[str, Any]], query: QueryDict) -> list[Head]:
        return [self._head(column, query) for column in columns]

    def orders(self, columns: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The choices of order where the columns' heads do not show, on a phone."""
        return [
            {"value": sign + column["sort"], "column": column, "descending": bool(sign),
             "current": self.sort == sign + column["sort"]}
            for column in columns if column.get("sort") for sign in ("", "-")
        ]  # fmt: skip

    def kept(self, query: QueryDict) -> list[tuple[str, str]]:
        """What else was asked, for a form that changes order or size."""
        changed = ("sort", "size", "page")
        return [
            (name, value)
            for name, values in query.lists()
            if name not in changed
            for value in values
        ]

    def exported(self, query: QueryDict) -> str:
        """The query that gives all rows of this list in this order."""
        return _changed(query, page=None, size=None).removeprefix("?")

    def _head(self, column: Mapping[str, Any], query: QueryDict) -> Head:
        name = column.get("sort")
        if not name:
            return Head(column)
        other = f"-{name}" if self.sort == name else name
        return Head(column, _changed(query, sort=other, page=None), self._direction(name))

    def _direction(self, name: str) -> str:
        return {name: "ascending", f"-{name}": "descending"}.get(self.sort, "")


def _changed(query: QueryDict, **changes: str | None) -> str:
    changed = query.copy()
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed[name] = value
    return f"?{changed.urlencode()}"


def _known_sort(asked: str, sorts: Mapping[str, Sequence[str]], default: str) -> str:
    return asked if asked.removeprefix("-") in sorts else default


def _known_size(asked: str, sizes: tuple[int, ...]) -> int:
    return int(asked) if asked.isdecimal() and int(asked) in sizes else sizes[0]


def _fields(fields: Sequence[str], sort: str) -> list[str]:
    return [_turned(field) for field in fields] if sort.startswith("-") else list(fields)


def _turned(field: str) -> str:
    return field.removeprefix("-") if field.startswith("-") else f"-{field}"
