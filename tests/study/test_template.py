"""A new study is complete whatever is answered, says what the template's values are, and overwrites nothing."""

import csv
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from fucina.cli.study import app
from fucina.documents.text import LANGUAGES, Text
from fucina.study.folder import read
from fucina.study.problem import StudyError
from fucina.study.schema import NOUNS, Study
from fucina.study.template import Party, Place, Plan, begin, create
from fucina.study.template.compose import compose
from fucina.study.template.draft import example as example_draft
from fucina.study.template.folder import write
from fucina.study.template.identify import slug, slugs

ANSWERS = """\
Polo di Pori
Pori hub
Dove?
Where?
Pori
2026-11-20
2026
2028
Città
City
public
Imprese di Pori

business

Hangar
Hall
61.48, 21.79
refurbish
Nuovo
New
61.50 21.80
new

transfer, school
large-centre
"""


@pytest.fixture
def plan() -> Plan:
    return Plan(
        name=Text("Polo di Pori", "Pori hub"),
        question=Text("Dove?", "Where?"),
        place=Text("Pori", "Pori"),
        as_of=date(2026, 11, 20),
        price_year=2026,
        first_year=2028,
        parties=(Party(Text("Città", "City")), Party(Text("Imprese", "Firms"), "business")),
        places=(
            Place(Text("Hangar", "Hall"), 61.48, 21.79),
            Place(Text("Nuovo", "New"), 61.5, 21.8, "new"),
        ),
        services=("transfer", "school"),
        archetype="large-centre",
    )


def new(folder: Path, *options: str, typed: str = "", language: str = "en") -> Result:
    command = ["new", str(folder), "--language", language, *options]
    return CliRunner().invoke(app, command, input=typed)


def test_the_example_has_every_noun_and_is_labelled_as_an_example(example: Study) -> None:
    empty = [noun.plural for noun in NOUNS if not getattr(example, noun.plural)]

    assert empty == []
    assert {f.kind for f in example.figures.values()} == {"assumption"}
    assert {f.confidence for f in example.figures.values()} == {"low"}
    assert {f.source for f in example.figures.values()} == {"example"}


def test_the_example_shows_every_kind_of_funding_and_of_judgement(example: Study) -> None:
    kinds = [source.kind for source in example.funding]

    assert kinds == ["capital-grant", "core", "in-kind", "equity", "investment-fund", "loan"]
    assert {c.of for c in example.criteria} == {"seats", "forms", "strategies"}
    assert {"benefit", "passage"} <= {c.measure for c in example.criteria}


def test_off_a_terminal_nothing_is_asked_and_the_example_is_copied(tmp_path: Path) -> None:
    result = new(tmp_path / "study", typed="never read\n")

    assert result.exit_code == 0
    assert result.stdout == (
        f"Created {tmp_path / 'study'}. Next: edit the files, then “fucina study check {tmp_path / 'study'}”.\n"
    )
    assert read(tmp_path / "study").header.id == "example"


def test_the_guide_writes_what_was_answered(tmp_path: Path) -> None:
    result = new(tmp_path / "study", "--guided", typed=ANSWERS)

    study = read(tmp_path / "study")
    assert result.exit_code == 0, result.output
    assert (study.header.id, study.header.name) == ("pori-hub", Text("Polo di Pori", "Pori hub"))
    assert (study.header.as_of, study.header.price_year) == (date(2026, 11, 20), 2026)
    assert study.header.first_year == 2028
    assert [(s.id, s.kind) for s in study.stakeholders] == [
        ("city", "public"),
        ("imprese-di-pori", "business"),
    ]
    assert [(s.id, s.lat, s.lon, s.works) for s in study.seats] == [
        ("hall", 61.48, 21.79, "refurbish"),
        ("new", 61.5, 21.8, "new"),
    ]
    assert [s.id for s in study.services] == ["transfer", "school"]
    assert study.central_strategy.model == "large-centre"
    assert study.need("strategies", "full", "fee").value == 30_000
    assert study.need("seats", "new", "land_cost").price_year == 2026


