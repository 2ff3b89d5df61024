"""A milestone: something promised, or something that happened, and when."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.record import Day, Id, Record


class Milestone(Record):
    date: Day
    precision: Literal["day", "month", "year"]
    kind: Literal["promise", "fact"]
    event: Text
    source: Id
