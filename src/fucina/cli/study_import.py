"""fucina study import: local units, stops, travel times, weights. A file in, a study folder changed or left alone."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.console import Console

from fucina.config.language import default_language
from fucina.documents.text import LANGUAGES, Language, Text
from fucina.study.problem import StudyError

if TYPE_CHECKING:
    from fucina.study.sources.evidence import Done, Evidence, SourceKind
    from fucina.study.sources.router import Router

app = typer.Typer(
    no_args_is_help=True,
    help="Bring public data and stated weights into a study folder, each value with its source.",
)
out = Console()

REFUSED = Text(
    "Importazione rifiutata ({n}): niente è stato scritto, la cartella è com’era.",
    "Import refused ({n}): nothing was written, the folder is as it was.",
)
WRITTEN = Text(
    "Scritti: {files}. I file di prima restano accanto, con .bak.",
    "Written: {files}. The files from before stay beside them, with .bak.",
)
UNCHANGED = Text("La cartella diceva già lo stesso.", "The folder said the same already.")
STRAIGHT = "straight-line"

Folder = Annotated[
    Path, typer.Argument(help="The study folder, e.g. studies/torino.", show_default=False, readable=False)
]  # fmt: skip
File = Annotated[
    Path, typer.Argument(help="The file to import.", show_default=False, readable=False)
]
SourceId = Annotated[
    str, typer.Option("--source", help="Id of the source in sources.csv: new, or already there.")
]
Title = Annotated[str | None, typer.Option("--title", help="Title of a new source.")]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Publisher of a new source.")]
Date = Annotated[
    str | None,
    typer.Option("--date", help="Date of the data, 2026-11-15, if the file does not say it."),
]
Address = Annotated[str | None, typer.Option("--address", help="Web address of the source.")]
Licence = Annotated[
    str | None, typer.Option("--licence", help="Licence of the data; a new dataset needs it.")
]
Owner = Annotated[
    str | None, typer.Option("--owner", help="Who answers for the data: an id of owners.csv.")
]
Sheet = Annotated[str | None, typer.Option("--sheet", help="Sheet of a workbook; else the first.")]
DecimalSign = Annotated[
    str, typer.Option("--decimal", help="Decimal sign of the file: auto, point or comma.")
]
Trust = Annotated[
    str, typer.Option("--confidence", help="How far it can be trusted: high, medium or low.")
]
LanguageOption = Annotated[
    str, typer.Option("--language", help="Language of the messages: it or en.", envvar="FUCINA_LANGUAGE")
]  # fmt: skip
DEFAULT_LANGUAGE = default_language()


@app.command("local-units")
def local_units(
    folder: Folder,
    files: Annotated[list[Path], typer.Argument(help="SDMX-CSV of ISTAT’s ASIA-UL, one file or several.", show_default=False, readable=False)],
    source: SourceId = "istat-asia-ul",
    year: Annotated[str | None, typer.Option("--year", help="Year; else the latest.")] = None,
    activity: Annotated[list[str] | None, typer.Option("--activity", help="Activity code, may be repeated; C is manufacturing.")] = None,
    size: Annotated[list[str] | None, typer.Option("--size", help="Size class, may be repeated, e.g. W10_49; else all.")] = None,
    merge: Annotated[list[str] | None, typer.Option("--merge", help="A municipality merged into another: OLD=NEW.")] = None,
    missing_as_zero: Annotated[bool, typer.Option("--missing-as-zero", help="Count what is missing or confidential as zero.")] = False,
    decimal: DecimalSign = "auto",
    title: Title = None,
    publisher: Publisher = None,
    date: Date = None,
    address: Address = None,
    licence: Licence = None,
    owner: Owner = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:  # fmt: skip
    """Manufacturing local units and employees by municipality, from ISTAT."""
    from fucina.study.sources.local_units import MANUFACTURING, Choice
    from fucina.study.sources.number import Decimal
    from fucina.study.sources.put_local_units import put_local_units

    def put() -> "Done":
        choice = Choice(
            tuple(activity or (MANUFACTURING,)), tuple(size or ()), year, missing_as_zero, _one(decimal, get_args(Decimal), "--decimal")
        )  # fmt: skip
        evidence = _evidence(source, title, publisher, date, address, licence)
        return put_local_units(folder, files, choice, evidence, merged=merge or (), owner=owner)

    _do(put, language)


@app.command()
def stops(
    folder: Folder,
    file: File,
    municipality: Annotated[str, typer.Option("--municipality", help="ISTAT code of the municipality to divide into zones.")],
    source: SourceId = "gtfs-stops",
    cell: Annotated[float, typer.Option("--cell", help="Side of a zone, km.")] = 1.0,
    drop_travel_times: Annotated[bool, typer.Option("--drop-travel-times", help="Take out travel times from zones that change.")] = False,
    title: Title = None,
    publisher: Publisher = None,
    date: Date = None,
    address: Address = None,
    licence: Licence = None,
    owner: Owner = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:  # fmt: skip
    """Zones of a municipality from the stops of a GTFS feed: a ZIP, or its stops.txt."""
    from fucina.study.sources.put_zones import put_zones

    def put() -> "Done":
        evidence = _evidence(source, title, publisher, date, address, licence)
        return put_zones(
            folder, file, municipality, evidence, cell_km=cell, drop_travel_times=drop_travel_times, owner=owner
        )  # fmt: skip

    _do(put, language)


@app.command("travel-times")
def travel_times(
    folder: Folder,
    file: Annotated[Path | None, typer.Argument(help="A table of times, CSV or XLSX, long or wide; or use --router.", show_default=False, readable=False)] = None,
    source: SourceId = "travel-times",
    router: Annotated[str | None, typer.Option("--router", help="straight-line; the address of a Valhalla service; an .osm.pbf extract or its tiles.")] = None,
    mode: Annotated[str, typer.Option("--mode", help="car, bicycle or foot (router).")] = "car",
    when: Annotated[str | None, typer.Option("--when", help="Departure, 2026-11-17T08:00 (router).")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="minutes, seconds or hours, where the column does not say it.")] = None,
    empty: Annotated[str, typer.Option("--empty", help="What an empty cell means: refuse, estimate or unreachable.")] = "refuse",
    keep_others: Annotated[bool, typer.Option("--keep-others", help="Keep the times of pairs that are not imported.")] = False,
    sheet: Sheet = None,
    decimal: DecimalSign = "auto",
    kind: Annotated[str, typer.Option("--kind", help="Kind of figure: fact, derived, estimate, proxy or assumption.")] = "derived",
    confidence: Trust = "medium",
    title: Title = None,
    publisher: Publisher = None,
    date: Date = None,
    address: Address = None,
    licence: Licence = None,
    owner: Owner = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:  # fmt: skip
    """Minutes from every demand point to every candidate seat, from a table or from a router."""
    from fucina.study.schema.figure import Confidence, Kind
    from fucina.study.sources.fault import refuse
    from fucina.study.sources.matrix import Empty, Reading, Unit
    from fucina.study.sources.number import Decimal
    from fucina.study.sources.put_travel_times import Standing, put_matrix, put_routed
    from fucina.study.sources.router import Mode

    def put() -> "Done":
        evidence = _evidence(source, title, publisher, date, address, licence)
        standing = Standing(
            _one(kind, get_args(Kind), "--kind"),
            _one(confidence, get_args(Confidence), "--confidence"),
            owner,
            keep_others,
        )
        if file is not None and router is None:
            asked = _one(unit, get_args(Unit), "--unit") if unit is not None else None
            reading = Reading(
                asked,
                _one(decimal, get_args(Decimal), "--decimal"),
                _one(empty, get_args(Empty), "--empty"),
                sheet,
            )
            return put_matrix(folder, file, reading, evidence, standing)
        if file is not None or router is None:
            refuse("one_of", "--router", value=str(file or ""))
        moving = _one(mode, get_args(Mode), "--mode")
        return put_routed(folder, _router(router, folder), evidence, standing, moving, _hour(when))

    _do(put, language)


@app.command()
def weights(
    folder: Folder,
    file: File,
    way: Annotated[str, typer.Option("--as", help="How the sheet says it: points, ranks or ranges.")],
    source: SourceId = "stated-weights",
    margin: Annotated[float, typer.Option("--margin", help="Give or take on a share, with points.", min=0.001, max=0.5)] = 0.05,
    sheet: Sheet = None,
    decimal: DecimalSign = "auto",
    confidence: Trust = "high",
    title: Title = None,
    publisher: Publisher = None,
    date: Date = None,
    address: Address = None,
    owner: Owner = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:  # fmt: skip
    """What institutions say of their weights: a sheet with institutions in rows, criteria in columns."""
    from fucina.study.schema.figure import Confidence
    from fucina.study.sources.number import Decimal
    from fucina.study.sources.put_weights import put_weights
    from fucina.study.sources.weights import Asked, Way

    def put() -> "Done":
        asked = Asked(
            _one(way, get_args(Way), "--as"),
            margin,
            _one(decimal, get_args(Decimal), "--decimal"),
            sheet,
        )
        evidence = _evidence(source, title, publisher, date, address, None, "institution")
        trust = _one(confidence, get_args(Confidence), "--confidence")
        return put_weights(folder, file, asked, evidence, confidence=trust, owner=owner)

    _do(put, language)


def _evidence(
    source: str,
    title: str | None,
    publisher: str | None,
    date: str | None,
    address: str | None,
    licence: str | None,
    kind: "SourceKind | None" = None,
) -> "Evidence":
    from fucina.study.sources.evidence import Evidence
    from fucina.study.sources.fault import refuse

    try:
        day = dt.date.fromisoformat(date) if date is not None else None
    except ValueError:
        refuse("date", "--date", value=str(date))
    return Evidence(source, title, publisher, day, kind, address, licence)


def _router(said: str, folder: Path) -> "Router":
    """The straight line by its name, a service by its address, a road network by its path."""
    from fucina.study.folder import read
    from fucina.study.sources.router import StraightLine
    from fucina.study.sources.valhalla import in_process, over_http

    if said == STRAIGHT:
        return StraightLine.of(read(folder))
    return over_http(said) if "://" in said else in_process(Path(said))


def _hour(said: str | None) -> dt.datetime | None:
    from fucina.study.sources.fault import refuse

    try:
        return dt.datetime.fromisoformat(said) if said is not None else None
    except ValueError:
        refuse("hour", "--when", value=str(said))


def _one[L: str](said: str, choices: tuple[L, ...], option: str) -> L:
    """One of the words that an option may be."""
    from fucina.study.sources.fault import refuse

    found = next((choice for choice in choices if choice == said), None)
    return found or refuse("field", option, value=said, allowed=", ".join(choices))


def _do(put: "Callable[[], Done]", language: str) -> None:
    """Imports, and says what was done; or says every problem and leaves with 2."""
    if language not in LANGUAGES:
        raise typer.BadParameter("it, en", param_hint="--language")
    chosen: Language = "it" if language == "it" else "en"
    try:
        done = put()
    except StudyError as error:
        for problem in error.problems:
            print(problem.sentence(chosen), file=sys.stderr)  # noqa: T201
        print(REFUSED[chosen].format(n=len(error.problems)), file=sys.stderr)  # noqa: T201
        raise typer.Exit(2) from None
    files = ", ".join(done.files)
    written = WRITTEN[chosen].format(files=files) if files else UNCHANGED[chosen]
    for sentence in (done.summary[chosen], written):
        out.print(sentence, highlight=False, soft_wrap=True, markup=False)
