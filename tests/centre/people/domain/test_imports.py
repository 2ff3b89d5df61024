import io
import threading
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from fucina.centre.people.domain.imports import apply_import, preview_import, undo_import
from fucina.centre.people.domain.imports.table import MOST_LINES, read_table
from fucina.centre.people.domain.imports.template import template_rows, template_sheets
from fucina.centre.people.enums import ImportState, OrganisationKind, RecordKind, Role, RowOutcome
from fucina.centre.people.models import Contact, ImportBatch, Organisation, Person, Site
from fucina.centre.people.presentation.spreadsheet import workbook
from fucina.centre.refusal import Refusal

pytestmark = pytest.mark.django_db
FIRMS = RecordKind.ORGANISATIONS
PEOPLE = RecordKind.PERSONS


def codes(refusal) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def outcomes(batch: ImportBatch) -> list[tuple[int, str]]:
    return list(batch.rows.values_list("line", "outcome"))


def sheet(rows: list[list[object]]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_file_of_any_usual_make_is_read(encoding, separator) -> None:
    text = (
        separator.join(["Nome", "Comune"])
        + "\r\n"
        + separator.join(["Società Piè", "Cirié"])
        + "\r\n\r\n"
    )

    lines = read_table("ditte.csv", text.encode(encoding))

    assert [(line.number, line.cells) for line in lines] == [
        (1, ["Nome", "Comune"]),
        (2, ["Società Piè", "Cirié"]),
    ]


def test_workbook_is_read_with_values_for_formulas_and_its_own_line_numbers() -> None:
    content = sheet([["Nome", "CAP"], [None, None], ["Fonderia", 10100], ["=1+1", 1.5]])

    lines = read_table("ditte.xlsx", content)

    assert [(line.number, line.cells) for line in lines] == [
        (1, ["Nome", "CAP"]), (3, ["Fonderia", "10100"]), (4, ["", "1.5"]),
    ]  # fmt: skip


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (101 * 1024 * 1024))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", lambda: b"", "empty"),
        ("a.csv", lambda: b"name\n", "empty"),
        ("a.csv", lambda: b'name\n"open\n', "csv"),
        ("a.csv", lambda: b"name\n\x00\n", "not_text"),
        ("a.csv", lambda: b"name\n\x81\x8d\n", "encoding"),
        ("a.csv", lambda: b"name;colour\nA;red\n", "column"),
        ("a.csv", lambda: b"name;Nome\nA;B\n", "column_twice"),
        ("a.csv", lambda: b"name\n" + b"A\n" * MOST_LINES, "too_long"),
        ("a.xlsx", lambda: b"no workbook", "xlsx"),
        ("a.xlsx", lambda: b"PK\x03\x04 no workbook", "xlsx"),
        ("a.xlsx", bomb, "too_large"),
        ("a.xls", lambda: b"\xd0\xcf\x11\xe0 old", "old_excel"),
    ],
)  # fmt: skip
def test_file_that_is_no_such_thing_is_refused_in_words(director, name, content, code) -> None:
    with pytest.raises(Refusal) as refusal:
        preview_import(FIRMS, name, content(), by=director)

    assert codes(refusal) == [code]
    assert ImportBatch.objects.count() == 0


def test_every_bad_row_is_named_with_line_column_value_and_what_is_allowed(director) -> None:
    text = (
        "Nome;Partita IVA;Tipo;Start-up innovativa;Comune;Latitudine;E-mail;Paese\n"
        "Buona;99900010010;impresa;no;Torino;;;\n"
        "Corta;123;impresa;;;;;\n"
        "Strana;;gilda;forse;;;;\n"
        ";;impresa;;;;;\n"
        "Doppia;99900010010;;;;;;\n"
        "Sola;;;;;45.1;;\n"
        "Posta;;;;;;non una mail;\n"
    )

    batch = preview_import(FIRMS, "ditte.csv", text.encode(), by=director)

    assert outcomes(batch) == [(2, "new"), *((line, "wrong") for line in range(3, 9))]
    told = {
        row.line: [(p["column"], p["value"]) for p in row.problems]
        for row in batch.rows.all()
        if row.problems
    }
    assert told == {
        3: [("vat_number", "123")],
        4: [("kind", "gilda"), ("startup", "forse")],
        5: [("name", "")],
        6: [("vat_number", "99900010010")],
        7: [("municipality", "")],
        8: [("email", "non una mail")],
    }
    assert all(p["message"] for row in batch.rows.all() for p in row.problems)
    assert Organisation.objects.filter(name="Buona").exists() is False


