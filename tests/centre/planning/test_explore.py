import re
import time
from pathlib import Path

import numpy as np
import pytest
from django.test import Client

from fucina.centre.planning.domain.queries import output_folder
from fucina.centre.planning.models import Run
from fucina.centre.planning.presentation.explore import explore
from fucina.centre.planning.presentation.reader import current_reader
from fucina.study.explore import DRAWS, Cache, load, save

MOST_SECONDS = 0.3
CAPEX = "parameters.capex.value"


def answer(client: Client, query: str = "") -> str:
    found = client.get(f"/en/study/explore/?{query}", headers={"X-Fragment": "answer"})
    assert found.status_code == 200
    return found.content.decode()


def standings(content: str) -> list[tuple[str, str, str]]:
    """Name, as asked, in the run."""
    rows = re.findall(r'<th scope="row">(.*?)<meter.*?</th>\s*<td[^>]*>(.*?)</td><td[^>]*>(.*?)</td>', content, re.S)  # fmt: skip
    return [(re.sub("<.*?>", "", name), asked.partition(" ")[0], own) for name, asked, own in rows]


def test_nothing_asked_gives_the_runs_own_answer(small_run: Run, client: Client) -> None:
    found = standings(answer(client))

    assert [name for name, asked, own in found if asked != own] == []
    assert found[0][0] == small_run.answer["seat"]["en"]


def test_page_is_a_form_that_needs_no_script(small_run: Run, client: Client) -> None:
    content = client.get("/en/study/explore/?of=city").content.decode()

    assert '<form method="get"' in content
    assert re.findall(r'<option value="(\w*)"[^>]* selected', content) == ["city"]
    assert standings(content) == standings(answer(client, "of=city"))


def test_answer_alone_is_a_fragment(small_run: Run, client: Client) -> None:
    found = client.get("/en/study/explore/", headers={"X-Fragment": "answer"})

    assert "<html" not in found.content.decode()
    assert "X-Fragment" in found["Vary"]


def test_a_bound_leaves_the_draws_within_it(small_run: Run, client: Client) -> None:
    cache = load(output_folder(small_run) / "draws.npz")
    drawn = cache.draws[cache.figures.index(key := cache.figures[0])]
    middle = float(np.median(drawn))
    low = explore_bounds(key)[0]

    content = answer(client, f"low-{key}={low}&high-{key}={middle:.9g}")

    left = int((drawn <= float(f"{middle:.9g}")).sum())
    assert f"{left} of {drawn.size} draws" in content


def explore_bounds(key: str) -> tuple[str, str]:
    from django.http import QueryDict

    reader = current_reader()
    assert reader
    page = explore(reader, QueryDict(""))
    band = next(b for b in [*page.bands, *page.more_bands] if b.key == key)
    return band.low.free, band.high.free


def test_few_draws_are_warned_of_and_none_said_so(small_run: Run, client: Client) -> None:
    key = load(output_folder(small_run) / "draws.npz").figures[0]
    low, _high = explore_bounds(key)

    content = answer(client, f"low-{key}={low}&high-{key}={low}")

    assert "No future is left" in content


def test_warning_stands_below_a_hundred_draws(small_run: Run, client: Client) -> None:
    cache = load(output_folder(small_run) / "draws.npz")
    key, low = cache.figures[0], explore_bounds(cache.figures[0])[0]
    middle = float(np.median(cache.draws[0]))

    content = answer(client, f"low-{key}={low}&high-{key}={middle:.9g}")

    assert "Too few draws" in content


def test_weights_on_one_criterion_choose_what_is_best_under_it(
    small_run: Run, client: Client
) -> None:
    cache = load(output_folder(small_run) / "draws.npz")
    others = "&".join(f"w-{name}=0" for name in cache.criteria[1:])

    found = standings(answer(client, f"of=own&w-{cache.criteria[0]}=100&{others}"))

    assert found[0][0] == cache_best(cache, 0)


def cache_best(cache: Cache, criterion: int) -> str:
    """The seat that is most often best under a criterion alone, worked out the plain way."""
    reader = current_reader()
    assert reader
    values = cache.rows[cache.index[:, criterion]]
    seats = cache.names[values.argmax(axis=0), 1]
    names, counts = np.unique(seats, return_counts=True)
    return reader.opened.records["seats"][str(names[counts.argmax()])].name.en


def test_without_its_draws_the_page_says_so(small_run: Run, client: Client) -> None:
    (output_folder(small_run) / "draws.npz").unlink()

    content = client.get("/en/study/explore/").content.decode()

    assert "The draws are not here" in content


def test_unreadable_draws_count_as_none(small_run: Run, client: Client) -> None:
    (output_folder(small_run) / "draws.npz").write_bytes(b"PK\x03\x04 not an archive")

    assert "The draws are not here" in client.get("/en/study/explore/").content.decode()


def test_torino_answers_while_the_hand_is_still_on_the_slider(
    run: Run, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of this process: other work on the machine does not count. With as many draws as a run keeps, over and over."""
    many = repeated(load(output_folder(run) / "draws.npz"), DRAWS)
    folder = tmp_path / "studies" / run.study / run.output
    folder.mkdir(parents=True)
    save(many, folder / "draws.npz")
    monkeypatch.setattr("django.conf.settings.FUCINA_VAR", tmp_path)
    key = many.figures[0]
    answer(client)  # a process reads the draws once
    low, high = map(float, explore_bounds(key))

    seconds = []
    for part in range(1, 6):
        start = time.process_time()
        answer(client, f"low-{key}={low + part / 100 * (high - low)}&high-{key}={high}")
        seconds.append(time.process_time() - start)

    assert (min(seconds) < MOST_SECONDS, sorted(seconds)) == (True, sorted(seconds))


def repeated(cache: Cache, draws: int) -> Cache:
    times = -(-draws // cache.rows.shape[1])

    def many(array):
        return np.tile(array, (*(1,) * (array.ndim - 1), times))[..., :draws]

    return Cache(
        cache.criteria, cache.stakeholders, cache.names, cache.figures,
        many(cache.rows), cache.index, many(cache.weights), many(cache.draws),
    )  # fmt: skip
