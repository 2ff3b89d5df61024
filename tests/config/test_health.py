import subprocess
import sys

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client

from fucina import __version__


def test_healthz_needs_no_database(client: Client) -> None:
    answer = client.get("/healthz")

    assert answer.status_code == 200
    assert answer.json() == {"service": "fucina", "version": __version__}


@pytest.mark.django_db
def test_readyz_is_ready_when_every_migration_is_applied(client: Client) -> None:
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"service": "fucina", "ready": True, "missing": []}


@pytest.mark.django_db
def test_readyz_names_the_missing_migrations(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["missing"] == ["migration sessions.0001_initial"]


def test_readyz_without_database_says_so(environment: dict[str, str]) -> None:
    code = "import django; django.setup(); from django.test import Client; a = Client().get('/readyz', headers={'host': 'localhost'}); print(a.status_code, a.json()['missing'])"
    nowhere = {
        "DATABASE_URL": "postgresql://u@127.0.0.1:1/x",
        "DJANGO_SETTINGS_MODULE": "fucina.config.settings",
    }

    done = subprocess.run(
        [sys.executable, "-c", code], env=environment | nowhere, capture_output=True, text=True
    )

    assert done.stdout.strip() == "503 ['the database does not answer']"


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_read_only_and_never_cached(client: Client, address: str) -> None:
    posted = client.post(address)

    assert posted.status_code == 405
    assert "no-store" in client.get("/healthz").headers["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_probe_by_address_is_answered_whatever_the_host(
    client: Client, address: str, settings: LazySettings
) -> None:
    """A supervisor asks the container by its address and without TLS."""
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["fucina.example"], True

    answer = client.get(address, headers={"host": "10.0.0.7:8000"})

    assert answer.status_code == 200
