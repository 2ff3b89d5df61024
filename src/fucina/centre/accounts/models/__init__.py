from fucina.centre.accounts.models.erasure_request import ErasureRequest
from fucina.centre.accounts.models.invitation import Invitation
from fucina.centre.accounts.models.registration import Registration

__all__ = ["ErasureRequest", "Invitation", "Registration"]
