from typing import Any

from fucina.centre.api.models import Token
from fucina.centre.permissions import declare, predicate


def is_own(user: Any, token: Token | None) -> bool:
    return token is not None and token.user_id == user.pk


declare("api.revoke_token", predicate(is_own))
