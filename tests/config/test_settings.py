"""The settings of production, each read by a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SECRET = "tests-only-" + "k3Y9" * 16
ASK = """
import json
from django.test import Client
import django; django.setup()
from django.conf import settings
client = Client(headers={"host": "fucina.example"})
plain, safe = client.get("/healthz"), client.get("/theme/", secure=True)
page = client.get("/nowhere/", secure=True)
print(json.dumps({
    "health": plain.status_code, "redirect": client.get("/it/").headers.get("Location"),
    "headers": dict(safe.headers), "error page": dict(page.headers),
    "cookies": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.LANGUAGE_COOKIE_SECURE,
                settings.SESSION_COOKIE_HTTPONLY, settings.CSRF_COOKIE_HTTPONLY],
    "same site": [settings.SESSION_COOKIE_SAMESITE, settings.CSRF_COOKIE_SAMESITE],
}))
"""


@pytest.fixture
def production(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return environment | {
        "FUCINA_STATIC_ROOT": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "fucina.config.settings",
        "DATABASE_URL": "postgresql://fucina@db.example/fucina",
        "FUCINA_MODE": "production",
        "FUCINA_SECRET_KEY": SECRET,
        "FUCINA_HOSTS": "fucina.example",
        "FUCINA_MAIL_URL": "smtp://mail.example",
        "FUCINA_MAIL_FROM": "fucina@fucina.example",
    }


def python(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )


def test_deployment_check_in_production_is_clean(
    production: dict[str, str], database_server: str
) -> None:
    production["DATABASE_URL"] = database_server
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]

    done = subprocess.run(command, env=production, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_answers_in_production_carry_every_guard(production: dict[str, str]) -> None:
    done = python(ASK, production)

    found = json.loads(done.stdout)
    headers = found["headers"]
    assert found["health"] == 200
    assert found["redirect"] == "https://fucina.example/it/"
    assert found["cookies"] == [True] * 5
    assert found["same site"] == ["Lax", "Lax"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Content-Security-Policy"] == found["error page"]["Content-Security-Policy"]
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def test_log_in_production_is_one_json_line_per_request(production: dict[str, str]) -> None:
    done = python(ASK, production)

    lines = [json.loads(line) for line in done.stderr.splitlines()]
    requests = [line for line in lines if line["event"] == "request_finished"]
    assert [line["request"] for line in requests] == [
        "GET /theme/", "GET /nowhere/",
    ]  # fmt: skip
    assert len({line["request_id"] for line in requests}) == 2
    assert [line["code"] for line in requests] == [405, 404]


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("FUCINA_SECRET_KEY", "FUCINA_SECRET_KEY is required here: set it in the environment."),
        ("FUCINA_HOSTS", "FUCINA_HOSTS is required here: set it in the environment."),
    ],
)
def test_production_without_a_required_setting_is_refused(
    production: dict[str, str], missing: str, sentence: str
) -> None:
    del production[missing]

    done = python("from fucina.config import settings", production)

    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == f"fucina.config.problem.SetupProblem: {sentence}"


def test_unknown_mode_is_refused(production: dict[str, str]) -> None:
    production["FUCINA_MODE"] = "prod"

    done = python("from fucina.config import settings", production)

    assert "FUCINA_MODE is “prod”: set it to demo or production." in done.stderr


def test_proxy_is_believed_only_where_told(production: dict[str, str]) -> None:
    code = "from fucina.config import settings; print(getattr(settings, 'SECURE_PROXY_SSL_HEADER', None))"

    alone = python(code, production).stdout.strip()
    behind = python(code, production | {"FUCINA_BEHIND_PROXY": "yes"}).stdout.strip()

    assert (alone, behind) == ("None", "('HTTP_X_FORWARDED_PROTO', 'https')")
