"""A founding protocol as a file of public facts tells it."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from fucina.centre.governance.enums import (
    AgreementKind,
    DocumentKind,
    DocumentLanguage,
    ObligationKind,
    PartyRole,
)
from fucina.centre.people.enums import OrganisationKind


class Facts(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Facts):
    it: str
    en: str = ""


class Source(Facts):
    id: str
    title: str
    address: str


class AgreementFacts(Facts):
    key: str
    kind: AgreementKind
    signed_on: dt.date
    valid_until: dt.date | None = None
    title: Said
    object: Said
    source: str


class PartyFacts(Facts):
    key: str
    name: Said
    kind: OrganisationKind
    role: PartyRole
    task: Said = Said(it="")


class ObligationFacts(Facts):
    """What is owed; nothing of what became of it. Without a party all of them owe it."""

    key: str
    party: str = ""
    kind: ObligationKind
    text: Said
    due: dt.date | None = None
    continuous: bool = False
    source: str


class DocumentFacts(Facts):
    kind: DocumentKind
    title: str
    dated: dt.date | None = None
    language: DocumentLanguage
    source: str


class Protocol(Facts):
    sources: list[Source] = Field(alias="source")
    agreement: AgreementFacts
    parties: list[PartyFacts] = Field(alias="party")
    obligations: list[ObligationFacts] = Field(alias="obligation")
    documents: list[DocumentFacts] = Field(alias="document", default=[])

    @model_validator(mode="after")
    def names_what_exists(self) -> Self:
        sources = {source.id for source in self.sources}
        parties = {party.key for party in self.parties}
        cited = {self.agreement.source}
        cited |= {obligation.source for obligation in self.obligations}
        cited |= {document.source for document in self.documents}
        if unknown := cited - sources:
            raise ValueError(f"unknown source: {', '.join(sorted(unknown))}")
        if unknown := {o.party for o in self.obligations if o.party} - parties:
            raise ValueError(f"unknown party: {', '.join(sorted(unknown))}")
        return self

    def source(self, identity: str) -> Source:
        return next(told for told in self.sources if told.id == identity)


def read_protocol(path: Path) -> Protocol:
    """Raises pydantic's ValidationError, with every problem, for a file that does not say what it must."""
    with path.open("rb") as file:
        return Protocol.model_validate(tomllib.load(file))
