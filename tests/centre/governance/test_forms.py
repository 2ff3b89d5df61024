"""The director's forms: what is recorded, what is refused and what stays as it was typed."""

import datetime as dt
from decimal import Decimal

import pghistory.models
import pytest
from django.urls import reverse

from fucina.centre.governance.models import Agreement


def send(client, name, data, **kwargs):
    return client.post(reverse(f"governance:{name}", kwargs=kwargs), data)


def test_an_agreement_with_its_parties_and_obligation(consortium, director, sign_in) -> None:
    client = sign_in(director)

    recorded = send(client, "record_agreement", {
        "title": "Nuovo accordo", "kind": "convention", "signed_on": "15/11/2026", "object": "Cose",
    })  # fmt: skip
    agreement = Agreement.objects.get(title="Nuovo accordo")
    number = {"agreement": agreement.pk}
    organisation = consortium.gamma.organisation
    send(client, "add_party", {"organisation": str(organisation), "organisation-value": organisation.pk, "role": "promoter"}, **number)  # fmt: skip
    send(client, "record_obligation", {"text": "Fare", "kind": "do", "party": agreement.parties.get().pk, "due": "2027-01-31"}, **number)  # fmt: skip

    assert recorded.status_code == 302
    assert agreement.valid_from == agreement.signed_on == dt.date(2026, 11, 15)
    assert agreement.parties.get().organisation == organisation
    assert agreement.obligations.get().due == dt.date(2027, 1, 31)


def test_an_agreement_is_changed(consortium, director, sign_in) -> None:
    changed = send(sign_in(director), "change_agreement", {
        "title": "Altro titolo", "kind": "consortium", "signed_on": "01/03/2024", "object": "Altro",
        "public": "on",
    }, agreement=consortium.private.pk)  # fmt: skip

    consortium.private.refresh_from_db()
    assert changed.status_code == 302
    assert (consortium.private.title, consortium.private.public) == ("Altro titolo", True)


def test_a_document_and_what_it_proves(consortium, director, sign_in, upload) -> None:
    client, number = sign_in(director), {"agreement": consortium.public.pk}
    send(client, "attach_document", {"title": "Prova", "kind": "evidence", "language": "it", "file": upload()}, **number)  # fmt: skip
    document = consortium.public.documents.get(title="Prova")
    obligation = consortium.public.obligations.get()

    send(client, "settle_obligation", {"state": "done", "settled_on": "01/02/2025", "evidence": document.pk}, obligation=obligation.pk)  # fmt: skip

    obligation.refresh_from_db()
    assert (obligation.state, obligation.evidence) == ("done", document)


def test_promise_receipt_and_release(consortium, director, sign_in) -> None:
    client = sign_in(director)
    send(client, "promise_contribution", {
        "party": consortium.beta.pk, "form": "cash", "purpose": "running", "what": "Quota annua",
        "amount": "1.234,56", "due": "31/12/2026",
    }, agreement=consortium.private.pk)  # fmt: skip
    promise = consortium.beta.promises.get(what="Quota annua")

    send(client, "record_given", {"given_on": "01/10/2026", "amount": "1.000"}, promise=promise.pk)
    send(client, "release_promise", {"released_on": "01/11/2026", "why": "Delibera"}, promise=promise.pk)  # fmt: skip

    promise.refresh_from_db()
    assert (promise.amount, promise.receipts.get().amount) == (Decimal("1234.56"), Decimal(1000))
    assert promise.released_why == "Delibera"


def test_a_quota_and_its_end(consortium, director, sign_in) -> None:
    client, firm = sign_in(director), consortium.gamma.organisation
    send(client, "record_quota", {
        "body": str(consortium.body), "body-value": consortium.body.pk,
        "member": str(firm), "member-value": firm.pk, "share": "8,5", "valid_from": "01/01/2026",
    }, agreement=consortium.private.pk)  # fmt: skip
    quota = firm.quotas_held.get()

    send(client, "end_quota", {"last_day": "31/12/2026"}, quota=quota.pk)
    send(client, "leave", {"last_day": "31/12/2026"}, party=consortium.alfa.pk)

    quota.refresh_from_db()
    consortium.alfa.refresh_from_db()
    assert (quota.share, quota.valid_until) == (Decimal("8.5"), dt.date(2026, 12, 31))
    assert consortium.alfa.valid_until == dt.date(2026, 12, 31)


def test_a_refusal_keeps_what_was_typed(consortium, director, sign_in) -> None:
    answer = send(sign_in(director), "record_given", {"given_on": "01/10/2026", "amount": "700.000", "note": "Bonifico"}, promise=consortium.cash.pk)  # fmt: skip

    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (200, ["amount"])
    assert (form["amount"].value(), form["note"].value()) == ("700.000", "Bonifico")


@pytest.mark.parametrize("words", ["gamma", "GÀMMA prova"])
def test_organisations_are_found_by_name(consortium, director, sign_in, words) -> None:
    answer = sign_in(director).get(reverse("governance:find_organisations"), {"q": words})

    assert [found["label"] for found in answer.json()["results"]] == ["Gamma Prova srl"]


def test_a_mistaken_receipt_is_struck_out_and_remembered(consortium, director, sign_in) -> None:
    given = consortium.cash.receipts.get()

    send(sign_in(director), "strike_given", {"why": "Doppia registrazione"}, given=given.pk)

    assert consortium.cash.receipts.count() == 0
    event = pghistory.models.Events.objects.tracks(given).filter(pgh_label="delete").get()
    assert event.pgh_context["reason"] == "Doppia registrazione"


def test_a_document_is_published_and_taken_back(consortium, director, sign_in) -> None:
    client = sign_in(director)

    send(client, "publish_document", {"public": "no"}, document=consortium.paper.pk)
    hidden = sign_in(None).get(consortium.paper.get_absolute_url()).status_code
    send(client, "publish_document", {"public": "yes"}, document=consortium.paper.pk)
    shown = sign_in(None).get(consortium.paper.get_absolute_url())

    assert (hidden, shown.status_code) == (302, 302)
    assert shown.headers["Location"] == "https://prova.example/t"
