from fucina.centre.accounts.models.invitation import Invitation

__all__ = ["Invitation"]
