"""fucina study new: the example as it is, or completed with what one answers."""

import math
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import typer
from rich.console import Console

from fucina.documents.text import Language, Text
from fucina.study.folder import read
from fucina.study.template import Party, Place, Plan, begin, create, refuse_occupied
from fucina.study.template.draft import example
from fucina.study.template.plan import StakeholderKind, Works
from fucina.study.template.records import Fields

out = Console()
err = Console(stderr=True)

CREATED = Text(
    "Creata {folder}. Prossimo passo: modificare i file, poi «fucina study check {folder}».",
    "Created {folder}. Next: edit the files, then “fucina study check {folder}”.",
)
EXISTS = Text(
    "{folder} esiste già e non è vuota: nulla è stato toccato. Scegliere un’altra cartella.",
    "{folder} exists and is not empty: nothing was touched. Choose another folder.",
)
STOPPED = Text("Interrotto: nessun file scritto.", "Stopped: no file written.")
BEGUN = Text(
    "Creata {folder}: uno studio completo, che si può già calcolare.\n"
    "{figures} dati vengono dal modello: sono ipotesi di confidenza bassa, con la nota «{note}».\n\n"
    "Che cosa fare ora:\n"
    "1. fucina study check {folder}\n"
    "2. descrivere le sedi in seats.toml e sostituirne i dati in figures/seats.csv\n"
    "3. mettere i comuni veri in municipalities.csv e boundaries.geojson: quelli scritti sono inventati\n"
    "4. chiedere agli enti i loro pesi (stakeholders.toml) e le quote (figures/stakeholders.csv)\n"
    "5. fucina study run {folder} --out {folder}-out",
    "Created {folder}: a complete study, which can be computed already.\n"
    "{figures} figures come from the template: assumptions of low confidence, with the note “{note}”.\n\n"
    "What to do now:\n"
    "1. fucina study check {folder}\n"
    "2. describe the seats in seats.toml, and replace their figures in figures/seats.csv\n"
    "3. put the real municipalities in municipalities.csv and boundaries.geojson: those written are made up\n"
    "4. ask the institutions for their weights (stakeholders.toml) and quotas (figures/stakeholders.csv)\n"
    "5. fucina study run {folder} --out {folder}-out",
)
WELCOME = Text(
    "Poche domande per cominciare uno studio. Invio accetta la risposta fra parentesi; Ctrl-C esce senza scrivere nulla.\n"
    "Gli importi sono in euro, la sola moneta che uno studio può avere oggi.",
    "A few questions to begin a study. Enter takes the answer in brackets; Ctrl-C leaves without writing anything.\n"
    "Amounts are in euro, the only currency that a study may have today.",
)
NAME_IT = Text("Nome dello studio, in italiano", "Name of the study, in Italian")
NAME_EN = Text("Nome dello studio, in inglese", "Name of the study, in English")
QUESTION_IT = Text("La domanda, in italiano", "The question, in Italian")
QUESTION_EN = Text("La domanda, in inglese", "The question, in English")
PLACE = Text("Città o territorio", "Town or region")
AS_OF = Text("Data dello studio", "As-of date")
PRICE_YEAR = Text("Anno dei prezzi", "Price year")
FIRST_YEAR = Text("Primo anno di spesa", "First year of spending")
PARTIES = Text(
    "\nGli enti che decidono: uno alla volta, Invio per finire.",
    "\nThe institutions that decide: one at a time, Enter to finish.",
)
PARTY = Text("Ente {n}", "Institution {n}")
KIND = Text("Tipo ({choices})", "Kind ({choices})")
SEATS = Text(
    "\nLe sedi candidate, almeno due: una alla volta, Invio per finire.",
    "\nThe candidate seats, at least two: one at a time, Enter to finish.",
)
SEAT = Text("Sede {n}", "Seat {n}")
POINT = Text("Latitudine e longitudine, in gradi", "Latitude and longitude, in degrees")
WORKS = Text("Lavori ({choices})", "Works ({choices})")
SERVICES = Text("\nLe linee di servizio dell’esempio:", "\nThe example’s service lines:")
WHICH = Text("Quali (separate da virgole)", "Which (separated by commas)")
ARCHETYPES = Text("\nI centri a cui somigliare:", "\nThe centres to resemble:")
ARCHETYPE = Text("Quale", "Which")
IN_ENGLISH = Text("In inglese", "In English")
TOO_FEW = Text("Ne servono almeno {least}.", "At least {least} are needed.")
EMPTY = Text("Serve una risposta.", "An answer is needed.")
NO_DATE = Text("Una data si scrive 2026-11-15.", "A date is written 2026-11-15.")
NO_YEAR = Text("Un anno, dal 1990 al 2100.", "A year, from 1990 to 2100.")
NO_POINT = Text(
    "Due numeri con il punto, per esempio 45.0703, 7.6869: la latitudine da −90 a 90, la longitudine da −180 a 180.",
    "Two numbers, for example 45.0703, 7.6869: the latitude from −90 to 90, the longitude from −180 to 180.",
)
NO_CHOICE = Text("Si può scegliere fra: {choices}.", "Choose among: {choices}.")
ASKED = Text(
    "Dove collocare il centro, con quali servizi e con quale governo?",
    "Where should the centre stand, with which services and which governance?",
)
LEAST_SEATS = 2


