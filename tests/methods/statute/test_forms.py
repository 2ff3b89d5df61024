from datetime import date

import pytest

from fucina.methods.errors import MethodError
from fucina.methods.statute import game, load_forms
from fucina.methods.voting import WeightedGame

FORMS = {form.id: form for form in load_forms()}
RULES = [(form.id, rule.resolution) for form in load_forms() for rule in form.rules]


def test_forms_are_the_nine_of_the_study():
    assert list(FORMS) == [
        "societa_consortile_srl",
        "societa_consortile_spa",
        "consorzio_attivita_esterna",
        "associazione_riconosciuta",
        "fondazione_di_partecipazione",
        "fondazione_universitaria",
        "societa_in_house",
        "unita_universitaria",
        "company_limited_by_guarantee",
    ]


@pytest.mark.parametrize("form", load_forms(), ids=lambda form: form.id)
def test_form_is_dated_cited_and_bilingual(form):
    assert form.as_of == date(2026, 11, 1)
    assert form.sources
    texts = (form.name, form.pros, form.cons)
    assert all(text.it and text.en and text.it != text.en for text in texts)


def test_rules_from_general_knowledge_are_not_confirmed():
    confirmed = {form.id for form in FORMS.values() for rule in form.rules if rule.confirmed}

    assert confirmed == {"societa_consortile_srl", "societa_consortile_spa"}


@pytest.mark.parametrize(
    ("form", "resolution", "expected"),
    [
        ("societa_consortile_srl", "ordinary", WeightedGame((40, 40, 20), 51)),
        ("societa_consortile_srl", "extraordinary", WeightedGame((40, 40, 20), 50)),
        ("societa_consortile_spa", "extraordinary", WeightedGame((40, 40, 20), 51)),
        ("consorzio_attivita_esterna", "ordinary", WeightedGame((1, 1, 1), 2)),
        ("consorzio_attivita_esterna", "extraordinary", WeightedGame((1, 1, 1), 3)),
        ("associazione_riconosciuta", "ordinary", WeightedGame((1, 1, 1), 2)),
        ("associazione_riconosciuta", "extraordinary", WeightedGame((1, 1, 1), 3)),
        ("fondazione_di_partecipazione", "extraordinary", WeightedGame((1, 1, 1), 2)),
    ],
)
def test_rule_becomes_its_game(form, resolution, expected):
    assert game(FORMS[form], resolution, [40, 40, 20]) == expected


@pytest.mark.parametrize(("form", "resolution"), RULES)
def test_everyone_together_carries_every_resolution(form, resolution):
    assert game(FORMS[form], resolution, [5, 3, 2, 1]).wins([True] * 4).item()


@pytest.mark.parametrize(
    ("form", "resolution", "quotas"),
    [
        ("fondazione_universitaria", "ordinary", [1, 1]),
        ("societa_consortile_srl", "dissolution", [1, 1]),
        ("societa_consortile_srl", "ordinary", []),
        ("societa_consortile_srl", "ordinary", [0, 1]),
        ("societa_consortile_srl", "ordinary", [0.5, 0.5]),
    ],
)
def test_rule_or_quota_that_does_not_exist_is_refused(form, resolution, quotas):
    with pytest.raises(MethodError):
        game(FORMS[form], resolution, quotas)
