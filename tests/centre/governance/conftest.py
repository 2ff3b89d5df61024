"""A fictional consortium: Alfa and Beta are parties of a private agreement, Gamma of nothing but the public one."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fucina.centre.governance import domain
from fucina.centre.governance.models import Agreement, Document, Party, PromisedContribution, Quota
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User

LONG_AGO = dt.date(2020, 1, 1)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"

Signed = Callable[..., User]


@pytest.fixture(autouse=True)
def private_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "FUCINA_VAR", tmp_path)
    return tmp_path / "documents"


@pytest.fixture
def centre(db: None) -> Organisation:
    return Organisation.objects.create(name="Centro di prova", kind="centre")


@pytest.fixture
def user_with(centre: Organisation) -> Signed:
    """A user with that role, at the centre unless an organisation is given."""

    def make(role: str, at: Organisation | None = None) -> User:
        number = User.objects.count() + 1
        user = User.objects.create_user(f"user{number}@prova.example")
        person = Person.objects.create(user=user, given_name="Persona", family_name=str(number))
        Membership.objects.create(
            person=person, organisation=at or centre, role=role, valid_from=LONG_AGO
        )
        return user

    return make


@pytest.fixture
def director(user_with: Signed) -> User:
    return user_with(Role.DIRECTOR)


def firm(name: str, kind: str = "company") -> Organisation:
    return Organisation.objects.create(name=name, kind=kind)


@dataclass(frozen=True)
class Consortium:
    public: Agreement
    private: Agreement
    alfa: Party
    beta: Party
    gamma: Party
    cash: PromisedContribution
    kind: PromisedContribution
    body: Organisation
    quota: Quota
    paper: Document
    evidence: Document


@pytest.fixture
def consortium(director: User) -> Consortium:
    return make_consortium(director)


def make_consortium(director: User) -> Consortium:
    alfa, beta, gamma = firm("Alfa Prova srl"), firm("Beta Prova srl"), firm("Gamma Prova srl")
    body = firm("Consorzio di Prova scarl")
    day = dt.date(2024, 3, 1)
    public = domain.record_agreement(
        "Protocollo di prova", "protocol", day, "Fare una prova insieme.", by=director, public=True,
        title_en="Trial protocol", object_en="To try together.",
    )  # fmt: skip
    private = domain.record_agreement(
        "Contratto riservato di consorzio", "consortium", day, "Consorziarsi in segreto.",
        by=director, predecessor=public,
    )  # fmt: skip
    parties = [domain.add_party(private, one, "promoter", by=director) for one in (alfa, beta)]
    outside = domain.add_party(public, gamma, "signatory", by=director)
    domain.add_party(public, alfa, "promoter", by=director)
    cash = domain.promise_contribution(
        parties[0], "cash", "capital", "Conferimento in denaro", Decimal("777000"), by=director,
        due=dt.date(2025, 6, 30), instalment=1,
    )  # fmt: skip
    kind = domain.promise_contribution(
        parties[1], "in_kind", "project", "Una macchina", Decimal("333000.50"), by=director,
        valuation="appraisal", due=dt.date(2030, 1, 1), conditions="=A1",
    )  # fmt: skip
    paper = domain.attach_document(
        public,
        "Testo pubblico",
        "text",
        by=director,
        address="https://prova.example/t",
        public=True,
    )
    evidence = domain.attach_document(
        private, "Bonifico riservato", "payment", by=director, file=pdf()
    )
    domain.record_given(
        cash, dt.date(2025, 6, 1), Decimal("111000"), by=director, evidence=evidence
    )
    quota = domain.record_quota(
        private, body, alfa, by=director, valid_from=day, share=Decimal("61.5"), seats=3
    )
    domain.record_quota(private, body, beta, by=director, valid_from=day, share=Decimal("30"))
    domain.record_obligation(
        public, "Scrivere la relazione", "do", by=director, party=outside, due=dt.date(2025, 1, 31)
    )
    domain.record_obligation(private, "Tacere il segreto", "refrain", by=director, continuous=True)
    return Consortium(public, private, *parties, outside, cash, kind, body, quota, paper, evidence)


@pytest.fixture
def upload() -> Callable[..., Any]:
    """A file as a browser sends it, under a name and a type of the sender's choice."""
    return pdf


def pdf(content: bytes = PDF, name: str = "file.pdf") -> Any:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


@pytest.fixture
def sign_in() -> Callable[[User | None], Client]:
    def signed(user: User | None) -> Client:
        client = Client()
        if user:
            client.force_login(user)
        return client

    return signed
