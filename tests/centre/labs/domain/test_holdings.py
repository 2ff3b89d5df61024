"""What a person may ask for, and what is left of them."""

import json

from fucina.centre.accounts.domain.erase_person import erase_person
from fucina.centre.accounts.domain.personal_data import subject_of
from fucina.centre.labs.domain.holdings import export
from fucina.centre.labs.models import Booking
from fucina.centre.people.enums import Role


def test_person_gets_what_is_kept(lab, ada, printer, reserve) -> None:
    reserve(ada, printer, "09:00", "10:00", purpose="Provini di Ada")

    told = export(subject_of(ada.person))

    assert "Provini di Ada" in json.dumps(told)


def test_erased_person_leaves_hours_and_no_words(lab, ada, printer, reserve) -> None:
    director = lab.user("dora", Role.DIRECTOR)
    reserve(ada, printer, "09:00", "10:00", purpose="Provini di Ada")
    expert = lab.expert(ada)

    erase_person(ada.person, by=director)
    expert.refresh_from_db()
    booking = Booking.objects.get()
    trail = booking.events.model.objects.filter(pgh_obj_id=booking.pk)

    assert (booking.minutes, booking.purpose, str(expert)) == (60, "", "–")
    assert {one.purpose for one in trail} == {""}
