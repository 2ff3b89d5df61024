from pathlib import Path

from django.db import transaction

from fucina.centre.governance.domain.founding import ObligationFacts, Protocol, read_protocol
from fucina.centre.governance.enums import ObligationState
from fucina.centre.governance.models import Agreement, Document, Obligation, Party
from fucina.centre.people.domain.record_institution import record_institution

TORINO = Path(__file__).parents[1] / "founding/torino.toml"


@transaction.atomic
def record_founding_protocol(path: Path = TORINO) -> Agreement:
    """Record the protocol that a file of facts tells, or correct it. What has been recorded since (who left, what was
    settled) stays."""
    told = read_protocol(path)
    agreement = _agreement(told)
    parties = {facts.key: _party(agreement, told, facts.key) for facts in told.parties}
    for facts in told.obligations:
        _obligation(agreement, told, facts, parties.get(facts.party))
    for document in told.documents:
        Document.objects.update_or_create(
            agreement=agreement,
            address=told.source(document.source).address,
            defaults={
                "title": document.title,
                "kind": document.kind,
                "dated": document.dated,
                "language": document.language,
                "public": True,
            },
        )
    return agreement


def _agreement(told: Protocol) -> Agreement:
    facts, source = told.agreement, told.source(told.agreement.source)
    words = {
        "title": facts.title.it,
        "title_en": facts.title.en,
        "kind": facts.kind,
        "signed_on": facts.signed_on,
        "object": facts.object.it,
        "object_en": facts.object.en,
        "public": True,
        "source": source.title,
        "source_address": source.address,
    }
    validity = {"valid_from": facts.signed_on, "valid_until": facts.valid_until}
    agreement, _ = Agreement.objects.update_or_create(
        key=facts.key, defaults=words, create_defaults=words | validity
    )
    return agreement


def _party(agreement: Agreement, told: Protocol, key: str) -> Party:
    facts = next(party for party in told.parties if party.key == key)
    organisation = record_institution(facts.key, facts.name.it, facts.name.en, facts.kind)
    words = {"role": facts.role, "task": facts.task.it, "task_en": facts.task.en}
    party, _ = Party.objects.update_or_create(
        agreement=agreement,
        organisation=organisation,
        valid_from=agreement.valid_from,
        defaults=words,
    )
    return party


def _obligation(
    agreement: Agreement, told: Protocol, facts: ObligationFacts, party: Party | None
) -> None:
    source = told.source(facts.source)
    words = {
        "party": party,
        "text": facts.text.it,
        "text_en": facts.text.en,
        "kind": facts.kind,
        "due": facts.due,
        "continuous": facts.continuous,
        "source": source.title,
        "source_address": source.address,
    }
    state = ObligationState.OPEN if facts.continuous or facts.due else ObligationState.UNKNOWN
    Obligation.objects.update_or_create(
        agreement=agreement,
        key=facts.key,
        defaults=words,
        create_defaults={**words, "state": state},
    )
