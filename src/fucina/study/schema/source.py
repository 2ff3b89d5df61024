"""A source: where a figure or a statement was read, so that anyone can read it again."""

from typing import Literal

from pydantic import Field

from fucina.study.schema.record import Day, Id, Record


class Source(Record):
    """An ``estimate`` is a source too: it names who estimated and on what basis."""

    id: Id
    title: str = Field(min_length=1)
    publisher: str = Field(min_length=1)
    date: Day
    kind: Literal["act", "institution", "press", "research", "dataset", "estimate"]
    address: str = Field(default="", pattern=r"^(https?://\S+|)$")
    licence: str = ""
