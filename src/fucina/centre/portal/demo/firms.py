"""Invented firms around Torino, with their places, sizes, owners and people."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils import timezone

from fucina.centre.people.domain.record_contact import record_contact
from fucina.centre.people.domain.record_organisation import record_organisation
from fucina.centre.people.domain.record_ownership import record_ownership
from fucina.centre.people.domain.record_person import record_person
from fucina.centre.people.domain.record_site import add_site
from fucina.centre.people.domain.record_size_figure import record_size_figure
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User
from fucina.centre.portal.demo.records import Firm, Name, firms

INVENTED = "Impresa inventata per la dimostrazione."
SOURCE = "dimostrazione"
OWNERS = ((0, 5, 60), (0, 9, 30), (1, 6, 100), (6, 12, 51), (2, 14, 24))
"""Which firm owns which, and how much in per cent."""
POSITIONS = (
    "responsabile tecnico",
    "titolare",
    "ufficio ricerca e sviluppo",
    "direzione di produzione",
)


def record_firms(names: Iterator[Name], *, by: User) -> list[Organisation]:
    recorded = [_record(firm, names, number, by) for number, firm in enumerate(firms())]
    for owner, owned, share in OWNERS:
        record_ownership(
            recorded[owned], recorded[owner], by=by, share=Decimal(share), source=SOURCE
        )
    return recorded


def engage_members(organisations: Iterable[Organisation], *, by: User) -> None:
    """The person of each may act for it: with a password that nobody has, for only the cast signs in."""
    for organisation in organisations:
        person = Person.objects.get(contacts__organisation=organisation)
        person.user = User.objects.create_user(person.email, None, name=str(person))
        person.save()
        Membership.objects.create(
            person=person, organisation=organisation, role=Role.COMPANY_MEMBER, granted_by=by
        )


def _record(firm: Firm, names: Iterator[Name], number: int, by: User) -> Organisation:
    organisation = record_organisation(
        by=by,
        name=firm.name,
        kind=firm.kind,
        vat_number=firm.vat_number,
        ateco=firm.ateco,
        startup=firm.startup,
        website=f"https://{firm.domain}/",
        email=f"info@{firm.domain}",
        about=INVENTED,
    )
    add_site(
        organisation,
        by=by,
        municipality=firm.municipality,
        province="TO",
        latitude=firm.latitude,
        longitude=firm.longitude,
        main=True,
    )
    _record_sizes(organisation, firm, by)
    name = next(names)
    person = record_person(
        by=by,
        given_name=name.given,
        family_name=name.family,
        email=f"{name.mailbox}@{firm.domain}",
    )
    record_contact(organisation, person, by=by, position=POSITIONS[number % len(POSITIONS)])
    return organisation


def _record_sizes(organisation: Organisation, firm: Firm, by: User) -> None:
    """Of the last year closed, and a twentieth less of the year before."""
    last = timezone.localdate().year - 1
    for year, part in ((last, Decimal(1)), (last - 1, Decimal("0.95"))):
        record_size_figure(
            organisation,
            by=by,
            year=year,
            headcount=round(firm.headcount * part, 1),
            turnover=round(firm.turnover * part, -3),
            balance_total=round(firm.balance_total * part, -3),
            source=SOURCE,
        )
