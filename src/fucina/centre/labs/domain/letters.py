"""The e-mails that the laboratories send: only where somebody else must know. Sent after the transaction, once each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.moments import Span, said, said_day
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.models import Booking, Grant, Resource, Suspension
from fucina.centre.mail.domain import post
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Person

type Words = Callable[[], tuple[str, str]]
"""Subject and text, in the language that is active when it is asked."""


def send(key: str, to: Person, words: Words) -> None:
    """Nobody without an address is written to, and nothing depends on it."""
    if not to.email:
        return
    language = to.language if to.language in ("it", "en") else "it"
    with override(language):
        subject, text = words()
    post(key, to.email, subject, text + "\n", language)


def about(booking: Booking, names: str = "") -> str:
    """What it is of, and when."""
    what = names or ", ".join(
        str(one.resource) for one in booking.allocations.asked().select_related("resource")
    )
    return f"{what}, {Span(booking.starts, booking.ends)}"


def tell_of_booking(booking: Booking, reading: Reading) -> None:
    """The person for whom somebody else booked. Who books for themselves sees it at once, and gets no e-mail."""
    if not reading.request.for_another:
        return
    names = ", ".join(line.name for line in reading.facts.lines)

    def words() -> tuple[str, str]:
        text = _("{by} booked for you: {what}.").format(
            by=reading.asked.by, what=about(booking, names)
        )
        return _("A booking for you"), text

    send(f"labs:booked:{booking.pk}", booking.person, words)


def tell_of_change(booking: Booking, by: Any, *, reason: str = "") -> None:
    """The person whose booking somebody else moved, cancelled, approved or declined."""
    if getattr(getattr(by, "person", None), "pk", None) == booking.person_id:
        return
    state = BookingStatus(booking.status)

    def words() -> tuple[str, str]:
        text = _("{what}: {state}.").format(what=about(booking), state=state.label)
        if reason:
            text += "\n\n" + _("Reason: {reason}").format(reason=reason)
        return _("Your booking changed"), text

    send(f"labs:changed:{booking.pk}:{booking.sequence}", booking.person, words)


def tell_of_offer(booking: Booking) -> None:
    def words() -> tuple[str, str]:
        until = said(booking.held_until) if booking.held_until else ""
        text = _("{what} is free, and held for you until {until}. Accept it before then.").format(
            what=about(booking), until=until
        )
        return _("A place on the wait list has become free"), text

    send(f"labs:offer:{booking.pk}:{booking.sequence}", booking.person, words)


def tell_of_outage(booking: Booking, outage: Booking, slots: list[Span]) -> None:
    """With times to which it could be moved."""

    def words() -> tuple[str, str]:
        text = _("{what} cannot take place: {reason}.").format(
            what=about(booking), reason=outage.purpose or outage.title
        )
        if slots:
            text += "\n\n" + _("It could be moved to:")
            text += "".join(f"\n– {slot}" for slot in slots)
        return _("Your booking has to be moved"), text

    send(f"labs:displaced:{booking.pk}:{outage.pk}", booking.person, words)


def tell_of_end(booking: Booking) -> None:
    """An outage took it, and nobody moved it before its time."""

    def words() -> tuple[str, str]:
        text = _("{what} was out of service and has not been moved: it is cancelled, and nothing is owed.")  # fmt: skip
        return _("Your booking did not take place"), text.format(what=about(booking))

    send(f"labs:ended:{booking.pk}:{booking.sequence}", booking.person, words)


def tell_of_takeover(owner: Person, taken: Booking, by: Person, consent: str) -> None:
    def words() -> tuple[str, str]:
        text = _("{by} took over your time of {what}, as you agreed: {consent}.").format(
            by=by, what=about(taken), consent=consent
        )
        return _("Your time was taken over"), text

    send(f"labs:takeover:{taken.pk}", owner, words)


def tell_of_expiry(grant: Grant, days: int) -> None:
    """Once for each end and each number of days before it, whenever that is noticed."""
    last = grant.last_day

    def words() -> tuple[str, str]:
        text = _("Your qualification “{what}” is valid until {last}. Renew it to go on booking.")
        return _("A qualification is about to expire"), text.format(
            what=grant.qualification, last=said_day(last)
        )

    send(f"labs:expiry:{grant.pk}:{last}:{days}", grant.person, words)


def tell_of_suspension(suspension: Suspension) -> None:
    def words() -> tuple[str, str]:
        where = suspension.laboratory or _("all laboratories")
        text = _("You may not use {where}: {reason}.").format(
            where=where, reason=suspension.reason.rstrip(".")
        )
        if suspension.valid_until:
            until = said_day(suspension.valid_until)
            text += " " + _("Until {day}, this day included.").format(day=until)
        return _("You have been suspended"), text

    send(f"labs:suspended:{suspension.pk}", suspension.person, words)


def tell_of_request(bookings: Sequence[Booking], resources: Iterable[Resource]) -> None:
    """Those who may decide about it; not who asked, who knows. A series is one letter."""
    waiting = [one for one in bookings if one.status == BookingStatus.REQUESTED]
    if not waiting:
        return
    booking = waiting[0]

    def words() -> tuple[str, str]:
        what = "\n".join(f"– {about(one)}" for one in waiting)
        text = _("{person} asks for:\n\n{what}\n\nThe time is kept until you decide.")
        return _("A request to decide"), text.format(person=booking.person, what=what)

    deciding = {one.pk: one for resource in resources for one in those_in_charge(resource)}
    deciding.pop(booking.person_id, None)
    tell_stewards(f"labs:request:{booking.pk}:{booking.sequence}", deciding.values(), words)


def tell_stewards(key: str, people: Iterable[Person], words: Words) -> None:
    for person in people:
        send(f"{key}:{person.pk}", person, words)


def those_in_charge(resource: Resource) -> list[Person]:
    """Who is named for it and can be written to; where nobody is, the lab managers."""
    named = [one for one in stewards_of(resource) if one.email]
    return named or list(_lab_managers())


def stewards_of(resource: Resource) -> list[Person]:
    found = Person.objects.filter(stewardships__in=resource.stewards.on()) | Person.objects.filter(
        stewardships__in=resource.laboratory.stewards.on()
    )
    return list(found.distinct())


def _lab_managers() -> QuerySet[Person]:
    holding = Membership.objects.on().filter(role=Role.LAB_MANAGER).values("person")
    return Person.objects.standing().filter(pk__in=holding).exclude(email="")
