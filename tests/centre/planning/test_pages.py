import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import resolve

from fucina.centre.planning.models import Run

PAGES = (
    "", "seats/", "ranking/", "explore/", "risk/", "hypotheses/", "strategies/", "services/", "school/",
    "money/", "programme/", "governance/", "comparators/", "figures/", "sources/", "downloads/", "seats/mirafiori/", "seats/bonafous/",
    "figures/seats.mirafiori.capacity/", "figures/parameters.discount-rate.value/",
    "sources/team-estimate/",
)  # fmt: skip
LIMIT = 12


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_page_answers_with_few_queries(
    run: Run,
    client: Client,
    django_assert_max_num_queries: Callable[..., object],
    language: str,
    page: str,
) -> None:
    with django_assert_max_num_queries(LIMIT):
        answer = client.get(f"/{language}/study/{page}")

    assert answer.status_code == 200
    assert answer.content.decode().count("<h1>") == 1


@pytest.mark.parametrize("page", PAGES)
def test_page_has_no_inline_style_or_script(run: Run, client: Client, page: str) -> None:
    content = client.get(f"/it/study/{page}").content.decode()

    assert (
        re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(src=|application/json))", content)
        == []
    )


def test_every_link_to_the_study_leads_somewhere(run: Run, client: Client) -> None:
    links = {
        link.partition("#")[0].partition("?")[0]
        for page in PAGES
        for link in re.findall(
            r'href="(/it/study/[^"]*)"', client.get(f"/it/study/{page}").content.decode()
        )
    }

    answers = {link: client.get(link).status_code for link in links if "downloads/" not in link}

    assert {link for link, status in answers.items() if status != 200} == set()
    assert all(resolve(link) for link in links)


@pytest.mark.parametrize("page", PAGES)
def test_every_anchor_on_a_page_exists(run: Run, client: Client, page: str) -> None:
    content = client.get(f"/it/study/{page}").content.decode()

    anchors = set(re.findall(r'href="#([^"]+)"', content))

    assert anchors - set(re.findall(r'\bid="([^"]+)"', content)) == set()


@pytest.mark.parametrize(
    "address",
    [
        "seats/nowhere/", "figures/seats.nowhere.capacity/", "sources/nothing/",
        "boundaries/0000.geojson", "downloads/nothing.csv",
    ],
)  # fmt: skip
def test_unknown_thing_is_not_found(run: Run, client: Client, address: str) -> None:
    assert client.get(f"/it/study/{address}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["", "seats/", "figures/", "downloads/", "seats/mirafiori/"])
def test_without_a_run_the_page_says_what_to_do(client: Client, page: str) -> None:
    answer = client.get(f"/en/study/{page}")

    assert answer.status_code == 200
    assert "make demo" in answer.content.decode()


def test_run_of_another_program_counts_as_none(run: Run, client: Client) -> None:
    run.pk, run.result_data, run.seed = None, {"from": "another program"}, 1
    Run.objects.all().update(status="superseded")
    run.save()

    answer = client.get("/en/study/")

    assert "make demo" in answer.content.decode()


def test_overview_puts_the_recommended_seat_first(run: Run, client: Client) -> None:
    content = client.get("/en/study/").content.decode()

    assert re.findall(r"<h1>(.*?)</h1>", content) == ["TNE Mirafiori, corso Settembrini"]


def test_problems_of_the_folder_are_shown_above_its_last_valid_result(
    run: Run, client: Client
) -> None:
    run.folders.update(problems=[{"it": "seats.toml: manca", "en": "seats.toml: missing"}])

    content = client.get("/en/study/").content.decode()

    assert "seats.toml: missing" in content
    assert "TNE Mirafiori" in content


@pytest.mark.parametrize("kind", ["cash", "monthly", "income", "balance"])
def test_statement_is_the_one_asked_for(run: Run, client: Client, kind: str) -> None:
    content = client.get("/en/study/money/", {"statement": kind}).content.decode()

    current = re.findall(r'statement=(\w+)#statements" aria-current="page"', content)
    assert current == [kind]


def test_balance_sheet_is_equal_on_both_sides(run: Run) -> None:
    balance = {row["name"]: row["mean"] for row in run.result_data["finance"]["balance"]}

    assert balance["assets"] == pytest.approx(balance["liabilities"], rel=1e-6, abs=1)


def test_combinations_are_found_by_their_parts(run: Run, client: Client) -> None:
    found = run.result_data["combinations"]
    strategy, form = found[0]["strategy"], found[0]["form"]
    wanted = [c for c in found if (c["strategy"], c["form"]) == (strategy, form)]

    content = client.get(
        "/en/study/ranking/", {"strategy": strategy, "form": form}
    ).content.decode()

    assert f"{len(wanted)} combinations of {len(found)}" in content


def test_combinations_that_are_asked_for_in_vain_say_so(run: Run, client: Client) -> None:
    content = client.get(
        "/en/study/ranking/", {"seat": "nowhere", "strategy": "'"}
    ).content.decode()

    assert f"{len(run.result_data['combinations'])} combinations of" in content
