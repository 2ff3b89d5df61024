import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from fucina.ui.fields import FileField


class Import(forms.Form):
    table = FileField(types=[".csv", ".XLSX"], max_bytes=1024)


def sent(name: str, size: int) -> Import:
    return Import({}, {"table": SimpleUploadedFile(name, b"x" * size)})


@pytest.mark.parametrize("name", ["firms.csv", "FIRMS.CSV", "firms.xlsx"])
def test_file_within_its_limits_is_taken(name: str) -> None:
    assert sent(name, 1024).is_valid()


def test_file_too_large_is_told_both_sizes() -> None:
    with translation.override("en"):
        errors = [*sent("firms.csv", 2048).errors["table"]]

    assert errors == ["This file has 2.0\u00a0KB; at most 1.0\u00a0KB are accepted."]


@pytest.mark.parametrize("name", ["firms.exe", "firms", "firms.csv.exe"])
def test_file_of_another_type_is_told_the_types(name: str) -> None:
    with translation.override("en"):
        errors = [*sent(name, 10).errors["table"]]

    assert errors == ["This file is not accepted: choose one that ends in .csv, .xlsx."]


def test_limits_stand_beside_the_field() -> None:
    with translation.override("en"):
        html = str(Import()["table"])

    assert 'accept=".csv,.xlsx"' in html
    assert "CSV, XLSX, at most 1.0\u00a0KB." in html
    assert 'data-file-max="1024"' in html
