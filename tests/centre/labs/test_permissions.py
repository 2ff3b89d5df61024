"""Who may do what: the words of ``rules`` against people of each kind."""

import pytest
from django.contrib.auth.models import AnonymousUser

from fucina.centre.labs.models import Steward
from fucina.centre.people.enums import Role

EVERYBODY = {"visitor", "owner", "colleague", "stranger", "steward", "manager", "auditor"}
STAFF = {"steward", "manager"}


@pytest.fixture
def people(lab, printer):
    """Ada has a booking of the printer; the steward looks after it, and overrides nothing."""
    found = {
        "visitor": AnonymousUser(),
        "owner": lab.user("ada"),
        "colleague": lab.user("bea"),
        "stranger": lab.user("zoe", Role.RESEARCHER, at=lab.university),
        "steward": lab.user("sam", Role.STUDENT),
        "manager": lab.user("mara", Role.LAB_MANAGER),
        "auditor": lab.user("aldo", Role.AUDITOR),
    }
    Steward.objects.create(person=found["steward"].person, resource=printer)
    return found


@pytest.mark.parametrize(
    ("permission", "about", "who"),
    [
        ("view_catalogue", "printer", EVERYBODY),
        ("view_catalogue", None, EVERYBODY),
        ("book", None, EVERYBODY - {"visitor"}),
        ("view_booking", "booking", {"owner", "colleague", "auditor"} | STAFF),
        ("change_booking", "booking", {"owner"} | STAFF),
        ("decide_booking", "booking", STAFF),
        ("override_rules", "printer", {"manager"}),
        ("operate", "printer", STAFF),
        ("operate", "microscope", {"manager"}),
        ("declare_outage", "printer", STAFF),
        ("view_names", "printer", STAFF | {"auditor"}),
        ("manage_resources", None, {"manager"}),
        ("view_ledger", None, STAFF | {"auditor"}),
        ("change_calendar", "printer", STAFF),
        ("own_feed", None, EVERYBODY - {"visitor"}),
    ],
)
def test_who_may(people, printer, microscope, reserve, permission, about, who) -> None:
    booking = reserve(people["owner"], printer, "09:00", "10:00")
    thing = {"printer": printer, "microscope": microscope, "booking": booking, None: None}[about]

    may = {name for name, user in people.items() if user.has_perm(f"labs.{permission}", thing)}

    assert may == who
