"""Writes the reference pages that the code itself can tell: study folder, messages, commands, methods."""

from pathlib import Path

from generators import commands, messages, methods, study

MEASURED = Path(__file__).parent / "reference" / "performance-figures.md"
NOT_MEASURED = "*None recorded for this version yet: the commands above give them.*\n"


def write(folder: Path) -> None:
    """One Markdown file per part, each included by a page of `reference/`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in parts().items():
        path = folder / f"{name}.md"
        if path.exists() and path.read_text("utf-8") == content:
            continue  # Sphinx rebuilds what was written, changed or not
        path.write_text(content, "utf-8")


def parts() -> dict[str, str]:
    measured = MEASURED.read_text("utf-8") if MEASURED.exists() else NOT_MEASURED
    return {
        "study-folder": study.page(),
        "study-messages": messages.page(),
        "commands": commands.page(),
        "performance": measured,
        **{f"methods-{package}": methods.page(package) for package in methods.PACKAGES},
    }