def start(folder: Path, language: Language, *, guided: bool, yes: bool) -> None:
    """Asks on a terminal, or where it is asked to ask; otherwise copies the example."""
    try:
        refuse_occupied(folder)
        if guided or (not yes and sys.stdin.isatty() and sys.stdout.isatty()):
            _guide(folder, language)
        else:
            create(folder)
            text = CREATED[language].format(folder=folder)
            out.print(text, highlight=False, soft_wrap=True, markup=False)
    except FileExistsError:
        _say_error(EXISTS[language].format(folder=folder))
        raise typer.Exit(2) from None
    except OSError as error:
        _say_error(f"{folder}: {error.strerror}")
        raise typer.Exit(2) from None
    except (typer.Abort, KeyboardInterrupt):
        _say_error(f"\n{STOPPED[language]}")
        raise typer.Exit(130) from None


def _guide(folder: Path, language: Language) -> None:
    from fucina.study.template.label import NOTE

    begin(folder, ask(language))
    figures = sum(f.note == NOTE for f in read(folder).figures.values())
    text = BEGUN[language].format(folder=folder, figures=figures, note=NOTE[language])
    out.print(f"\n{text}", highlight=False, soft_wrap=True, markup=False)


def ask(language: Language) -> Plan:
    """The answers to every question, each asked again until it can be used."""
    out.print(WELCOME[language], highlight=False, soft_wrap=True)
    name = _twice(NAME_IT, NAME_EN, language)
    question = _twice(QUESTION_IT, QUESTION_EN, language, ASKED)
    place = _line(PLACE, language, _said)
    as_of = _line(AS_OF, language, _day, date.today().isoformat())  # noqa: DTZ011
    return Plan(
        name=name,
        question=question,
        place=Text(place, place),
        as_of=as_of,
        price_year=_line(PRICE_YEAR, language, _year, str(as_of.year)),
        first_year=_line(FIRST_YEAR, language, _year, str(as_of.year + 1)),
        parties=_parties(language),
        places=_places(language),
        services=_services(language),
        archetype=_archetype(language),
    )


def _parties(language: Language) -> tuple[Party, ...]:
    kinds = get_args(StakeholderKind)
    found: list[Party] = []
    out.print(PARTIES[language], highlight=False)
    while (name := _named(PARTY, len(found), 1, language)) is not None:
        found.append(Party(name, _choice(KIND, kinds, "public", language)))
    return tuple(found)