def test_the_guide_says_what_to_do_next_in_both_languages(tmp_path: Path) -> None:
    told = {}
    for language in LANGUAGES:
        folder = tmp_path / language
        told[language] = new(folder, "--guided", typed=ANSWERS, language=language).stdout

    figures = len(read(tmp_path / "it").figures)
    assert f"{figures} dati vengono dal modello" in told["it"]
    assert f"{figures} figures come from the template" in told["en"]
    assert "2. descrivere le sedi in seats.toml" in told["it"]
    assert "2. describe the seats in seats.toml" in told["en"]


def test_every_figure_of_the_template_says_that_it_must_be_replaced(
    tmp_path: Path, plan: Plan
) -> None:
    begin(tmp_path / "study", plan)

    figures = read(tmp_path / "study").figures.values()
    assert {(f.kind, f.confidence, f.source) for f in figures} == {
        ("assumption", "low", "template")
    }
    assert {f.note for f in figures} == {
        Text("valore del modello: da sostituire", "template value: replace")
    }
    assert {f.date for f in figures} == {plan.as_of}


def test_demand_is_put_around_the_seats(tmp_path: Path, plan: Plan) -> None:
    begin(tmp_path / "study", plan)

    study = read(tmp_path / "study")
    assert {(round(m.lat), round(m.lon)) for m in study.municipalities} == {(61, 22), (62, 22)}
    assert study.travel_times == []
    assert study.boundaries["features"][0]["geometry"]["coordinates"][0][0] == [21.685, 61.49]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 11, 40])
def test_quotas_sum_to_one_whatever_the_number_of_institutions(
    tmp_path: Path, plan: Plan, count: int
) -> None:
    parties = tuple(Party(Text("Ente", "Body")) for _ in range(count))

    begin(tmp_path / "study", Plan(**vars(plan) | {"parties": parties}))

    assert len({s.id for s in read(tmp_path / "study").stakeholders}) == count


def test_every_choice_of_services_is_a_study(tmp_path: Path, plan: Plan) -> None:
    for chosen in (("transfer",), ("training",), ("school",), ("training", "school")):
        begin(tmp_path / "-".join(chosen), Plan(**vars(plan) | {"services": chosen}))

        assert [s.id for s in read(tmp_path / "-".join(chosen)).services] == list(chosen)


words = st.text(min_size=1, max_size=80).map(lambda s: "".join(c for c in s if c.isprintable()))
names = words.filter(str.strip).map(lambda s: Text(s, s))


@settings(max_examples=40, deadline=None)
@given(
    name=names,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    parties=st.lists(names, min_size=1, max_size=4),
)
def test_whatever_is_typed_the_folder_reads(
    tmp_path_factory: pytest.TempPathFactory,
    name: Text,
    lat: float,
    lon: float,
    parties: list[Text],
) -> None:
    folder = tmp_path_factory.mktemp("typed") / "study"
    plan = Plan(
        name, name, name, date(2024, 2, 29), 2025, 2026, tuple(map(Party, parties)),
        (Place(name, lat, lon), Place(name, -lat, -lon, "lease")), ("training",),
    )  # fmt: skip

    begin(folder, plan)

    assert read(folder).header.name == Text(name.it.strip(), name.en.strip())


def test_ids_are_plain_and_never_repeated() -> None:
    assert slug("Città dell’Aerospazio, corso Marche") == "citta-dell-aerospazio-corso-marche"
    assert (slug("3° padiglione"), slug("東京"), slug("a" * 99)) == (
        "x-3-padiglione",
        "x",
        "a" * 50,
    )
    assert slugs(["Hall", "hall", "Hall 2"]) == ["hall", "hall-2", "hall-2-2"]


