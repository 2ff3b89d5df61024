"""The directory at 2,000 organisations and 20,000 persons: search, lists, import, the search for duplicates.

Everything is invented, in a database of its own that is removed afterwards.
"""

import itertools
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.measure import Row, percentile_95

ORGANISATIONS, PERSONS, IMPORTED = 2_000, 20_000, 5_000
ROUNDS = 12
CRAFTS = [
    "Officine",
    "Fonderie",
    "Torneria",
    "Carpenteria",
    "Stampaggi",
    "Utensileria",
    "Meccanica",
    "Saldature",
    "Rettifiche",
    "Modelleria",
]
PLACES = [
    "Torino",
    "Moncalieri",
    "Rivoli",
    "Collegno",
    "Ivrea",
    "Chieri",
    "Pinerolo",
    "Cuneo",
    "Alba",
    "Asti",
]
GIVEN = [
    "Ada",
    "Bruno",
    "Carla",
    "Dario",
    "Elena",
    "Fabio",
    "Gina",
    "Ivo",
    "Lia",
    "Marco",
    "Nina",
    "Olga",
    "Pia",
    "Renzo",
    "Sara",
    "Tullio",
]
ROOTS = [
    "Rossi",
    "Bianchi",
    "Ferrari",
    "Verdi",
    "Neri",
    "Fabbri",
    "Ricci",
    "Marini",
    "Conti",
    "Galli",
    "Serra",
    "Villa",
    "Moro",
    "Costa",
    "Rinaldi",
    "Gatti",
]
ENDS = ["ni", "li", "ri", "tti", "cci", "lli", "nato", "setti"]
WORDS = (
    "rossi", "rosi", "ferarri", "marco rossini", "società", "bi", "officine torino", "mecanica bianchi",
    "info17@ditta17.example", "zzzz", "a", "fabrri tti",
)  # fmt: skip


def measure() -> list[Row]:
    with own_database():
        from fucina.centre.people.models import Organisation, Person

        user = fill(Organisation, Person)
        return [*searches(user), *lists(user), *imports(user), *duplicates()]


@contextmanager
def own_database() -> Iterator[None]:
    """Django on a server of its own; the rest of this process must not have set Django up otherwise."""
    import os
    import tempfile
    from pathlib import Path

    from fucina.config.postgres import server

    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        data = Path(folder) / "pg"
        with server.running(data, durable=False):
            os.environ["DATABASE_URL"] = (
                f"postgresql://postgres@/postgres?host={server.socket_folder(data)}"
            )
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fucina.config.settings")
            import django
            from django.core.management import call_command
            from django.db import connections

            django.setup()
            call_command("migrate", verbosity=0)
            try:
                yield
            finally:
                connections.close_all()


def fill(organisation: Any, person: Any) -> Any:
    from fucina.centre.people.enums import OrganisationKind, Role
    from fucina.centre.people.models import Contact, Membership, Site, User

    draw = random.Random(7)  # noqa: S311  invented names
    names = itertools.product(CRAFTS, ROOTS, ENDS)
    firms = organisation.objects.bulk_create(
        organisation(name=f"{a} {b}{c} {n}", kind=OrganisationKind.COMPANY, email=f"info{n}@ditta{n}.example", ateco="25.53.00")
        for n, (a, b, c) in zip(range(ORGANISATIONS), itertools.cycle(names), strict=False)
    )  # fmt: skip
    Site.objects.bulk_create(
        Site(organisation=one, municipality=draw.choice(PLACES), province="TO", main=True, latitude=45 + draw.random(), longitude=7 + draw.random())
        for one in firms
    )  # fmt: skip
    persons = person.objects.bulk_create(
        person(given_name=draw.choice(GIVEN), family_name=f"{draw.choice(ROOTS)}{draw.choice(ENDS)}", email=f"p{n}@casa{n % 50}.example")
        for n in range(PERSONS)
    )  # fmt: skip
    Contact.objects.bulk_create(
        Contact(person=one, organisation=draw.choice(firms)) for one in persons
    )
    centre = organisation.objects.create(name="Centro", kind=OrganisationKind.CENTRE)
    user = User.objects.create_user("dora@centro.example", "a long passphrase")
    director = person.objects.create(user=user, given_name="Dora")
    Membership.objects.create(person=director, organisation=centre, role=Role.DIRECTOR)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return user


def searches(user: Any) -> list[Row]:
    from fucina.centre.people.domain.queries import search_organisations, search_persons

    found = []
    for noun, search in (("persons", search_persons), ("organisations", search_organisations)):
        times = [
            timed(
                lambda word=word, search=search: [
                    list(search(user, word)[:25]),
                    search(user, word).count(),
                ]
            )
            for _round in range(ROUNDS)
            for word in WORDS
        ]
        found.append(
            Row(
                f"directory: search among {noun} (25 rows and their number), p95",
                1000 * percentile_95(times),
                "ms",
                100,
            )
        )
    return found


def lists(user: Any) -> list[Row]:
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    get(client, "organisations/")  # reads the classification, once a process
    pages = (
        "organisations/?words=rosi",
        "persons/?words=rosi",
        "persons/",
        "organisations/?view=map",
    )
    return [
        Row(f"`/it/people/{page}`, p95", 1000 * percentile_95([timed(lambda page=page: get(client, page)) for _ in range(ROUNDS)]), "ms", None)
        for page in pages
    ]  # fmt: skip


def get(client: Any, page: str) -> None:
    answer = client.get(f"/it/people/{page}")
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}")


def imports(user: Any) -> list[Row]:
    from fucina.centre.people.domain.imports import apply_import, preview_import, undo_import
    from fucina.centre.people.enums import RecordKind

    rows = "".join(
        f"{CRAFTS[n % 10]} Importata {n * 7919},nuova{n}@importata.example,Torino\n"
        for n in range(IMPORTED - 50)
    )
    text = f"name,email,municipality\n{rows}" + ",senza nome,\n" * 50
    start = time.perf_counter()
    batch = preview_import(RecordKind.ORGANISATIONS, "ditte.csv", text.encode(), by=user)
    seen = time.perf_counter()
    apply_import(batch, by=user, only_good=True)
    written = time.perf_counter()
    undo_import(batch, by=user)
    undone = time.perf_counter()
    return [
        Row(f"import of {IMPORTED} rows, 50 of them wrong: preview and writing", written - start, "s", 20, f"preview {seen - start:.1f} s"),
        Row("the same import taken back", undone - written, "s", None),
    ]  # fmt: skip


def duplicates() -> list[Row]:
    from fucina.centre.people.domain.find_duplicates import find_duplicates

    return [
        Row(
            "search for duplicates among all records",
            timed(find_duplicates),
            "s",
            None,
            "every night",
        )
    ]


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