def _places(language: Language) -> tuple[Place, ...]:
    found: list[Place] = []
    out.print(SEATS[language], highlight=False)
    while (name := _named(SEAT, len(found), LEAST_SEATS, language)) is not None:
        lat, lon = _line(POINT, language, _point)
        found.append(Place(name, lat, lon, _choice(WORKS, get_args(Works), "refurbish", language)))
    return tuple(found)


def _services(language: Language) -> tuple[str, ...]:
    lines = example().nouns["services"]
    ids = [str(line["id"]) for line in lines]
    _show(SERVICES, lines, language)

    def chosen(answer: str) -> tuple[str, ...] | Text:
        named = tuple(dict.fromkeys(part.strip() for part in answer.split(",") if part.strip()))
        return named if named and set(named) <= set(ids) else _only(ids)

    return _line(WHICH, language, chosen, ", ".join(ids))


def _archetype(language: Language) -> str:
    centres = example().nouns["archetypes"]
    _show(ARCHETYPES, centres, language)
    ids = [str(centre["id"]) for centre in centres]
    return _choice(ARCHETYPE, ids, ids[0], language)


def _show(title: Text, records: list[Fields], language: Language) -> None:
    out.print(title[language], highlight=False)
    for record in records:
        line = f"  {record['id']}: {record['name'][language]}. {record['description'][language]}"
        out.print(line, highlight=False, soft_wrap=True, markup=False)


def _named(prompt: Text, found: int, least: int, language: Language) -> Text | None:
    """The next name of a list in both languages, or nothing where the list is closed."""
    while True:
        name = _typed(prompt[language].format(n=found + 1), "", quiet=True)
        if name:
            return Text(name, _typed(f"  {IN_ENGLISH[language]}", name))
        if found >= least:
            return None
        out.print(TOO_FEW[language].format(least=least), highlight=False)


def _twice(italian: Text, english: Text, language: Language, default: Text | None = None) -> Text:
    said = _line(italian, language, _said, default.it if default else None)
    return Text(said, _line(english, language, _said, default.en if default else said))


def _choice[C: str](prompt: Text, choices: Sequence[C], default: C, language: Language) -> C:
    by_name = {str(choice): choice for choice in choices}
    words = Text(*(prompt[code].format(choices=", ".join(choices)) for code in ("it", "en")))
    return _line(words, language, lambda answer: by_name.get(answer, _only(choices)), default)


def _only(choices: Sequence[str]) -> Text:
    return Text(*(NO_CHOICE[code].format(choices=", ".join(choices)) for code in ("it", "en")))


def _line[A](
    prompt: Text, language: Language, use: Callable[[str], A | Text], default: str | None = None
) -> A:
    """Asks until ``use`` gives an answer rather than the words that say what is wrong with it."""
    while True:
        answer = use(_typed(prompt[language], default))
        if not isinstance(answer, Text):
            return answer
        out.print(answer[language], highlight=False, soft_wrap=True, markup=False)


def _typed(prompt: str, default: str | None, *, quiet: bool = False) -> str:
    """One line, without what no file of a study could hold."""
    typed = str(
        typer.prompt(prompt, default=default or "", show_default=bool(default) and not quiet)
    )
    return "".join(c for c in typed if c.isprintable()).strip()


def _said(answer: str) -> str | Text:
    return answer or EMPTY


def _day(answer: str) -> date | Text:
    try:
        day = date.fromisoformat(answer)
    except ValueError:
        return NO_DATE
    return day if 1990 <= day.year <= 2100 else NO_DATE


def _year(answer: str) -> int | Text:
    return int(answer) if answer.isdecimal() and 1990 <= int(answer) <= 2100 else NO_YEAR


def _point(answer: str) -> tuple[float, float] | Text:
    try:
        lat, lon = (float(part) for part in answer.replace(",", " ").split())
    except ValueError:
        return NO_POINT
    inside = math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180
    return (lat, lon) if inside else NO_POINT


def _say_error(text: str) -> None:
    err.print(text, highlight=False, soft_wrap=True, markup=False)
