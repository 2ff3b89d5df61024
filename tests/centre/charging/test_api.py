"""The reads for programs: the same figures as the pages, and nobody else's."""

from types import SimpleNamespace

import pytest
from django.http import Http404
from ninja import NinjaAPI

from fucina.centre.api.problems import add_handlers
from fucina.centre.charging import api
from fucina.centre.charging.models import ProjectLimit
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Organisation


def test_the_document_asks_for_a_token_everywhere() -> None:
    alone = NinjaAPI(title="charging alone", urls_namespace="charging-alone")
    add_handlers(alone)
    alone.add_router("", api.router)

    paths = alone.get_openapi_schema(path_prefix="/")["paths"]

    said = {path: [op.get("security") for op in ops.values()] for path, ops in paths.items()}
    assert set(map(str, said.values())) == {"[[{'TokenAuthentication': []}]]"}


@pytest.fixture
def ask():
    """Calls an operation as its caller would, past the token."""

    def call(operation, user, **told):
        return operation(SimpleNamespace(user=user), **told)

    return call


def test_prices_are_those_that_are_published(lab, ask) -> None:
    answer = ask(api.prices, lab.member, asked=api.RatesAsked(user_class="sme"))

    assert [(one["item"], str(one["amount"])) for one in answer["items"]] == [
        ("laser", "60.00"),
        ("course", "50.00"),
    ]


def test_a_quote_is_explained(lab, ask) -> None:
    asked = api.QuoteAsked(item="laser", user_class="sme", start=lab.at(9), end=lab.at(11))
    answer = ask(api.quote, lab.member, asked=asked)

    assert (str(answer["total"]), [line["rule"] for line in answer["lines"]]) == (
        "120.00",
        ["hourly"],
    )


def test_charges_are_ones_own(lab, ask, user_with) -> None:
    charge = lab.charge()
    beta = Organisation.objects.create(name="Beta Prova srl", kind="company")
    stranger = user_with(Role.COMPANY_MEMBER, beta)

    seen = [
        [one["id"] for one in ask(api.charges, user, asked=api.Listing())["items"]]
        for user in (lab.member, stranger)
    ]
    whole = ask(api.charge, lab.member, charge=charge.pk)

    assert (seen, [str(one["amount"]) for one in whole["payers"]]) == ([[charge.pk], []], ["36.00", "24.00"])  # fmt: skip
    with pytest.raises(Http404):
        ask(api.charge, stranger, charge=charge.pk)


def test_projects_are_those_that_the_caller_may_charge(lab, ask, user_with) -> None:
    stranger = user_with(
        Role.COMPANY_MEMBER, Organisation.objects.create(name="Beta Prova srl", kind="company")
    )
    ProjectLimit.objects.create(project=lab.project, chargeable=lab.laser)

    mine, theirs = (
        ask(api.projects, user, asked=api.Listing())["items"] for user in (lab.member, stranger)
    )

    assert [(one["id"], one["organisation"], one["items"]) for one in mine] == [
        (lab.project.pk, lab.firm.pk, ["laser"])
    ]
    assert theirs == []
