from fucina.centre.api.models.answered_request import AnsweredRequest
from fucina.centre.api.models.token import Token

__all__ = ["AnsweredRequest", "Token"]
