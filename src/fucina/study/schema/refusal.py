"""Why a record is refused: a code, and its wording in the phrases of :mod:`fucina.study.problem`."""

from typing import Any

from pydantic_core import PydanticCustomError


def refuse(code: str, **numbers: Any) -> PydanticCustomError:
    return PydanticCustomError("refused", "{code}", {"code": code, **numbers})