def test_all_or_nothing_is_refused_where_a_row_is_wrong_and_good_rows_alone_are_written(
    director,
) -> None:
    batch = preview_import(FIRMS, "a.csv", b"name,kind\nA,company\nB,guild\n", by=director)

    with pytest.raises(Refusal) as refusal:
        apply_import(batch, by=director, only_good=False)
    done = apply_import(batch, by=director, only_good=True)

    assert codes(refusal) == ["wrong_rows"]
    assert (done.state, done.written) == (ImportState.APPLIED, 1)
    assert set(Organisation.objects.filter(name__in="AB").values_list("name", flat=True)) == {"A"}


def test_known_organisation_is_found_and_only_what_is_told_changes(firm, director) -> None:
    by_vat = firm("Vecchia", vat_number="99900010010", phone="011 1")
    by_code = firm("Codice", fiscal_code="99900020027")
    by_mail = firm("Posta", email="a@b.example")
    text = (
        "name,vat_number,fiscal_code,email,phone,municipality\n"
        "Nuova,IT 99900010010,,,,Torino\n"
        ",,99900020027,,011 2,\n"
        ",,,A@B.example,,\n"
    )

    batch = preview_import(FIRMS, "a.csv", text.encode(), by=director)
    apply_import(batch, by=director, only_good=False)

    assert outcomes(batch) == [(2, RowOutcome.UPDATE), (3, RowOutcome.UPDATE), (4, RowOutcome.SAME)]
    for one in (by_vat, by_code, by_mail):
        one.refresh_from_db()
    assert (by_vat.name, by_vat.phone, by_vat.sites.get().municipality) == (
        "Nuova",
        "011 1",
        "Torino",
    )
    assert (by_code.name, by_code.phone) == ("Codice", "011 2")
    assert (
        Organisation.objects.filter(kind=OrganisationKind.COMPANY)
        .exclude(name__in=["Officina Ruota", "Ditta Riservata"])
        .count()
        == 3
    )


def test_zeros_that_a_spreadsheet_dropped_come_back(director) -> None:
    batch = preview_import(
        FIRMS, "a.xlsx", sheet([["name", "vat_number"], ["A", 743110157]]), by=director
    )
    apply_import(batch, by=director, only_good=False)

    assert Organisation.objects.get(name="A").vat_number == "00743110157"


def test_persons_come_with_their_organisation(firm, director) -> None:
    where = firm("Fonderia Esempio", vat_number="99900010010")
    text = (
        "Nome;Cognome;E-mail;Organizzazione;Incarico\n"
        "Ada;Esempio;ada@x.example;fonderia esempio;acquisti\n"
        "Bruno;Esempio;b@x.example;99900010010;\n"
        "Carla;Esempio;c@x.example;Nessuna;\n"
    )

    batch = preview_import(PEOPLE, "persone.csv", text.encode(), by=director)
    apply_import(batch, by=director, only_good=True)

    assert outcomes(batch) == [(2, "new"), (3, "new"), (4, "wrong")]
    assert [(str(c.person), c.position) for c in where.contacts.order_by("person__given_name")] == [
        ("Ada Esempio", "acquisti"), ("Bruno Esempio", ""),
    ]  # fmt: skip


def test_fiscal_codes_are_imported_only_by_who_may_read_them(officer, director) -> None:
    Person.objects.create(given_name="Ada", fiscal_code="RCCMNL83S18D969H")
    text = b"given_name,fiscal_code\nAda,RCCMNL83S18D969H\n"

    blind = preview_import(PEOPLE, "a.csv", text, by=officer)
    seeing = preview_import(PEOPLE, "a.csv", text, by=director)

    assert (outcomes(blind), outcomes(seeing)) == ([(2, "wrong")], [(2, "same")])


def test_import_is_taken_back_but_for_what_was_changed_since(firm, director) -> None:
    known = firm("Vecchia", vat_number="99900010010")
    text = b"name,vat_number,municipality\nCambiata,99900010010,\nA,,Torino\nB,,Torino\nC,,Torino\n"
    batch = preview_import(FIRMS, "a.csv", text, by=director)
    apply_import(batch, by=director, only_good=False)
    Organisation.objects.filter(name="B").update(phone="011")
    Contact.objects.create(
        organisation=Organisation.objects.get(name="C"),
        person=Person.objects.create(given_name="Ada"),
    )

    found = undo_import(batch, by=director)

    assert {row.label for row, _reason in found.kept} == {"B", "C"}
    assert set(Organisation.objects.filter(name__in="ABC").values_list("name", flat=True)) == {
        "B",
        "C",
    }
    assert Site.objects.filter(municipality="Torino").count() == 2
    known.refresh_from_db()
    assert known.name == "Vecchia"
    assert ImportBatch.objects.get().state == ImportState.UNDONE


