from fucina.centre.people.models.contact import Contact
from fucina.centre.people.models.duplicate import Duplicate
from fucina.centre.people.models.import_batch import ImportBatch, ImportedRow
from fucina.centre.people.models.membership import Membership
from fucina.centre.people.models.merge import Merge
from fucina.centre.people.models.organisation import Organisation
from fucina.centre.people.models.ownership_link import OwnershipLink
from fucina.centre.people.models.person import Person
from fucina.centre.people.models.site import Site
from fucina.centre.people.models.size_figure import SizeFigure
from fucina.centre.people.models.user import User

__all__ = [
    "Contact",
    "Duplicate",
    "ImportBatch",
    "ImportedRow",
    "Membership",
    "Merge",
    "Organisation",
    "OwnershipLink",
    "Person",
    "Site",
    "SizeFigure",
    "User",
]
