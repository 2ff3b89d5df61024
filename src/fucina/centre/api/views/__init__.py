from fucina.centre.api.views.tokens import revoke, tokens

__all__ = ["revoke", "tokens"]
