import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from fucina.centre.governance import domain
from fucina.centre.governance.domain.founding import read_protocol
from fucina.centre.governance.domain.record_founding_protocol import TORINO
from fucina.centre.governance.models import (
    Agreement,
    Document,
    GivenContribution,
    Obligation,
    Party,
    PromisedContribution,
    Quota,
)

STUDY = Path(__file__).parents[4] / "studies/torino/stakeholders.toml"


def test_parties_are_the_studys_institutions() -> None:
    study = tomllib.loads(STUDY.read_text(encoding="utf-8"))["stakeholder"]

    told = read_protocol(TORINO)

    assert [(p.key, p.name.it, p.name.en, p.kind) for p in told.parties] == [
        (s["id"], s["name"]["it"], s["name"]["en"], s["kind"]) for s in study
    ]


@pytest.mark.django_db
def test_recorded_again_it_is_recorded_once() -> None:
    domain.record_founding_protocol()

    domain.record_founding_protocol()

    counted = [model.objects.count() for model in (Agreement, Party, Obligation, Document)]
    assert counted == [1, 9, 3, 2]


@pytest.mark.django_db
def test_nothing_is_invented_of_money_and_quotas() -> None:
    domain.record_founding_protocol()

    invented = [m.objects.count() for m in (PromisedContribution, GivenContribution, Quota)]
    assert invented == [0, 0, 0]
    assert Agreement.objects.get().valid_until is None


@pytest.mark.django_db
def test_what_was_recorded_since_stays(director) -> None:
    agreement = domain.record_founding_protocol()
    study = agreement.obligations.get(key="feasibility-study")
    proof = agreement.documents.first()
    domain.settle_obligation(study, "done", agreement.signed_on, by=director, evidence=proof)

    domain.record_founding_protocol()

    study.refresh_from_db()
    assert (study.state, study.evidence) == ("done", proof)


def test_a_file_that_names_an_unknown_party_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(TORINO.read_text(encoding="utf-8").replace('party = "equiter"', 'party = "x"'))

    with pytest.raises(ValidationError, match="unknown party: x"):
        read_protocol(wrong)
