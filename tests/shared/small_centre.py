"""A small centre for the tests of its apps: organisations, and a person who signs in for each role."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from charging_samples import charging_things
from django.db import models
from django.test import Client
from django.utils import timezone
from labs_samples import FOR_PAGE, labs_things

from fucina.centre.accounts.models import Invitation
from fucina.centre.api.domain.tokens import issue_token
from fucina.centre.api.scopes import Scope
from fucina.centre.governance.models import (
    Agreement,
    Document,
    GivenContribution,
    Obligation,
    Party,
    PromisedContribution,
    Quota,
)
from fucina.centre.people.enums import AT_THE_CENTRE, OrganisationKind, RecordKind, Role
from fucina.centre.people.models import (
    Contact,
    Duplicate,
    ImportBatch,
    Membership,
    Merge,
    Organisation,
    OwnershipLink,
    Person,
    Site,
    SizeFigure,
    User,
)


@dataclass(frozen=True)
class Centre:
    """``firm`` and ``party`` deal with the centre; ``hidden`` is not listed, and nobody here belongs to it."""

    centre: Organisation
    firm: Organisation
    party: Organisation
    university: Organisation
    hidden: Organisation

    def home_of(self, role: Role) -> Organisation:
        """Where this role is held here."""
        if role in AT_THE_CENTRE:
            return self.centre
        return {
            Role.COMPANY_MEMBER: self.firm,
            Role.RESEARCHER: self.university,
            Role.PARTNER_REPRESENTATIVE: self.party,
        }[role]

    def user(self, role: Role, **membership: object) -> User:
        """The person of that role, made when first asked for."""
        email = f"{role}@fucina.example"
        found = User.objects.filter(email=email).first()
        return found or self.newcomer(email, role, **membership)

    def newcomer(self, email: str, role: Role | None = None, **membership: object) -> User:
        user = User.objects.create_user(email, "a long enough passphrase")
        person = Person.objects.create(user=user, given_name=email.partition("@")[0], email=email)
        if role is not None:
            where = membership.pop("organisation", None) or self.home_of(role)
            Membership.objects.create(person=person, organisation=where, role=role, **membership)
        return user


@pytest.fixture
def small_centre(db: None) -> Centre:
    def organisation(name: str, kind: OrganisationKind, **fields: object) -> Organisation:
        return Organisation.objects.create(name=name, kind=kind, **fields)

    return Centre(
        centre=organisation("Centro di prova", OrganisationKind.CENTRE),
        firm=organisation("Officina Ruota", OrganisationKind.COMPANY),
        party=organisation("Ente Promotore", OrganisationKind.FOUNDATION),
        university=organisation("Ateneo di prova", OrganisationKind.UNIVERSITY),
        hidden=organisation("Ditta Riservata", OrganisationKind.COMPANY, listed=False),
    )


@pytest.fixture
def as_role(small_centre: Centre) -> Callable[[Role], User]:
    return small_centre.user


CARER = "company_member who invites"


@dataclass(frozen=True)
class Sample:
    """A person as the platform meets them, with one thing of each noun that is theirs, and one that is not."""

    client: Client
    own_things: dict[str, object]
    other_things: dict[str, object]

    def own(self, noun: str, page: str = "") -> object:
        return self.own_things[FOR_PAGE.get(page, noun)]

    def other(self, noun: str, page: str = "") -> object:
        return self.other_things[FOR_PAGE.get(page, noun)]


@pytest.fixture
def samples(small_centre: Centre) -> dict[str, Sample]:
    """A visitor, a person of each role, and one who looks after their organisation."""
    stranger = small_centre.newcomer(
        "stranger@example.com", Role.COMPANY_MEMBER, organisation=small_centre.hidden
    )
    other = things(small_centre.hidden, stranger)
    found = {"visitor": Sample(Client(), other, other)}
    for role in Role:
        user, client = small_centre.user(role), Client()
        client.force_login(user)
        found[role] = Sample(client, things(small_centre.home_of(role), user), other)
    listed = found[Role.COMPANY_MEMBER].own_things
    found["visitor"] = Sample(Client(), listed, other)  # nothing is a visitor's own
    carer, client = (
        small_centre.newcomer("carer@example.com", Role.COMPANY_MEMBER, invites=True),
        Client(),
    )
    client.force_login(carer)
    found[CARER] = Sample(client, things(small_centre.firm, carer), other)
    return found


def things(organisation: Organisation, user: User) -> dict[str, object]:
    """One of each noun that stands in an address, about this organisation and this person."""
    person = user.person
    agreement = an_agreement(organisation)
    invitation = Invitation.objects.create(
        email=f"guest-{user.pk}@example.com",
        organisation=organisation,
        role=Role.RESEARCHER,
        token_hash=f"{user.pk:064}",
        expires=timezone.now() + dt.timedelta(days=7),
    )
    token, _secret = issue_token(user, "sample", [Scope.PEOPLE_READ], 1)
    numbers = {
        "organisation": organisation,
        "person": person,
        "membership": person.memberships.get(),
        "invitation": invitation,
        "token": token,
        **agreement,
        **people_things(organisation, person),
        **charging_things(organisation),
    }
    return (
        {noun: thing.pk for noun, thing in numbers.items()}
        | {"ending": "csv"}
        | labs_things(organisation, person, listed=organisation.listed)
    )


def people_things(organisation: Organisation, person: Person) -> dict[str, models.Model]:
    owner = Organisation.objects.create(name=f"Holding {person.pk}", kind=OrganisationKind.COMPANY)
    return {
        "duplicate": Duplicate.objects.create(
            first_organisation=organisation, second_organisation=owner
        ),
        "merge": Merge.objects.create(winner_organisation=organisation, loser_organisation=owner),
        "batch": ImportBatch.objects.create(
            kind=RecordKind.ORGANISATIONS,
            file_name="a.csv",
            digest="0" * 64,
            uploaded_by=person.user,
        ),
        "site": Site.objects.create(organisation=organisation, municipality="Torino"),
        "figure": SizeFigure.objects.create(organisation=organisation, year=1900 + person.pk % 300),
        "contact": Contact.objects.create(organisation=organisation, person=person),
        "link": OwnershipLink.objects.create(owned=organisation, owner=owner, share=1),
    }


def an_agreement(organisation: Organisation) -> dict[str, models.Model]:
    """Not public, with this organisation as its party."""
    today = timezone.localdate()
    agreement = Agreement.objects.create(
        title="Accordo di prova", object="Provare.", kind="convention", signed_on=today
    )
    party = Party.objects.create(agreement=agreement, organisation=organisation, role="signatory")
    promise = PromisedContribution.objects.create(
        party=party, form="cash", purpose="other", what="Contributo", amount=100
    )
    body = Organisation.objects.create(
        name=f"Consorzio di {agreement.pk}", kind=OrganisationKind.OTHER
    )
    return {
        "agreement": agreement,
        "party": party,
        "obligation": Obligation.objects.create(agreement=agreement, text="Fare.", kind="do"),
        "promise": promise,
        "given": GivenContribution.objects.create(promise=promise, given_on=today, amount=1),
        "quota": Quota.objects.create(body=body, member=organisation, agreement=agreement, share=1),
        "document": Document.objects.create(
            agreement=agreement, title="Testo", kind="text", address="https://example.com/a"
        ),
    }
