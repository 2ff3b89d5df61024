"""What every record of a study shares: it is frozen, and it refuses fields it does not know."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from fucina.documents.text import Text
from fucina.study.schema.refusal import refuse

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


def _after_1900(value: date) -> date:
    if value.year < 1900:
        raise refuse("too_old")
    return value


Day = Annotated[date, AfterValidator(_after_1900)]


class Record(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False
    )


class Named(Record):
    """A record with an identity and a name in both languages."""

    id: Id
    name: Text