@pytest.mark.parametrize("options", [(), ("--yes",), ("--guided",)])
def test_an_existing_folder_is_never_touched(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    result = new(tmp_path, *options, typed=ANSWERS)

    assert result.exit_code == 2
    assert result.stderr == (
        f"{tmp_path} exists and is not empty: nothing was touched. Choose another folder.\n"
    )
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "study").mkdir()

    create(tmp_path / "study")

    assert read(tmp_path / "study").header.id == "example"
    assert [p.name for p in (tmp_path / "study").iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize("lines", range(0, len(ANSWERS.splitlines()), 3))
def test_stopping_at_any_question_leaves_nothing(tmp_path: Path, lines: int) -> None:
    typed = "".join(ANSWERS.splitlines(keepends=True)[:lines])

    result = new(tmp_path / "deep" / "study", "--guided", typed=typed, language="it")

    assert (result.exit_code, list(tmp_path.iterdir())) == (130, [])
    assert result.stderr.strip() == "Interrotto: nessun file scritto."


def test_answers_that_cannot_be_used_are_asked_again(tmp_path: Path) -> None:
    typed = (
        ANSWERS.replace("2026-11-20\n", "yesterday\n2026-11-20\n")
        .replace("2028\n", "28\n2028\n")
        .replace("public\n", "church\npublic\n")
        .replace("61.48, 21.79\n", "61.48\n91, 0\nnan, nan\n61.48, 21.79\n")
        .replace("transfer, school\n", "lasers\ntransfer, school\n")
    )

    result = new(tmp_path / "study", "--guided", typed=typed)

    assert result.exit_code == 0, result.output
    for told, times in (
        ("A date is written 2026-11-15.", 1),
        ("A year, from 1990 to 2100.", 1),
        ("Choose among: business, chamber, university, foundation, company, public.", 1),
        ("Two numbers, for example 45.0703, 7.6869", 3),
        ("Choose among: transfer, training, school.", 1),
    ):
        assert result.stdout.count(told) == times, told


def test_too_few_seats_are_asked_again(tmp_path: Path) -> None:
    one = ANSWERS.replace("Nuovo\n", "\nNuovo\n")

    result = new(tmp_path / "study", "--guided", typed=one)

    assert (result.exit_code, result.stdout.count("At least 2 are needed.")) == (0, 1)


def test_files_that_are_no_study_are_not_written(tmp_path: Path, plan: Plan) -> None:
    files = {name: text.encode() for name, text in compose(plan).items()} | {"seats.toml": b""}

    with pytest.raises(StudyError):
        write(tmp_path / "deep" / "study", files)

    assert list(tmp_path.iterdir()) == []


def test_a_composed_study_holds_only_what_the_example_holds(plan: Plan) -> None:
    draft = example_draft()

    files = compose(plan)

    assert set(files) <= set(draft.files())
    rows = csv.DictReader(files["figures/parameters.csv"].splitlines())
    assert [row["subject"] for row in rows] == [
        row["subject"] for row in draft.figures["parameters"]
    ]


def test_ctrl_c_at_a_terminal_leaves_nothing(tmp_path: Path) -> None:
    """On a terminal the questions come by themselves; an interrupt ends them without a trace."""
    master, slave = pty.openpty()
    code = "from fucina.cli.study import app; app()"
    command = [sys.executable, "-c", code, "new", str(tmp_path / "study"), "--language", "en"]
    running = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip  # tests that run in the background are told to ignore it, and so would this be
    os.close(slave)
    told = _read_until(master, "in Italian")

    status = _interrupt(running)
    told += _read_until(master, "Stopped")
    os.close(master)

    assert "A few questions to begin a study." in told
    assert (status, list(tmp_path.iterdir())) == (130, [])


def _interrupt(running: subprocess.Popen[bytes]) -> int:
    """Ctrl-C until it ends: one that comes just before the program waits for a key is noticed with the next."""
    for _ in range(6):
        os.killpg(running.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return running.wait(timeout=5)
    running.kill()
    return running.wait()


def _read_until(master: int, wanted: str, seconds: float = 20) -> str:
    told, end = "", time.monotonic() + seconds
    while wanted not in told and time.monotonic() < end:
        try:
            told += os.read(master, 4096).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            break
    return told
