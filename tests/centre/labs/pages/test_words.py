"""What pages tell a person: the words that help them on, and nothing that misleads."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils.translation import override
from tests.centre.labs.conftest import at, closure
from tests.centre.labs.pages.conftest import booking_data

from fucina.centre.labs.domain import (
    Item,
    book_series,
    declare_outage,
    grant_qualification,
    plan_maintenance,
)
from fucina.centre.labs.domain.maintenance import record_maintenance_plan
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.queries import events
from fucina.centre.labs.models import Booking, Consumable, Qualification, Requirement, Steward
from fucina.centre.labs.presentation.holders import SHOWN
from fucina.centre.labs.presentation.states import outage_state, resource_state
from fucina.centre.labs.presentation.timetable import Places, places_left, week
from fucina.centre.labs.presentation.written import today_or_between, today_or_moment
from fucina.centre.people.models import Person

BEST = "The nearest time that can be booked:"
FREE = "The nearest time that is free, once the other reasons are settled:"
NO_TIME = "Another time alone does not help: first settle what is listed here."


@pytest.fixture
def need(printer) -> Qualification:
    """Asked for by the printer."""
    found = Qualification.objects.create(
        key="safe", name="Sicurezza", kind="general_safety", valid_days=100
    )
    Requirement.objects.create(qualification=found, resource=printer)
    return found


def said(answer) -> list[str]:
    """Which of the three sentences about other times a page shows."""
    text = answer.content.decode()
    return [words for words in (BEST, FREE, NO_TIME) if words in text]


def test_another_time_is_promised_where_it_is_all_that_is_needed(
    lab, ada, bea, printer, reserve, sends
) -> None:
    reserve(bea, printer, "09:00", "11:00")

    answer = sends(ada, "book/", **booking_data(lab, printer))

    assert said(answer) == [BEST]


def test_another_time_is_not_promised_to_the_unqualified(
    lab, ada, bea, printer, reserve, manager, need, sends
) -> None:
    grant_qualification(bea.person, need, by=manager)
    reserve(bea, printer, "09:00", "11:00")

    answer = sends(ada, "book/", **booking_data(lab, printer))

    assert said(answer) == [FREE]


def test_where_time_does_not_matter_the_page_says_so(lab, ada, printer, need, sends) -> None:
    answer = sends(ada, "book/", **booking_data(lab, printer))

    assert said(answer) == [NO_TIME]


def test_closed_hours_are_told_in_words(lab, ada, printer, sends) -> None:
    lab.laboratory.opening_hours = "Mo-Fr 14:00-18:00; PH off"
    lab.laboratory.save()

    answer = sends(ada, "book/", **booking_data(lab, printer))

    assert "its hours are Mon–Fri 14:00–18:00; public holidays closed." in answer.content.decode()


def test_places_left_are_counted_through_the_day() -> None:
    open_ = [Span(at("08:00"), at("18:00"))]
    taken = [
        Places(Span(at("09:00"), at("11:00")), 2),
        Places(Span(at("10:00"), at("12:00")), 1),
        Places(Span(at("15:00"), at("16:00")), 3),
    ]

    left = places_left(open_, taken, 3)

    assert [(one.span, one.number) for one in left] == [
        (Span(at("08:00"), at("09:00")), 3),
        (Span(at("09:00"), at("10:00")), 1),
        (Span(at("11:00"), at("12:00")), 2),
        (Span(at("12:00"), at("15:00")), 3),
        (Span(at("16:00"), at("18:00")), 3),
    ]


def test_a_room_s_week_says_how_many_places_are_left(lab, ada, reserve) -> None:
    room = lab.room("Sala", 4)
    reserve(ada, Item(room, 3), "09:00", "11:00")

    tuesday = week(ada, room).rows[1]["cells"]

    assert tuesday[-1] == "00:00–09:00, 09:00–11:00 (1 of 4), 11:00–24:00"


def test_the_next_free_hour_leads_to_its_booking(lab, ada, printer, asks) -> None:
    closure("2027-03-01 00:00", "2027-03-02 09:00", laboratory=lab.laboratory)

    page = asks(ada, f"resources/{printer.pk}/").context["page"]
    form = asks(ada, page.next_free["url"].removeprefix("/en/labs/"))

    assert page.next_free["text"] == "2 March 2027, 09:00 – 10:00"
    assert 'value="09:00"' in form.content.decode()
    assert [box.number for box in form.context["boxes"] if box.ticked] == [printer.pk]


def test_a_room_is_available_and_a_machine_operates(lab, printer) -> None:
    states = [resource_state(one)["badge_text"] for one in (printer, lab.room("Sala"))]

    assert states == ["operational", "available"]


def test_an_outage_is_ahead_under_way_and_over(lab, printer, manager, clock) -> None:
    outage = declare_outage([printer], at("09:00"), at("18:00"), "Guasto", by=manager).outage
    told = []
    for hour in ("08:00", "09:00", "18:00"):
        clock.set(hour)
        told.append(outage_state(outage)["badge_text"])

    assert told == ["ahead", "under way", "over"]


def test_maintenance_by_hours_says_how_many_are_left(printer, manager, asks) -> None:
    record_maintenance_plan(printer, "Filtri", by=manager, every_hours=200)

    rows = asks(manager, "desk/maintenance/").context["table"].rows

    assert rows[0]["cells"][-1]["badge_text"] == "in 200.0 h of use"


def test_what_is_brought_needs_no_minus(lab, manager, sends) -> None:
    powder = Consumable.objects.create(
        laboratory=lab.laboratory, name="Polvere", unit="kg", stock=3
    )
    path = f"desk/stock/{powder.pk}/"

    sends(manager, path, direction="added", quantity="2.5")
    sends(manager, path, direction="taken", quantity="1")
    refused = sends(manager, path, direction="taken", quantity="-1")

    powder.refresh_from_db()
    assert powder.stock == Decimal("4.5")
    assert list(refused.context["form"].errors) == ["quantity"]


def test_all_holders_are_found_however_many(lab, manager, need, asks) -> None:
    people = Person.objects.bulk_create(
        Person(given_name=f"Nome{number:03}", email=f"nome{number}@prova.example")
        for number in range(SHOWN + 1)
    )
    for one in people:
        grant_qualification(one, need, by=manager)

    first = asks(manager, "desk/qualifications/").context
    second = asks(manager, "desk/qualifications/", page=2).context
    named = asks(manager, "desk/qualifications/", q="nome007").context

    assert [len(one["table"].rows) for one in (first, second, named)] == [SHOWN, 1, 1]


def test_my_qualifications_stand_with_my_bookings(ada, manager, need, asks) -> None:
    grant_qualification(ada.person, need, by=manager)

    rows = asks(ada, "bookings/").context["page"].qualifications.rows

    assert [row["cells"][:2] for row in rows] == [["Sicurezza", "9 June 2027"]]


def test_cancelling_says_what_it_costs_and_how_to_keep_it(ada, printer, reserve, asks) -> None:
    booking = reserve(ada, printer, "09:00", "11:00")

    text = asks(ada, f"bookings/{booking.pk}/cancel/").content.decode()

    assert ("It costs nothing." in text, "Keep the booking" in text) == (True, True)


def test_cancelling_a_series_says_how_many_go_with_it(lab, ada, printer, clock, asks) -> None:
    book_series(
        [printer], at("09:00"), at("10:00"), "FREQ=DAILY;COUNT=3", by=ada, organisation=lab.firm
    )
    last = Booking.objects.order_by("starts").last()
    clock.set("12:00")

    text = asks(ada, f"bookings/{last.pk}/cancel-series/").content.decode()

    assert "2 bookings lie ahead." in text


def test_a_day_says_its_hours_alone(clock) -> None:
    clock.set("12:00")
    earlier, later = at("09:30"), at("11:00")

    assert today_or_moment(earlier) == "09:30"
    assert today_or_between(earlier, later) == "09:30 – 11:00"
    assert today_or_moment(earlier - dt.timedelta(days=1)) == "1 March 2027, 09:30"


def test_the_rules_stand_in_groups_and_none_is_missing(lab, manager, asks) -> None:
    form = asks(manager, f"desk/policies/{lab.policy.pk}/").context["form"]

    grouped = [field.name for _heading, fields in form.groups for field in fields]

    assert sorted(grouped) == sorted(form.fields)


def test_the_calendar_names_each_laboratory_where_it_begins(lab, ada, printer, microscope, asks) -> None:  # fmt: skip
    rows = asks(ada, "calendar/").context["page"].config["resources"]

    assert [one["group"] for one in rows] == ["Additive laboratory", ""]


def test_a_room_s_places_are_changed_from_its_page_and_a_machine_has_none(
    lab, manager, printer, asks
) -> None:
    room = lab.room("Sala", 4)

    links = [
        [one["url"] for one in asks(manager, f"resources/{thing.pk}/").context["page"].manage]
        for thing in (room, printer)
    ]

    address = "/en/labs/resources/{}/capacity/"
    assert address.format(room.pk) in links[0]
    assert address.format(printer.pk) not in links[1]


def test_the_unqualified_are_told_whom_to_ask(lab, ada, bea, printer, need, sends) -> None:
    nobody = sends(ada, "book/", **booking_data(lab, printer)).content.decode()
    Steward.objects.create(person=bea.person, resource=printer)
    somebody = sends(ada, "book/", **booking_data(lab, printer)).content.decode()

    assert "To be qualified, ask the laboratory’s managers." in nobody
    assert "To be qualified, ask Bea." in somebody


def test_a_problem_reported_at_the_tablet_leads_back_to_it(lab, ada, printer, asks, sends) -> None:
    tablet = f"laboratories/{lab.laboratory.pk}/workshop/"
    machine = asks(ada, tablet).context["page"].machines[0]

    path = machine.report_url.removeprefix("/en/labs/")
    answer = sends(ada, path, severity="minor", text="Graffio")

    assert answer.url == f"/en/labs/{tablet}"


def test_the_timeline_has_the_night_only_where_somebody_may_be_there(
    lab, ada, manager, printer, reserve, asks
) -> None:
    def hours() -> list[str]:
        found: list[str] = asks(ada, "calendar/", on="02/03/2027").context["page"].config["hours"]
        return found

    always = hours()
    lab.laboratory.opening_hours = "Mo-Fr 08:00-20:00"
    lab.laboratory.save()
    by_day = hours()
    extra = {"start": "2027-03-03 22:00", "end": "2027-03-04 02:00", "kind": "open"}
    closure(**extra, laboratory=lab.laboratory)
    one_night = hours()

    assert (always, by_day, one_night) == (["00:00", "24:00"], ["06:00", "22:00"], ["00:00", "24:00"])  # fmt: skip


@pytest.mark.parametrize(
    ("language", "name"), [("it", "Officina Prova srl"), ("en", "Trial Workshop Ltd")]
)
def test_the_calendar_names_an_organisation_in_the_reader_s_language(
    lab, ada, manager, printer, reserve, language, name
) -> None:
    lab.firm.name_en = "Trial Workshop Ltd"
    lab.firm.save()
    reserve(ada, printer, "09:00", "11:00")

    with override(language):
        found = events(manager, Span(at("00:00"), at("23:00")), [printer])

    assert [one.organisation for one in found] == [name]


def test_what_broke_this_minute_is_declared_as_the_form_stands(lab, manager, printer, asks, sends, clock) -> None:  # fmt: skip
    """The form knows minutes, not seconds: now is a little in the past."""
    clock.set("09:00:40")
    form = asks(manager, "desk/outages/new/", resource=printer.pk).context["form"]
    filled = {"resource": str(printer), "resource-value": str(printer.pk)}
    for name in ("starts", "ends"):
        day, clock_time = form[name].field.widget.decompress(form[name].initial)
        filled |= {f"{name}_0": f"{day:%d/%m/%Y}", f"{name}_1": f"{clock_time:%H:%M}"}

    answer = sends(manager, "desk/outages/new/", reason="Fuma", tell="on", **filled)

    assert (answer.status_code, filled["starts_1"]) == (302, "09:00")


def test_an_outage_that_takes_longer_lists_who_has_to_move(lab, ada, manager, printer, reserve, sends) -> None:  # fmt: skip
    outage = declare_outage([printer], at("09:00"), at("12:00"), "Guasto", by=manager).outage
    reserve(ada, printer, "14:00", "15:00")
    address = f"desk/outages/{outage.pk}/longer/"

    shorter = sends(manager, address, ends_0="02/03/2027", ends_1="11:00").content.decode()
    answer = sends(manager, address, ends_0="02/03/2027", ends_1="18:00", tell="on")

    assert "It lasts until then already." in shorter
    assert answer.url == f"/en/labs/desk/outages/{outage.pk}/"
    assert [one.person for one in outage.displaces.all()] == [ada.person]


def test_two_machines_are_made_to_share_their_time_from_a_page(lab, manager, printer, microscope, asks, sends) -> None:  # fmt: skip
    address = f"resources/{printer.pk}/sharing/"
    field = asks(manager, address).context["form"]["other"].html_name

    shared = sends(manager, address, **{field: str(microscope), f"{field}-value": microscope.pk})
    printer.refresh_from_db()
    together = printer.schedule_id == microscope.schedule_id
    facts = asks(manager, f"resources/{printer.pk}/").content.decode()
    sends(manager, address, **{field: "", f"{field}-value": ""})
    printer.refresh_from_db()

    assert (shared.status_code, together) == (302, True)
    assert "Shares its time with" in facts
    assert printer.schedule_id != microscope.schedule_id


def test_the_workshop_page_starts_nothing_that_is_out_of_service(lab, manager, printer, microscope, asks, clock) -> None:  # fmt: skip
    declare_outage([printer], at("09:00"), at("18:00"), "Guasto", by=manager)
    clock.set("10:00")

    page = asks(manager, f"laboratories/{lab.laboratory.pk}/workshop/").content.decode()

    assert f"/en/labs/resources/{printer.pk}/start/" not in page
    assert f"/en/labs/resources/{microscope.pk}/start/" in page


def test_maintenance_is_moved_or_called_off_before_it_begins(lab, manager, printer, asks, sends) -> None:  # fmt: skip
    planned = plan_maintenance([printer], at("09:00"), at("12:00"), "Taratura", by=manager)
    address = f"desk/outages/{planned.pk}/"

    offered = [one["label"] for one in asks(manager, address).context["page"].actions]
    booking = asks(manager, f"bookings/{planned.pk}/").context["page"].actions
    moved = sends(
        manager, f"bookings/{planned.pk}/move/", do="move",
        starts_0="03/03/2027", starts_1="09:00", ends_0="03/03/2027", ends_1="12:00",
    )  # fmt: skip
    planned.refresh_from_db()
    starts = planned.starts
    sends(manager, f"{address}end/")
    planned.refresh_from_db()

    assert offered == ["Move", "Call it off"]
    assert [one["url"] for one in booking] == [f"/en/labs/{address}"]
    assert (moved.status_code, starts) == (302, at("2027-03-03 09:00"))
    assert planned.status == "cancelled"
