import pytest
from django.core.exceptions import PermissionDenied

from fucina.centre.people.domain.duplicates import dismiss_duplicate, open_duplicates
from fucina.centre.people.domain.find_duplicates import find_duplicates
from fucina.centre.people.domain.history import history_of
from fucina.centre.people.domain.record_contact import record_contact
from fucina.centre.people.domain.record_organisation import (
    correct_organisation,
    record_organisation,
)
from fucina.centre.people.domain.record_person import correct_person, record_person
from fucina.centre.people.domain.record_site import add_site
from fucina.centre.people.domain.record_size_figure import record_size_figure
from fucina.centre.people.domain.search import latest_size_class
from fucina.centre.people.domain.size_class import size_class
from fucina.centre.people.enums import SizeClass
from fucina.centre.people.models import Organisation, Person, Site, SizeFigure
from fucina.centre.refusal import Refusal

pytestmark = pytest.mark.django_db


def fields(refusal) -> list[str]:
    return sorted(problem.field for problem in refusal.value.problems)


def test_organisation_is_recorded_in_its_usual_form(officer) -> None:
    one = record_organisation(
        by=officer, name="  Fonderia   Esempio ", kind="company", vat_number="IT 999 000 10010", ateco="620100",
        email="Info@X.example",
    )  # fmt: skip

    one.refresh_from_db()
    assert (one.name, one.vat_number, one.ateco, one.email) == (
        "Fonderia Esempio", "99900010010", "62.10.00", "info@x.example",
    )  # fmt: skip


def test_every_problem_is_told_at_once(officer) -> None:
    with pytest.raises(Refusal) as refusal:
        record_organisation(
            by=officer, name="", kind="guild", vat_number="1", ateco="99.99", website="x"
        )

    assert fields(refusal) == ["ateco", "kind", "name", "vat_number", "website"]
    assert Organisation.objects.filter(name="").count() == 0


def test_number_of_another_is_refused(firm, officer) -> None:
    firm(vat_number="99900010010")

    with pytest.raises(Refusal) as refusal:
        record_organisation(by=officer, name="Altra", kind="company", vat_number="99900010010")

    assert [problem.code for problem in refusal.value.problems] == ["taken"]


def test_correction_leaves_the_rest(firm, officer) -> None:
    one = firm(phone="011")

    correct_organisation(one, by=officer, about="Fonde.")

    one.refresh_from_db()
    assert (one.phone, one.about) == ("011", "Fonde.")


def test_only_who_may_writes(small_centre, outsider, officer) -> None:
    with pytest.raises(PermissionDenied):
        record_organisation(by=outsider, name="A", kind="company")
    with pytest.raises(PermissionDenied):
        correct_organisation(small_centre.firm, by=outsider, name="A")
    with pytest.raises(PermissionDenied):
        record_person(by=outsider, given_name="A")
    with pytest.raises(PermissionDenied):
        record_person(by=officer, given_name="A", fiscal_code="RCCMNL83S18D969H")


def test_person_corrects_themselves(outsider) -> None:
    person = correct_person(
        outsider.person, by=outsider, phone="011 1", fiscal_code="RCCMNL83S18D969H"
    )

    assert Person.objects.get(pk=person.pk).phone == "011 1"


def test_one_registered_office_follows_the_other(firm, officer) -> None:
    one = firm()
    add_site(one, by=officer, municipality="Torino", main=True)
    add_site(one, by=officer, municipality="Cuneo", main=True)

    assert list(Site.objects.order_by("id").values_list("municipality", "main")) == [
        ("Torino", False),
        ("Cuneo", True),
    ]


def test_figures_of_a_year_are_recorded_once_and_say_something(firm, officer) -> None:
    one = firm()
    record_size_figure(one, by=officer, year=2025, headcount=5)

    with pytest.raises(Refusal):
        record_size_figure(one, by=officer, year=2025, headcount=6)
    with pytest.raises(Refusal):
        record_size_figure(one, by=officer, year=2024)

    assert SizeFigure.objects.count() == 1


def test_same_contact_twice_is_refused(firm, officer) -> None:
    one, person = firm(), Person.objects.create(given_name="Ada")
    record_contact(one, person, by=officer, position="acquisti")

    with pytest.raises(Refusal) as refusal:
        record_contact(one, person, by=officer, position="acquisti")

    assert [problem.code for problem in refusal.value.problems] == ["overlap"]


@pytest.mark.parametrize(
    ("staff", "turnover", "balance", "size"),
    [
        (9, 2_000_000, None, SizeClass.MICRO), (9, 3_000_000, 2_000_000, SizeClass.MICRO),
        (9, 3_000_000, 3_000_000, SizeClass.SMALL), (10, 1, 1, SizeClass.SMALL), (49, None, None, SizeClass.SMALL),
        (249, 50_000_000, None, SizeClass.MEDIUM), (249, 51_000_000, 43_000_000, SizeClass.MEDIUM),
        (249, 51_000_000, 44_000_000, SizeClass.LARGE), (250, 1, 1, SizeClass.LARGE), (None, 1, 1, None),
    ],
)  # fmt: skip
def test_size_is_judged_alike_in_python_and_in_the_database(
    firm, staff, turnover, balance, size
) -> None:
    one = firm()
    figure = SizeFigure.objects.create(
        organisation=one, year=2025, headcount=staff, turnover=turnover, balance_total=balance
    )

    asked = Organisation.objects.annotate(size=latest_size_class()).get(pk=one.pk).size

    figure.refresh_from_db()
    assert (size_class(figure), asked) == (size, size or "")


def test_alike_names_in_one_place_are_proposed_and_those_with_other_numbers_are_not(
    firm, director
) -> None:
    names = (
        ("Fonderia Esempio Srl", ""),
        ("Fonderia Esenpio S.r.l.", ""),
        ("Tessitura", "99900010010"),
    )
    for name, number in names:
        Site.objects.create(organisation=firm(name, vat_number=number), municipality="Torino")
    firm("Fonderia Esempio srl", vat_number="99900020027")
    Site.objects.create(
        organisation=firm("Tessitura", vat_number="99900030034"), municipality="TORINO"
    )

    find_duplicates()

    found = {frozenset((str(p.first), str(p.second))) for p in open_duplicates(director)}
    assert found == {
        frozenset(("Fonderia Esempio Srl", "Fonderia Esenpio S.r.l.")),
        frozenset(("Fonderia Esempio Srl", "Fonderia Esempio srl")),
    }


def test_dismissed_pair_stays_dismissed(firm, director) -> None:
    firm("Fonderia", email="a@x.example")
    firm("Altra", email="a@x.example")
    find_duplicates()
    dismiss_duplicate(open_duplicates(director).get(), by=director)

    find_duplicates()

    assert open_duplicates(director).count() == 0


def test_pair_is_found_when_a_record_is_written_and_forgotten_when_mended(
    firm, officer, director
) -> None:
    firm("Altra", email="a@x.example")
    one = record_organisation(by=officer, name="Fonderia", kind="company", email="a@x.example")
    assert [pair.reasons for pair in open_duplicates(director)] == [["email"]]

    correct_organisation(one, by=officer, email="b@x.example")

    assert open_duplicates(director).count() == 0


def test_history_says_what_changed(firm, officer) -> None:
    one = firm(phone="1")
    correct_organisation(one, by=officer, phone="2")

    latest = history_of(one)[0]

    assert (latest.label, [(field.name, was, now) for field, was, now in latest.fields]) == (
        "update", [("phone", "1", "2")],
    )  # fmt: skip
