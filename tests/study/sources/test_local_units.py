"""ISTAT’s local units into a study: every expected figure is added up by hand from the fixture."""

import datetime as dt
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fucina.study.folder import read
from fucina.study.schema import Study
from fucina.study.sources.evidence import Evidence
from fucina.study.sources.fault import ImportRefused
from fucina.study.sources.local_units import Choice, merges, read_local_units
from fucina.study.sources.put_local_units import put_local_units
from fucina.study.template import create

EVIDENCE = Evidence("istat-asia-ul", licence="CC BY 4.0")
HEAD = "DATAFLOW,FREQ,REF_AREA,DATA_TYPE,ECON_ACTIVITY_NACE_2007,PERS_EMPL_SIZE_CLASS,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"


@pytest.fixture
def study(folder: Path) -> Study:
    return read(folder)


def test_divisions_add_up_to_manufacturing_in_the_latest_year(data: Path, study: Study) -> None:
    found = read_local_units([data / "asia_ul.csv"], study.municipalities, {}, Choice())

    assert found.year == "2023"
    assert found.figures == {
        "local_units": {"900001": 52, "900002": 12, "900003": 5},
        "employees": {"900001": 570.75, "900002": 164.75, "900003": 12.4},
    }
    assert found.activities == ("10", "25", "28")
    assert (found.sizes, found.zeros) == (("TOTAL",), ())
    assert found.dataflow == "IT1:183_285_DF_DICA_ASIAULP_7(1.0)"


def test_one_activity_one_class_and_an_older_year_can_be_asked_for(
    data: Path, study: Study
) -> None:
    choice = Choice(activities=("28",), sizes=("W10_49", "W50_249"), year="2022")

    found = read_local_units([data / "asia_ul.csv"], study.municipalities, {}, choice)

    assert found.figures == {"local_units": {"900001": 3, "900002": 0, "900003": 0}}


def test_the_older_tables_of_istat_are_read_with_decimal_commas(data: Path, study: Study) -> None:
    found = read_local_units([data / "istat_2017.csv"], study.municipalities, {}, Choice())

    assert found.year == "2017"
    assert found.activities == ("C",)
    assert found.figures["employees"] == {"900001": 570.75, "900002": 164.75, "900003": 12.4}


def test_several_files_are_one_table(data: Path, study: Study) -> None:
    rows = (data / "asia_ul.csv").read_text("utf-8").splitlines(keepends=True)
    (data / "a.csv").write_text("".join([rows[0], *(r for r in rows if "900001" in r)]), "utf-8")
    (data / "b.csv").write_text(
        "".join([rows[0], *(r for r in rows if "90000" in r and "900001" not in r)]), "utf-8"
    )

    parts = read_local_units([data / "a.csv", data / "b.csv"], study.municipalities, {}, Choice())

    assert parts == read_local_units([data / "asia_ul.csv"], study.municipalities, {}, Choice())


def test_a_merged_municipality_counts_for_the_one_it_went_into(data: Path, study: Study) -> None:
    path = data / "asia_ul.csv"
    path.write_text(
        path.read_text("utf-8") + "IT1:X(1.0),A,900009,LU,25,TOTAL,2023,7,,,\nIT1:X(1.0),A,900008,LU,25,TOTAL,2023,2,,,\n", "utf-8"
    )  # fmt: skip
    merged = merges(["900009=900003", "900008=900003"], study.municipalities)

    found = read_local_units([path], study.municipalities, merged, Choice())

    assert found.figures["local_units"]["900003"] == 5 + 7 + 2


def test_codes_that_lost_their_zeros_and_codes_with_labels_are_known(tmp_path: Path) -> None:
    create(tmp_path / "study")
    for name in ("municipalities.csv", "zones.csv", "travel_times.csv", "boundaries.geojson"):
        path = tmp_path / "study" / name
        path.write_text(path.read_text("utf-8").replace("90000", "00127"), "utf-8")
    path = tmp_path / "labels.csv"
    rows = [
        f'X,A: annual,{code}: Nord,"LU: number, units","C: manufacturing",TOTAL: total,2023,{n},\n'
        for code, n in (("1271", 4), ("001272", 5), ("1273", 6), ("ITC11", 15), ("IT", 99))
    ]
    path.write_text(HEAD + "".join(rows), "utf-8")

    found = read_local_units([path], read(tmp_path / "study").municipalities, {}, Choice())

    assert found.figures == {"local_units": {"001271": 4, "001272": 5, "001273": 6}}


