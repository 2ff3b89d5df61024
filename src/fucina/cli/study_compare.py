"""fucina study compare: two runs side by side, and why the answer moved."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from fucina.config.language import default_language
from fucina.documents.text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from fucina.study.compare import Comparison
    from fucina.study.result import Result
    from fucina.study.schema import Study

SEED = 2017
SAME, DIFFERENT, REFUSED = 0, 1, 2
"""How the command ends, as diff does: the proposal is the same, it is another, or nothing was compared."""
NEITHER = Text(
    "{folder} non è né un risultato di «fucina study run» né una cartella di studio: "
    "indicare due cartelle dell’uno o dell’altro tipo",
    "{folder} is neither a result of “fucina study run” nor a study folder: name two directories of either kind",
)
TWO_STUDIES = Text(
    "{a} e {b} sono due studi diversi ({first}, {second}): si confrontano due calcoli dello stesso studio",
    "{a} and {b} are two different studies ({first}, {second}): compare two runs of one study",
)
READING = Text("Calcolo {folder}", "Computing {folder}")
MIXING = Text("Cerco che cosa ha spostato la risposta", "Finding what moved the answer")

Directory = Annotated[
    Path, typer.Argument(help="What “fucina study run” wrote, or a study folder.")
]


def compare(
    directory_a: Directory,
    directory_b: Directory,
    draws: Annotated[
        int,
        typer.Option("--draws", min=100, max=100_000, help="Common draws for finding what moved the answer; a study folder is computed with as many."),
    ] = 2_000,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON.")] = False,
    briefly: Annotated[
        bool, typer.Option("--briefly", help="Say what changed, not which change moved what.")
    ] = False,
    language: Annotated[
        str, typer.Option("--language", help="Language of the messages: it or en.", envvar="FUCINA_LANGUAGE")
    ] = default_language(),
) -> None:  # fmt: skip
    """Compare two runs: what changed, and why the ranking moved.

    Exit 0 if both propose the same, 1 if not, 2 if they cannot be compared.
    """
    if language not in LANGUAGES:
        raise typer.BadParameter("it, en", param_hint="--language")
    chosen: Language = "it" if language == "it" else "en"
    with Progress(
        TextColumn("{task.description}"), BarColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        first, second = _both((directory_a, directory_b), draws, chosen, bar)
        found = _compared((directory_a, directory_b), first, second, draws, briefly, chosen, bar)
    if as_json:
        print(found.model_dump_json(indent=1))  # noqa: T201
    else:
        from fucina.study.compare import lines

        print("\n".join(lines(found, chosen)))  # noqa: T201
    raise typer.Exit(SAME if found.same_answer else DIFFERENT)


def _both(
    directories: tuple[Path, Path], draws: int, language: Language, bar: Progress
) -> list[tuple["Study", "Result"]]:
    """Both runs as they are stored; a study folder is computed, with the other run's seed if there is one."""
    from fucina.study import output

    stored = {d: _load(d, language) for d in directories if (d / output.RESULTS).is_file()}
    seed = next((result.seed for _, result in stored.values()), SEED)
    return [
        stored[d] if d in stored else _compute(d, draws, seed, language, bar) for d in directories
    ]


def _load(directory: Path, language: Language) -> tuple["Study", "Result"]:
    from fucina.study import output

    try:
        return output.load(directory)
    except output.OutputError as error:
        raise _refused(error.text[language]) from None


def _compute(
    folder: Path, draws: int, seed: int, language: Language, bar: Progress
) -> tuple["Study", "Result"]:
    from fucina.study.folder import fingerprint, read
    from fucina.study.problem import StudyError
    from fucina.study.run import compute

    if not (folder / "study.toml").is_file():
        raise _refused(NEITHER[language].format(folder=folder))
    task = bar.add_task(READING[language].format(folder=folder), total=1.0)
    try:
        study = read(folder)
        result = compute(
            study,
            draws=draws,
            seed=seed,
            fingerprint=fingerprint(folder),
            progress=lambda share, _step: bar.update(task, completed=share),
        )
    except StudyError as error:
        raise _refused(*(problem.sentence(language) for problem in error.problems)) from None
    return study, result


def _compared(
    directories: tuple[Path, Path],
    first: tuple["Study", "Result"],
    second: tuple["Study", "Result"],
    draws: int,
    briefly: bool,
    language: Language,
    bar: Progress,
) -> "Comparison":
    from fucina.study.compare import compare as compared

    if first[0].header.id != second[0].header.id:
        said = TWO_STUDIES[language].format(
            a=directories[0],
            b=directories[1],
            first=first[0].header.id,
            second=second[0].header.id,
        )
        raise _refused(said)
    task = bar.add_task(MIXING[language], total=1.0)
    return compared(
        *first,
        *second,
        attributed=not briefly,
        draws=draws,
        progress=lambda share: bar.update(task, completed=share),
    )


def _refused(*sentences: str) -> typer.Exit:
    for sentence in sentences:
        print(sentence, file=sys.stderr)  # noqa: T201
    return typer.Exit(REFUSED)
