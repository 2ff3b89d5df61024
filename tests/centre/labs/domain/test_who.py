"""Who may book: cases L16 to L25."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from tests.centre.labs.conftest import at, closure, codes

from fucina.centre.labs.domain import Item, approve, book, grant_qualification, hand_over, move
from fucina.centre.labs.models import (
    AccessPlan,
    Booking,
    Grant,
    PlanHolding,
    Qualification,
    Requirement,
    ReservedTime,
    Steward,
    Suspension,
)
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Person, User
from fucina.centre.refusal import Refusal


def qualification(key: str, **fields) -> Qualification:
    fields.setdefault("kind", "operation")
    return Qualification.objects.create(key=key, name=f"Abilitazione {key}", **fields)


@pytest.fixture
def needed(lab, printer) -> Qualification:
    found = qualification("printer")
    Requirement.objects.create(qualification=found, resource=printer)
    return found


@pytest.fixture
def safety(lab) -> Qualification:
    found = qualification("safety", kind="general_safety")
    Requirement.objects.create(qualification=found, laboratory=lab.laboratory)
    return found


@pytest.fixture
def four_reasons(lab, needed, safety) -> None:
    """No project, not qualified, no safety training, access expired."""
    lab.rules(needs_project=True)
    Membership.objects.update(valid_until=dt.date(2027, 3, 1))


ALL_FOUR = ["access_expired", "no_project", "not_qualified"]


def test_l16_every_reason_is_told_at_once(lab, ada, printer, reserve, four_reasons) -> None:
    """No active project, unqualified, safety training open, access expired: all four reasons."""
    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")

    assert sorted(problem.code for problem in refusal.value.problems) == sorted(
        [*ALL_FOUR, "not_qualified"]
    )


def test_l17_what_is_put_right_goes_and_the_rest_stays(
    lab, ada, manager, printer, reserve, four_reasons, needed, safety
) -> None:
    """Each reason fixed one by one disappears from the list and the others stay."""

    def left() -> list[str]:
        with pytest.raises(Refusal) as refusal:
            reserve(ada, printer, "09:00", "10:00")
        return sorted(problem.code for problem in refusal.value.problems)

    grant_qualification(ada.person, safety, by=manager)
    without_safety = left()
    Membership.objects.update(valid_until=None)
    with_access = left()
    grant_qualification(ada.person, needed, by=manager)
    with_training = left()
    lab.rules(needs_project=False)
    stored = reserve(ada, printer, "09:00", "10:00")

    assert without_safety == ALL_FOUR
    assert with_access == ["no_project", "not_qualified"]
    assert with_training == ["no_project"]
    assert stored.status == "confirmed"


def test_l18_override_of_an_ordinary_user_is_not_seen(lab, ada, printer, reserve) -> None:
    """On create, move and resize alike."""
    lab.rules(max_minutes=60)
    mine = reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as created:
        reserve(ada, printer, "12:00", "14:00", override="please")
    with pytest.raises(Refusal) as moved:
        move(mine, mine.starts, mine.ends + dt.timedelta(hours=1), by=ada, override="please")

    assert (codes(created), codes(moved)) == (["too_long"], ["too_long"])


def test_l18_managers_override_needs_a_reason_and_beats_no_hard_rule(
    lab, ada, manager, printer, reserve
) -> None:
    lab.rules(max_minutes=60)
    reserve(ada, printer, "09:00", "10:00")
    more = {"organisation": lab.centre}

    with pytest.raises(Refusal) as silent:
        reserve(manager, printer, "12:00", "14:00", override=" ", **more)
    with pytest.raises(Refusal) as clash:
        reserve(manager, printer, "09:30", "11:30", override="Collaudo", **more)
    stored = reserve(manager, printer, "12:00", "14:00", override="Collaudo", **more)

    assert codes(silent) == ["no_reason", "too_long"]
    assert codes(clash) == ["overlap"]
    assert (stored.overridden, stored.override_reason) == (["too_long"], "Collaudo")


def test_l18_closure_for_safety_is_hard(lab, manager, printer, reserve) -> None:
    closure("09:00", "10:00", kind="safety")

    with pytest.raises(Refusal) as refusal:
        reserve(manager, printer, "09:30", "10:30", organisation=lab.centre, override="Collaudo")

    assert codes(refusal) == ["closed_for_safety"]


def test_l19_expiry_is_judged_now_whether_or_not_a_job_ran(lab, ada, printer, reserve, needed) -> None:  # fmt: skip
    """Expired yesterday: refused now. A day after the expiry: refused, or accepted and warned of, as the rules say."""
    grant = Grant.objects.create(
        person=ada.person, qualification=needed, granted_on=dt.date(2026, 1, 1),
        expires_on=dt.date(2027, 2, 28),
    )  # fmt: skip
    with pytest.raises(Refusal) as expired:
        reserve(ada, printer, "09:00", "10:00")
    Grant.objects.filter(pk=grant.pk).update(expires_on=dt.date(2027, 3, 1))
    with pytest.raises(Refusal) as later:
        reserve(ada, printer, "09:00", "10:00")
    lab.rules(after_expiry="warned")

    assert codes(expired) == codes(later) == ["qualification_expired"]
    assert later.value.problems[0].message == (
        "The qualification “Abilitazione printer” of Ada is valid only until 1 March 2027."
    )
    assert reserve(ada, printer, "09:00", "10:00").status == "confirmed"


@pytest.mark.parametrize(
    ("granted", "used", "valid"),
    [
        ("2026-01-01", "2026-09-01", False),  # 182 days before the day of the booking
        ("2026-01-01", "2026-09-03", True),  # 180 days
        ("2026-01-01", "2027-02-20", True),
        ("2027-03-01", "2026-01-01", True),  # trained again today
        ("2026-12-02", None, True),  # never used: 90 days from the grant
        ("2026-12-01", None, False),
    ],
)
def test_l20_expiry_by_disuse(lab, ada, printer, reserve, needed, granted, used, valid) -> None:
    """180 days after the last use, 90 if never used; training again starts the clock anew; no job, no e-mail needed."""
    Qualification.objects.filter(pk=needed.pk).update(unused_days=180, never_used_days=90)
    Grant.objects.create(
        person=ada.person, qualification=needed, granted_on=granted, last_used=used
    )

    if valid:
        assert reserve(ada, printer, "09:00", "10:00").status == "confirmed"
    else:
        with pytest.raises(Refusal) as refusal:
            reserve(ada, printer, "09:00", "10:00")
        assert codes(refusal) == ["qualification_expired"]


def test_level_of_a_qualification_counts(lab, ada, manager, printer, reserve) -> None:
    deep = qualification("deep", levels=3)
    Requirement.objects.create(qualification=deep, resource=printer, level=2)
    grant_qualification(ada.person, deep, by=manager, level=1)

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")
    grant_qualification(ada.person, deep, by=manager, level=2)

    assert codes(refusal) == ["level_too_low"]
    assert reserve(ada, printer, "09:00", "10:00").status == "confirmed"


def test_l22_only_staff_of_the_machine_book_for_others(
    lab, ada, bea, manager, printer, reserve, needed
) -> None:
    """Others are refused; staff may, and the customer’s own rules are still reported."""
    with pytest.raises(Refusal) as other:
        reserve(ada, printer, "09:00", "10:00", person=bea.person)
    with pytest.raises(Refusal) as staff:
        reserve(manager, printer, "09:00", "10:00", person=bea.person)
    grant_qualification(bea.person, needed, by=manager)
    stored = reserve(manager, printer, "09:00", "10:00", person=bea.person)

    assert codes(other) == ["for_another", "not_qualified"]
    assert codes(staff) == ["not_qualified"]
    assert (stored.person, stored.booked_by) == (bea.person, manager)


def test_l22_steward_of_one_machine_is_staff_of_that_one_only(
    lab, bea, printer, microscope, reserve
) -> None:
    sam = lab.user("sam", Role.LECTURER)
    Steward.objects.create(person=sam.person, resource=printer)

    stored = reserve(sam, printer, "09:00", "10:00", person=bea.person)
    with pytest.raises(Refusal) as refusal:
        reserve(sam, microscope, "09:00", "10:00", person=bea.person)

    assert stored.person == bea.person
    assert codes(refusal) == ["for_another"]


@pytest.fixture
def evening(lab, printer) -> AccessPlan:
    plan = AccessPlan.objects.create(key="evening", name="Maker della sera")
    ReservedTime.objects.create(resource=printer, plan=plan, hours="Mo-Fr 18:00-20:00")
    return plan


def test_l24_hours_reserved_to_a_plan(lab, ada, manager, printer, reserve, evening) -> None:
    """Without the plan refused; bought in the same cart accepted; a manager forces it."""
    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "17:30", "18:30")
    bought = reserve(ada, printer, "18:00", "18:30", plans=[evening.pk])
    forced = reserve(
        manager, printer, "18:30", "19:00", organisation=lab.centre, override="Visita serale"
    )
    PlanHolding.objects.create(plan=evening, person=ada.person, valid_from=dt.date(2027, 1, 1))
    held = reserve(ada, printer, "19:00", "19:30")

    assert codes(refusal) == ["reserved"]
    assert (bought.status, forced.overridden, held.status) == (
        "confirmed", ["reserved"], "confirmed",
    )  # fmt: skip


def test_l25_training_belongs_to_the_machine_not_to_its_name(lab, ada, reserve) -> None:
    """Two machines of one name, one hidden: the visible one asks for its own training."""
    hidden, shown = lab.machine("Laser", listed=False), lab.machine("Laser")
    theirs, ours = qualification("old-laser"), qualification("laser")
    Requirement.objects.create(qualification=theirs, resource=hidden)
    Requirement.objects.create(qualification=ours, resource=shown)
    Grant.objects.create(person=ada.person, qualification=theirs)

    with pytest.raises(Refusal) as refusal:
        reserve(ada, shown, "09:00", "10:00")
    Grant.objects.create(person=ada.person, qualification=ours)

    assert [problem.numbers["qualification"] for problem in refusal.value.problems] == [ours.pk]
    assert reserve(ada, shown, "09:00", "10:00").status == "confirmed"


def test_suspended_person_does_not_book(lab, ada, manager, printer, reserve) -> None:
    Suspension.objects.create(person=ada.person, reason="Occhiali", valid_until=dt.date(2027, 3, 2))

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")

    assert codes(refusal) == ["suspended"]
    assert reserve(ada, printer, "2027-03-03 09:00", "2027-03-03 10:00").status == "confirmed"


def test_machine_out_of_order_is_not_booked(lab, ada, printer, reserve) -> None:
    printer.status = "down"
    printer.save()

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")

    assert codes(refusal) == ["down"]


def test_risk_assessment_comes_with_the_booking_and_is_approved(
    lab, ada, manager, printer, reserve
) -> None:
    lab.rules(needs_approval=True, needs_risk_assessment=True)
    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "10:00")
    asked = reserve(ada, printer, "09:00", "10:00", risk_assessment="Polvere: cappa accesa.")
    requested = asked.status
    approved = approve(asked, by=manager)

    assert codes(refusal) == ["no_risk_assessment"]
    assert (requested, approved.status, approved.decided_by) == (
        "requested", "confirmed", manager,
    )  # fmt: skip


def test_booking_is_handed_to_a_colleague_whose_rules_are_asked_anew(
    lab, ada, bea, manager, printer, reserve, needed
) -> None:
    grant_qualification(ada.person, needed, by=manager)
    mine = reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as refusal:
        hand_over(mine, bea.person, by=ada)
    grant_qualification(bea.person, needed, by=manager)
    theirs = hand_over(mine, bea.person, by=ada)

    assert codes(refusal) == ["not_qualified"]
    assert (theirs.pk, theirs.person, theirs.sequence) == (mine.pk, bea.person, 1)


def test_economic_or_not_is_said_by_staff_only(lab, ada, manager, printer, reserve) -> None:
    mine = reserve(ada, printer, "09:00", "10:00")
    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "10:00", "11:00", economic="non_economic")
    theirs = reserve(manager, printer, "10:00", "11:00", person=ada.person, economic="non_economic")

    assert codes(refusal) == ["economic"]
    assert (mine.economic, mine.user_kind, theirs.economic) == (
        "economic", "company", "non_economic",
    )  # fmt: skip


def test_nobody_without_a_role_books(lab, printer) -> None:
    user = User.objects.create_user("nobody@prova.example")
    Person.objects.create(user=user, given_name="Nessuno")

    with pytest.raises(PermissionDenied):
        book([Item(printer)], at("09:00"), at("10:00"), by=user)

    assert Booking.objects.count() == 0


@pytest.mark.parametrize("kind", ["class", "seminar", "open_lab", "maintenance", "outage"])
def test_centres_own_appointments_are_not_for_everybody(lab, ada, printer, reserve, kind) -> None:
    """They keep to fewer rules: calling a use maintenance passes none."""
    lab.rules(max_minutes=30, needs_project=True)

    with pytest.raises(Refusal) as refusal:
        reserve(ada, printer, "09:00", "12:00", kind=kind)

    assert codes(refusal) == ["kind"]


def test_booking_goes_to_another_organisation_only_by_staff(lab, ada, manager, printer, reserve) -> None:  # fmt: skip
    zoe = lab.user("zoe", Role.RESEARCHER, at=lab.university)
    mine = reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as kept:
        hand_over(mine, zoe.person, by=ada)
    with pytest.raises(PermissionDenied):
        hand_over(mine, zoe.person, by=ada, organisation=lab.university)
    theirs = hand_over(mine, zoe.person, by=manager, organisation=lab.university)

    assert codes(kept) == ["no_access"]
    assert (theirs.organisation, theirs.user_kind) == (lab.university, "research")


def test_what_is_not_listed_is_booked_by_override_only(lab, ada, manager, reserve) -> None:
    hidden = lab.machine("Prototipo", listed=False)

    with pytest.raises(Refusal) as refusal:
        reserve(ada, hidden, "09:00", "10:00")
    stored = reserve(
        manager, hidden, "09:00", "10:00", organisation=lab.centre, override="Collaudo"
    )

    assert (codes(refusal), stored.overridden) == (["not_listed"], ["not_listed"])
