import re

import pytest
from django.test import Client

from fucina.centre.planning.models import Run


def count(client: Client, **wanted: str) -> int:
    content = client.get("/en/study/figures/", wanted).content.decode()
    found = re.search(r"(\d+) figures? of (\d+)", content)
    assert found
    return int(found[1])


def figures(run: Run) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = run.study_data["figures"]
    return found


@pytest.mark.parametrize("field", ["kind", "confidence", "owner"])
def test_filter_keeps_the_figures_that_have_the_value(run: Run, client: Client, field: str) -> None:
    values = [figure[field] for figure in figures(run).values()]

    assert {v: count(client, **{field: v}) for v in set(values)} == {
        v: values.count(v) for v in values
    }


def test_filter_by_noun_keeps_its_figures(run: Run, client: Client) -> None:
    assert count(client, noun="seats") == sum(key.startswith("seats.") for key in figures(run))


def test_words_must_all_occur(run: Run, client: Client) -> None:
    assert count(client, text="Mirafiori usable AREA") == 1


def test_filters_add_up(run: Run, client: Client) -> None:
    wanted = [
        k for k, f in figures(run).items() if k.startswith("machines.") and f["kind"] == "fact"
    ]

    assert count(client, noun="machines", kind="fact") == len(wanted)


def test_unknown_choice_asks_for_nothing(run: Run, client: Client) -> None:
    assert count(client, kind="<script>", page="999") == len(figures(run))


def test_nothing_found_says_what_to_do(run: Run, client: Client) -> None:
    content = client.get("/en/study/figures/", {"text": "qwertyuiop"}).content.decode()

    assert "No figure answers" in content


def test_pages_keep_the_filter(run: Run, client: Client) -> None:
    content = client.get("/en/study/figures/", {"confidence": "low"}).content.decode()

    assert "?confidence=low&amp;page=2" in content


def test_figures_stand_in_the_order_of_the_study(run: Run, client: Client) -> None:
    content = client.get("/en/study/figures/", {"noun": "seats"}).content.decode()

    found = re.findall(r'href="/en/study/figures/(seats\.[^/]+)/"', content)[:2]

    assert found == ["seats.mirafiori.capacity", "seats.mirafiori.land_cost"]
