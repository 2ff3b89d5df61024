"""What there is, and how it is found."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.centre.labs.conftest import codes

from fucina.centre.labs.domain import catalogue, queries
from fucina.centre.labs.domain.queries.find import fold, understand
from fucina.centre.labs.models import Capability, Resource, Steward
from fucina.centre.people.enums import Role
from fucina.centre.people.models import User
from fucina.centre.refusal import Refusal

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def printers(lab, manager):
    """A small and a large printer of metal powder, one of polymers, and a saw."""
    process = Capability.objects.create(
        key="lpbf", kind="process", name="Fusione laser a letto di polvere",
        name_en="Laser powder-bed fusion", synonyms="LPBF, SLM, DMLS",
    )  # fmt: skip
    material = Capability.objects.create(
        key="metal", kind="material", name="Metallo", name_en="Metal"
    )
    volume = Capability.objects.create(
        key="volume", kind="measure", name="Volume di lavoro", name_en="Build volume", unit="mm"
    )
    made = {}
    for name, alloy, size in (
        ("Stampante piccola", "Ti-6Al-4V", 100),
        ("Stampante media", "Ti-6Al-4V", 280),
        ("Stampante grande", "AlSi10Mg", 500),
    ):
        one = catalogue.add_machine(lab.laboratory, name, lab.type, by=manager)
        catalogue.say_capability(one, process, by=manager)
        catalogue.say_capability(one, material, by=manager, text=alloy)
        catalogue.say_capability(one, volume, by=manager, text="lato", high=size)
        made[name] = one
    catalogue.add_machine(lab.laboratory, "Sega a nastro", lab.type, by=manager)
    return made


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("laser powder bed, Ti-6Al-4V, 250 mm", ["Stampante media"]),
        ("letto di polvere, ti6al4v", ["Stampante media", "Stampante piccola"]),
        ("SLM, 25 cm", ["Stampante grande", "Stampante media"]),
        ("sega", ["Sega a nastro"]),
        ("titanio 600 mm", []),
        ("tornio", []),
    ],
)
def test_machines_are_found_by_what_they_can_do(ada, printers, words, names) -> None:
    found = queries.find_resources(ada, words)

    assert sorted(str(one.resource) for one in found) == names


def test_search_says_what_answers(ada, printers) -> None:
    (found,) = queries.find_resources(ada, "laser powder bed, Ti-6Al-4V, 250 mm")

    assert found.matched == (
        "Laser powder-bed fusion", "Metal: Ti-6Al-4V", "Build volume (lato): 280 mm",
    )  # fmt: skip


def test_search_costs_the_same_however_many_there_are(lab, ada, printers) -> None:
    def cost() -> int:
        fresh = User.objects.get(pk=ada.pk)
        with CaptureQueriesContext(connection) as captured:
            queries.find_resources(fresh, "laser")
        return len(captured)

    before = cost()
    for number in range(5):
        lab.machine(f"Altra {number}")

    assert cost() == before <= 5


def test_words_are_taken_apart() -> None:
    assert fold("Ti-6Al-4V (Città)") == "ti6al4v citta"
    assert understand("laser, 0,3 m").measures[0].value == 300.0


def test_bundle_of_a_machine_is_written_whole(lab, manager) -> None:
    with pytest.raises(Refusal) as refusal:
        catalogue.add_machine(
            lab.laboratory, "", lab.type, by=manager, technical_data=[{"name": "Potenza"}]
        )

    assert sorted({one.field for one in refusal.value.problems}) == ["name", "technical_data"]
    assert Resource.objects.count() == 0


def test_only_managers_write_the_catalogue(lab, ada) -> None:
    with pytest.raises(PermissionDenied):
        catalogue.add_room(lab.laboratory, "Aula", by=ada)


def test_a_name_as_it_is_written_comes_first(lab, ada) -> None:
    """“tre” is in “machining centre”, too, and “a” begins many words."""
    lab.machine("Centro di lavoro a cinque assi", name_en="Five-axis machining centre")
    three = lab.machine("Centro di lavoro a tre assi", name_en="Three-axis machining centre")

    found = queries.find_resources(ada, "centro di lavoro a tre")

    assert len(found) == 2
    assert found[0].resource.pk == three.pk


def test_way_of_counting_stays_while_something_is_booked(lab, ada, manager, printer, reserve) -> None:  # fmt: skip
    """From one place to several: refused, for what is booked would be counted by nobody."""
    reserve(ada, printer, "09:00", "10:00")

    with pytest.raises(Refusal) as refusal:
        catalogue.change_capacity(printer, 2, by=manager)
    free = catalogue.change_capacity(lab.room("Aula", 1), 12, by=manager)

    assert codes(refusal) == ["booked"]
    assert free.schedule.capacity == 12


def test_stock_is_never_less_than_none(lab, manager) -> None:
    powder = catalogue.record_consumable(
        lab.laboratory, "Polvere", "kg", by=manager, stock=Decimal(5)
    )
    catalogue.withdraw(powder, Decimal("4.5"), by=manager)

    with pytest.raises(Refusal) as refusal:
        catalogue.withdraw(powder, Decimal(1), by=manager)
    powder.refresh_from_db()

    assert codes(refusal) == ["stock"]
    assert powder.stock == Decimal("0.5")


def test_photo_is_known_by_what_it_holds(lab, manager, printer, settings, tmp_path) -> None:
    settings.FUCINA_VAR = tmp_path
    photo = SimpleUploadedFile("a.exe", PNG)
    manual = SimpleUploadedFile("manuale.png", b"MZ programma")

    kept = catalogue.attach_document(printer, "Vista", "photo", by=manager, file=photo)
    with pytest.raises(Refusal) as refusal:
        catalogue.attach_document(printer, "Manuale", "manual", by=manager, file=manual)

    assert (kept.media_type, kept.file.name.startswith("labs/")) == ("image/png", True)
    assert codes(refusal) == ["wrong_type"]


def test_catalogue_shows_what_is_listed_and_what_one_looks_after(lab, ada, printer) -> None:
    hidden = lab.machine("Prototipo", listed=False)
    sam = lab.user("sam", Role.LECTURER)
    Steward.objects.create(person=sam.person, resource=hidden)

    seen = [set(queries.visible_resources(user)) for user in (ada, sam)]

    assert seen == [{printer}, {printer, hidden}]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "boat"},
        {"name": ""},
        {"hourly_cost": Decimal(-1)},
        {"status": "broken"},
    ],
)
def test_database_refuses_what_must_not_be(printer, change) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Resource.objects.filter(pk=printer.pk).update(**change)


def test_technical_data_are_typed_rows(lab, printer) -> None:
    printer.machine.technical_data = [{"name": "Potenza", "value": 500, "unit": "W"}]
    printer.machine.full_clean()
    printer.machine.technical_data = {"Potenza": 500}

    with pytest.raises(ValidationError):
        printer.machine.full_clean()
