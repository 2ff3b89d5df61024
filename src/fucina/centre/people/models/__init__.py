from fucina.centre.people.models.organisation import Organisation
from fucina.centre.people.models.user import User

__all__ = ["Organisation", "User"]
