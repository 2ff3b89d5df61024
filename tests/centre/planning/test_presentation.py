from dataclasses import replace

import pytest
from django.utils.translation import override

from fucina.centre.planning.models import Run
from fucina.centre.planning.presentation.pages import pages_beside
from fucina.centre.planning.presentation.reader import Reader, current_reader, digits_of
from fucina.centre.planning.presentation.runs import duration
from fucina.centre.planning.presentation.uses import uses


def reader() -> Reader:
    found = current_reader()
    assert found
    return found


@pytest.mark.parametrize(
    ("value", "unit", "digits"),
    [(1250, "m2", 0), (12.5, "h", 1), (0.04, "share", 0), (0.0355, "share", 2), (0.35, "x", 2), (0, "x", 0), (123.4, "m2", 0)],
)  # fmt: skip
def test_figure_is_written_with_the_digits_it_deserves(
    value: float, unit: str, digits: int
) -> None:
    assert digits_of(value, unit) == digits


def test_numbers_follow_the_language(run: Run) -> None:
    with override("it"):
        italian = reader().figure_value(reader().study.figures["seats.mirafiori.capacity"])
    with override("en"):
        english = reader().figure_value(reader().study.figures["seats.mirafiori.capacity"])

    assert (italian, english) == ("30.000\N{NO-BREAK SPACE}m²", "30,000\N{NO-BREAK SPACE}m²")


def test_every_figure_says_where_it_is_used(run: Run) -> None:
    found = reader()

    assert [key for key in found.study.figures if not uses(found, key)] == []


def test_a_services_volume_is_counted_in_its_own_unit(run: Run) -> None:
    with override("en"):
        found = reader()

    text = found.figure_value(found.study.figures["services.technology-transfer.volume"])

    assert text == "115\N{NO-BREAK SPACE}assignment/year"


def test_page_without_anything_to_show_is_not_offered(small_run: Run) -> None:
    found = reader()
    finance = found.result.finance.model_copy(update={"schools": []})
    result = found.result.model_copy(update={"finance": finance})
    without = replace(found, opened=replace(found.opened, result=result))

    urls, fewer = (
        {page["url"] for page in pages_beside(one, "strategies")} for one in (found, without)
    )

    assert urls - fewer == {found.url("school")}


@pytest.mark.parametrize(("seconds", "text"), [(None, "–"), (7.4, "7 s"), (125.0, "2 min 5 s")])
def test_how_long_a_run_took(seconds: float | None, text: str) -> None:
    assert duration(seconds) == text