def test_directory_that_changed_since_the_preview_is_noticed(firm, director) -> None:
    batch = preview_import(FIRMS, "a.csv", b"name,vat_number\nA,99900010010\n", by=director)
    firm("Altra", vat_number="99900010010")

    with pytest.raises(Refusal) as refusal:
        apply_import(batch, by=director, only_good=False)

    assert codes(refusal) == ["changed"]
    assert outcomes(batch) == [(2, RowOutcome.UPDATE)]


def test_import_is_written_once(director) -> None:
    batch = preview_import(FIRMS, "a.csv", b"name\nA\n", by=director)
    apply_import(batch, by=director, only_good=False)

    with pytest.raises(Refusal) as refusal:
        apply_import(batch, by=director, only_good=False)

    assert codes(refusal) == ["settled"]


def test_who_may_not_import_does_not(outsider) -> None:
    with pytest.raises(PermissionDenied):
        preview_import(FIRMS, "a.csv", b"name\nA\n", by=outsider)


@pytest.mark.parametrize("kind", RecordKind)
def test_template_is_read_as_an_empty_file_with_known_columns(director, kind) -> None:
    rows = "\n".join(";".join(cells) for cells in template_rows(kind))
    for name, content in (("t.csv", rows.encode()), ("t.xlsx", workbook(template_sheets(kind)))):
        with pytest.raises(Refusal) as refusal:
            preview_import(kind, name, content, by=director)
        assert codes(refusal) == ["empty"]


cell = st.text(max_size=12)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_file_is_read_or_refused(director, content) -> None:
    told = set()
    for name in ("a.csv", "a.xlsx"):
        try:
            preview_import(FIRMS, name, content, by=director)
        except Refusal as refusal:
            told |= {problem.field for problem in refusal.problems}

    assert told <= {"file"}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(st.tuples(cell, cell, cell, cell, cell), min_size=1, max_size=5),
    kind=st.sampled_from(RecordKind),
)
def test_any_rows_are_planned_and_what_is_good_is_written(director, rows, kind) -> None:
    columns = {
        FIRMS: ["name", "vat_number", "email", "municipality", "latitude"],
        PEOPLE: ["given_name", "email", "fiscal_code", "organisation", "phone"],
    }
    text = "\n".join(
        "\t".join('"' + c.replace('"', "") + '"' for c in row) for row in [columns[kind], *rows]
    )
    try:
        batch = preview_import(kind, "a.csv", text.encode("utf-8", "ignore"), by=director)
        apply_import(batch, by=director, only_good=True)
        undo_import(batch, by=director)
    except Refusal:
        return


def test_of_five_thousand_rows_every_bad_one_is_named(director) -> None:
    rows = "".join(f"Ditta {n},ditta{n}@x.example,Torino\n" for n in range(4990))
    text = f"name,email,municipality\n{rows}" + ",senza nome,\n" * 10

    batch = preview_import(FIRMS, "a.csv", text.encode(), by=director)
    done = apply_import(batch, by=director, only_good=True)

    assert (done.written, batch.count(RowOutcome.WRONG)) == (4990, 10)
    assert [row.line for row in batch.rows.exclude(problems=[])] == list(range(4992, 5002))


@pytest.mark.django_db(transaction=True)
def test_import_confirmed_twice_at_once_is_written_once(small_centre) -> None:
    director = small_centre.user(Role.DIRECTOR)
    batch = preview_import(FIRMS, "a.csv", b"name\nA\n", by=director)
    told, start = [], threading.Barrier(2)

    def confirm() -> None:
        start.wait()
        try:
            told.append(apply_import(batch, by=director, only_good=False).written)
        except Refusal as refusal:
            told.append(refusal.problems[0].code)
        finally:
            connection.close()

    threads = [threading.Thread(target=confirm) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(map(str, told)) == ["1", "settled"]
    assert Organisation.objects.filter(name="A").count() == 1
