"""Databases of tests, sooner: tables are made once for each state of the migrations and copied, and what a test wrote is
taken away from the tables that it wrote to."""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from django.db import connection, transaction
from psycopg import sql

ROOT = Path(__file__).parents[2]
FUCINA = Path(sys.executable).parent / "fucina"
PREFIX = "migrated_"
KEPT = {"django_migrations", "django_content_type", "auth_permission"}
"""What migrating writes by itself, and would write again."""


def migrated(address: str, folder: Path) -> str:
    """The name of a database with all tables and no rows, to be copied. Made by whoever comes first; older ones go."""
    name = PREFIX + state_of_migrations()
    with (
        (folder / f"{PREFIX}lock").open("w") as handle,
        psycopg.connect(address, autocommit=True) as server,
    ):
        fcntl.flock(handle, fcntl.LOCK_EX)
        found = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
        )
        names = {one for (one,) in found}
        if name not in names:
            for older in names:
                server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(older)))
            half = f"{PREFIX}half"
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(half)))
            _migrate(address.replace("/postgres?", f"/{half}?"))
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                    sql.Identifier(half), sql.Identifier(name)
                )
            )
    return name


def state_of_migrations() -> str:
    """All they are made from: their own files, how triggers are written, and the libraries that have some."""
    files = [
        *sorted((ROOT / "src").rglob("migrations/*.py")),
        ROOT / "src/fucina/centre/triggers.py",
        ROOT / "requirements/demo.txt",
    ]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _migrate(address: str) -> None:
    own = ("FUCINA_", "DJANGO_", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    subprocess.run(
        [FUCINA, "manage", "migrate", "--verbosity", "0"],
        env=kept | {"DATABASE_URL": address},
        check=True,
    )


def emptied() -> None:
    """As Django's flush, ten times sooner, and the queue's tables too, which are not of a model that Django makes: a
    task left by one test is not for another's worker. It waits for whoever still writes."""
    names = sorted({*connection.introspection.table_names()} - KEPT)
    tables = [connection.ops.quote_name(name) for name in names]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(tables)}")
        cursor.execute(
            " UNION ALL ".join(f"(SELECT '{table}' FROM {table} LIMIT 1)" for table in tables)  # noqa: S608
        )
        written = [table for (table,) in cursor.fetchall()]
        cursor.execute("SET LOCAL session_replication_role = replica")  # no trigger, no foreign key
        for table in written:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
