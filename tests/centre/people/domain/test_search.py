import pytest

from fucina.centre.people.domain.queries import search_organisations, search_persons
from fucina.centre.people.enums import OrganisationKind, Role, SizeClass
from fucina.centre.people.models import Contact, Person, Site, SizeFigure

pytestmark = pytest.mark.django_db


def names(found) -> list[str]:
    return [str(one) for one in found]


@pytest.fixture
def directory(firm):
    firm("Società Metallurgica Piè di Rivo", vat_number="99900010010", email="info@rivo.example")
    firm("Meccanica Bianchi")
    firm("Meccanica Ferrari", startup=True, ateco="25.53.00")
    firm("Tessitura Verdi", ateco="13.20.00", kind=OrganisationKind.OTHER)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("societa pie", ["Società Metallurgica Piè di Rivo"]),
        ("SOCIETÀ", ["Società Metallurgica Piè di Rivo"]),
        ("metalurgica", ["Società Metallurgica Piè di Rivo"]),
        ("bianci", ["Meccanica Bianchi"]),
        ("ferarri", ["Meccanica Ferrari"]),
        ("bi", ["Meccanica Bianchi"]),
        ("mecanica ferrari", ["Meccanica Ferrari"]),
        ("IT 999 000 10010", ["Società Metallurgica Piè di Rivo"]),
        ("info@rivo.example", ["Società Metallurgica Piè di Rivo"]),
        ("zzzz", []),
        ("%", []),
        ("a\\_%'\x00;--", []),
    ],
)
def test_search_forgives_accents_and_typos(directory, director, words, found) -> None:
    assert names(search_organisations(director, words)) == found


def test_better_answers_come_first(firm, director) -> None:
    firm("Rossi Utensili")
    firm("Rosso Vernici")
    firm("Carpenteria Rossi")

    found = names(search_organisations(director, "rossi"))

    assert found[:2] == ["Carpenteria Rossi", "Rossi Utensili"]


def test_exact_number_stands_above_alike_names(firm, director) -> None:
    firm("99900020027 Srl")
    firm("Altra", vat_number="99900020027")

    assert names(search_organisations(director, "99900020027"))[0] == "Altra"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"division": "25"}, ["Meccanica Ferrari"]),
        ({"section": "C"}, ["Meccanica Ferrari", "Tessitura Verdi"]),
        ({"startup": True}, ["Meccanica Ferrari"]),
        ({"kind": "other"}, ["Tessitura Verdi"]),
    ],
)
def test_filters_narrow(directory, director, asked, found) -> None:
    assert names(search_organisations(director, **asked)) == found


def test_place_size_and_role_narrow(small_centre, director, firm) -> None:
    one = firm("Torneria")
    Site.objects.create(organisation=one, municipality="Moncalieri", province="TO")
    SizeFigure.objects.create(organisation=one, year=2024, headcount=300)
    SizeFigure.objects.create(organisation=one, year=2025, headcount=30, turnover=1_000_000)
    small_centre.newcomer("m@x.example", Role.COMPANY_MEMBER, organisation=one)

    for asked in (
        {"municipality": "moncalieri"}, {"province": "to"}, {"size": SizeClass.SMALL},
        {"role": Role.COMPANY_MEMBER},
    ):  # fmt: skip
        assert names(search_organisations(director, **asked)) == ["Torneria"]
    assert names(search_organisations(director, size=SizeClass.LARGE)) == []


def test_who_sees_no_numbers_finds_by_names_alone(firm, outsider) -> None:
    firm("Fonderia", vat_number="99900010010", fiscal_code="RCCMNL83S18D969H", email="a@b.example")

    for words in ("99900010010", "9990001", "rccmnl", "a@b.example"):
        assert names(search_organisations(outsider, words)) == []
    assert names(search_organisations(outsider, "fonderia")) == ["Fonderia"]


def test_unlisted_organisation_is_found_by_those_it_concerns(
    small_centre, director, outsider
) -> None:
    assert names(search_organisations(outsider, "riservata")) == []
    assert names(search_organisations(director, "riservata")) == ["Ditta Riservata"]


def test_persons_are_found_by_name_address_and_code(firm, director, officer) -> None:
    person = Person.objects.create(
        given_name="Niccolò",
        family_name="D’Alò",
        email="n@casa.example",
        fiscal_code="RCCMNL83S18D969H",
    )
    Contact.objects.create(person=person, organisation=firm(), email="n.dalo@lavoro.example")

    for words in ("niccolo", "nicolo", "d’alo", "n@casa.example", "n.dalo@lavoro.example"):
        assert names(search_persons(director, words)) == ["Niccolò D’Alò"]
    assert names(search_persons(director, "rcc mnl 83s18d969h")) == ["Niccolò D’Alò"]
    assert names(search_persons(officer, "RCCMNL83S18D969H")) == []


def test_persons_are_oneself_and_colleagues_for_the_others(small_centre, outsider) -> None:
    Person.objects.create(given_name="Zoe", family_name="Lontana")

    assert names(search_persons(outsider, "zoe")) == []
    assert names(search_persons(outsider)) == [str(outsider.person)]
