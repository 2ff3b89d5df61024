"""The e-mails that the laboratories send: only where somebody else must know. Sent after the transaction, once each."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.moments import Span, said
from fucina.centre.labs.enums import BookingStatus
from fucina.centre.labs.models import Booking, Grant, Resource
from fucina.centre.mail.domain import post
from fucina.centre.people.models import Person

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
            what=grant.qualification, last=last
        )

    send(f"labs:expiry:{grant.pk}:{last}:{days}", grant.person, words)


def tell_stewards(key: str, people: list[Person], words: Words) -> None:
    for person in people:
        send(f"{key}:{person.pk}", person, words)


def stewards_of(resource: Resource) -> list[Person]:
    found = Person.objects.filter(stewardships__in=resource.stewards.on()) | Person.objects.filter(
        stewardships__in=resource.laboratory.stewards.on()
    )
    return list(found.distinct())
