"""A GTFS feed as agencies publish it, into stops and into the zones of a study."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from fucina.study.folder import read
from fucina.study.sources.evidence import Evidence
from fucina.study.sources.fault import ImportRefused
from fucina.study.sources.gtfs import read_feed, read_gtfs_stops
from fucina.study.sources.put_zones import put_zones
from fucina.study.sources.stops import Stop

EVIDENCE = Evidence("gtfs-north", licence="CC BY 4.0")


def test_a_feed_is_read_with_who_publishes_it_and_until_when(feed: Path) -> None:
    found = read_feed(feed)

    assert [stop.id for stop in found.stops] == ["STN", "101", "102", "103"]
    assert (found.publisher, found.version) == ("Trasporti di Nord", "2026-09")
    assert (found.start, found.end) == (dt.date(2026, 9, 1), dt.date(2027, 6, 30))


def test_the_platforms_of_a_station_are_one_stop_at_the_station(feed: Path) -> None:
    assert read_gtfs_stops(feed)[0] == Stop("STN", "Stazione Centrale", 45.0455, 8.001)


def test_stops_alone_and_a_plain_table_are_read_too(data: Path) -> None:
    plain = data / "stops.csv"
    plain.write_text('lat,lon,stop_id,name\n45.1,7.6,9,"Via Nizza, 1"\n', "utf-8-sig")

    assert len(read_gtfs_stops(data / "gtfs" / "stops.txt")) == 4
    assert read_gtfs_stops(plain) == [Stop("9", "Via Nizza, 1", 45.1, 7.6)]


def test_a_feed_may_stand_in_a_folder_of_the_zip(data: Path) -> None:
    path = data / "feed.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(data / "gtfs" / "stops.txt", "gtfs/stops.txt")

    assert len(read_gtfs_stops(path)) == 4


def test_zones_of_one_municipality_are_replaced(folder: Path, feed: Path) -> None:
    done = put_zones(folder, feed, "900001", EVIDENCE, drop_travel_times=True)

    study = read(folder)
    assert [(z.id, z.istat_code, z.name, z.stops) for z in study.zones] == [
        ("zone-001", "900001", "Piazza del Mercato", 2),
        ("zone-002", "900001", "Officine", 1),
    ]
    assert done.files == ["travel_times.csv", "sources.csv", "datasets.toml", "zones.csv"]
    assert done.summary.en == "2 zones with 3 stops, of 4 in the file."
    assert [time.origin for time in study.travel_times] == ["900001", "900002", "900003"]


def test_the_zones_carry_the_feeds_own_source_and_date(folder: Path, feed: Path) -> None:
    put_zones(folder, feed, "900001", EVIDENCE, drop_travel_times=True)

    study = read(folder)
    source = study.sources[-1]
    assert source.model_dump(mode="json") == {
        "id": "gtfs-north",
        "title": "GTFS 2026-09, Trasporti di Nord",
        "publisher": "Trasporti di Nord",
        "date": "2026-09-01",
        "kind": "dataset",
        "address": "https://trasporti.example/gtfs",
        "licence": "CC BY 4.0",
    }
    (dataset,) = [d for d in study.datasets if d.file == "zones.csv"]
    assert (dataset.id, dataset.source, dataset.kind) == ("zones", "gtfs-north", "proxy")
    assert dataset.date == dt.date(2026, 9, 1)


def test_a_second_municipality_gets_names_of_its_own(folder: Path, feed: Path) -> None:
    put_zones(folder, feed, "900001", EVIDENCE, drop_travel_times=True)
    put_zones(folder, feed, "900002", EVIDENCE)

    assert [z.id for z in read(folder).zones] == ["zone-001", "zone-002", "zone-900002-001"]


def test_the_same_feed_again_changes_nothing(folder: Path, feed: Path) -> None:
    put_zones(folder, feed, "900001", EVIDENCE, drop_travel_times=True)

    assert put_zones(folder, feed, "900001", EVIDENCE).files == []


def test_travel_times_from_zones_that_move_are_not_kept_unasked(folder: Path, feed: Path) -> None:
    with pytest.raises(ImportRefused) as refused:
        put_zones(folder, feed, "900001", EVIDENCE)

    assert str(refused.value) == (
        "travel_times.csv: travel times that start from the zones that change: 1; say --drop-travel-times to take "
        "them out, then import them again"
    )