def test_what_is_confidential_is_zero_only_if_asked(data: Path, study: Study) -> None:
    path = data / "asia_ul.csv"
    path.write_text(
        path.read_text("utf-8").replace("900003,LU,10,TOTAL,2023,5,", "900003,LU,10,TOTAL,2023,,C"),
        "utf-8",
    )

    with pytest.raises(ImportRefused, match="this is no zero"):
        read_local_units([path], study.municipalities, {}, Choice())
    found = read_local_units([path], study.municipalities, {}, Choice(missing_as_zero=True))

    assert found.figures["local_units"]["900003"] == 0
    assert found.zeros == ("900003",)


def test_the_order_of_the_columns_is_free(data: Path, study: Study) -> None:
    path = data / "asia_ul.csv"
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
    turned = data / "turned.csv"
    turned.write_text("\n".join(";".join(reversed(row)) for row in rows), "utf-8")

    found = read_local_units([turned], study.municipalities, {}, Choice(decimal="point"))

    assert found.figures == read_local_units([path], study.municipalities, {}, Choice()).figures


def test_the_figures_stand_in_the_study_with_their_source(folder: Path, data: Path) -> None:
    done = put_local_units(folder, [data / "asia_ul.csv"], Choice(), EVIDENCE)

    study = read(folder)
    assert [(m.istat_code, m.local_units, m.employees) for m in study.municipalities] == [
        ("900001", 52, 570.75),
        ("900002", 12, 164.75),
        ("900003", 5, 12.4),
    ]
    assert done.files == ["sources.csv", "datasets.toml", "municipalities.csv"]
    assert done.summary.it == (
        "3 comuni, anno 2023: local_units 69, employees 748; contati zero per mancanza di dato: 0."
    )
    assert study.sources[-1].licence == "CC BY 4.0"
    assert study.sources[-1].date == dt.date(2023, 12, 31)
    new = [(d.id, d.column, d.unit, d.kind, d.confidence, d.source) for d in study.datasets[-2:]]
    assert new == [
        ("local-units", "local_units", "unit", "fact", "high", "istat-asia-ul"),
        ("employees", "employees", "person", "fact", "high", "istat-asia-ul"),
    ]


def test_a_later_year_replaces_the_figures_and_their_date(folder: Path, data: Path) -> None:
    old = Evidence("istat-asia-ul", date=dt.date(2022, 12, 31), licence="CC BY 4.0")
    put_local_units(folder, [data / "asia_ul.csv"], Choice(year="2022"), old)
    put_local_units(folder, [data / "asia_ul.csv"], Choice(), EVIDENCE)

    study = read(folder)
    assert [s.id for s in study.sources] == ["example", "istat-asia-ul"]
    assert study.sources[-1].date == dt.date(2023, 12, 31)
    assert [d.date.year for d in study.datasets if d.column == "employees"] == [2023]
    assert study.municipalities[0].employees == 570.75


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Study]:
    folder = tmp_path_factory.mktemp("order")
    create(folder / "study")
    return folder, read(folder / "study")


@given(
    keys=st.lists(
        st.tuples(
            st.sampled_from(["900001", "900002", "900003"]), st.sampled_from(["10", "25", "33"])
        ),
        unique=True,
        min_size=1,
    ),
    shuffle=st.randoms(use_true_random=False),
)
def test_the_order_of_the_rows_has_no_effect(
    fixed: tuple[Path, Study], keys: list[tuple[str, str]], shuffle: Random
) -> None:
    folder, study = fixed
    rows = [f"X,A,{m.istat_code},LU,0010,TOTAL,2023,99,\n" for m in study.municipalities]
    rows += [f"X,A,{area},LU,{act},TOTAL,2023,{i + 1},\n" for i, (area, act) in enumerate(keys)]
    mixed = list(rows)
    shuffle.shuffle(mixed)
    (folder / "a.csv").write_text(HEAD + "".join(rows), "utf-8")
    (folder / "b.csv").write_text(HEAD + "".join(mixed), "utf-8")

    one = read_local_units([folder / "a.csv"], study.municipalities, {}, Choice())

    assert one == read_local_units([folder / "b.csv"], study.municipalities, {}, Choice())
    assert sum(one.figures["local_units"].values()) == sum(range(1, len(keys) + 1))
