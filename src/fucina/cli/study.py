"""fucina study: new, check, run, report."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from fucina.cli.study_compare import compare
from fucina.cli.study_import import app as importing
from fucina.config.language import default_language
from fucina.documents.numbers import number, percent
from fucina.documents.text import LANGUAGES, Language, Text
from fucina.study.problem import StudyError

if TYPE_CHECKING:
    from fucina.study.result import Result
    from fucina.study.schema import Study

app = typer.Typer(no_args_is_help=True, help="A study folder in, a decision out.")
app.add_typer(importing, name="import")
app.command()(compare)
out = Console()
err = Console(stderr=True)

Folder = Annotated[
    Path,
    typer.Argument(
        help="The study folder, e.g. studies/torino.",
        show_default=False,
        readable=False,  # what cannot be read is said in the reader’s own words
    ),
]
LanguageOption = Annotated[
    str,
    typer.Option(
        "--language", help="Language of the messages: it or en.", envvar="FUCINA_LANGUAGE"
    ),
]
STEPS = {
    "evaluation": Text("Valuto sedi, tempi e costi", "Evaluating seats, time and money"),
    "decision": Text("Confronto le alternative", "Comparing the alternatives"),
    "finance": Text("Preparo i conti", "Preparing the accounts"),
    "programme": Text("Preparo il programma", "Preparing the programme"),
    "done": Text("Calcolo concluso", "Computation done"),
    "charts": Text("Disegno i grafici", "Drawing the charts"),
    "report": Text("Scrivo i rapporti", "Writing the reports"),
}
FOUND = Text(
    "{folder}: {n} problemi, nessun file scritto.", "{folder}: {n} problems, no file written."
)
FOUND_ONE = Text(
    "{folder}: un problema, nessun file scritto.", "{folder}: one problem, no file written."
)
GOOD = Text(
    "{folder}: nessun problema. Dati: {figures}, fonti: {sources}, sedi candidate: {seats}.",
    "{folder}: no problems. Figures: {figures}, sources: {sources}, candidate seats: {seats}.",
)
YOUNGER = Text(
    "attenzione: {n} dati sono posteriori alla data dello studio ({as_of}): {keys}",
    "note: {n} figures are younger than the study’s as-of date ({as_of}): {keys}",
)
WRITTEN = Text(
    "Scritti risultati, tabelle e rapporti in {out}.", "Results, tables and reports are in {out}."
)
ANSWER = Text(
    "{seat}: prima con probabilità {p} ± {se}, come «{alternative}», con la strategia «{strategy}» e la forma "
    "«{form}» ({draws} estrazioni, seme {seed}).",
    "{seat}: first with probability {p} ± {se}, as “{alternative}”, with the strategy “{strategy}” and the form "
    "“{form}” ({draws} draws, seed {seed}).",
)
SENSITIVE = Text(
    "La risposta è sensibile: cambia con {variants}.",
    "The answer is sensitive: it changes with {variants}.",
)
ROBUST = Text(
    "La sede resta la stessa in tutte le varianti provate.",
    "The seat stays the same in every variant tried.",
)


DEFAULT_LANGUAGE = default_language()


def _language(value: str) -> Language:
    if value not in LANGUAGES:
        raise typer.BadParameter("it, en", param_hint="--language")
    return "it" if value == "it" else "en"


def _read(folder: Path, language: Language) -> "Study":
    from fucina.study.folder import read

    try:
        return read(folder)
    except StudyError as error:
        raise _refuse(folder, error, language) from None


def _refuse(folder: Path, error: StudyError, language: Language) -> typer.Exit:
    for problem in error.problems:
        print(problem.sentence(language), file=sys.stderr)  # noqa: T201
    text = FOUND_ONE if len(error.problems) == 1 else FOUND
    print(text[language].format(folder=folder, n=len(error.problems)), file=sys.stderr)  # noqa: T201
    return typer.Exit(2)


@app.command()
def new(
    folder: Folder,
    guided: Annotated[
        bool, typer.Option("--guided", help="Ask what the study is about, also off a terminal.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: a copy of the example.")] = False,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:
    """Start a study: a small complete folder to edit, every figure in it an example."""
    from fucina.cli.study_new import start

    start(folder, _language(language), guided=guided, yes=yes)


@app.command()
def check(folder: Folder, language: LanguageOption = DEFAULT_LANGUAGE) -> None:
    """Check a study folder: exit 0, or 2 with every problem on stderr."""
    chosen = _language(language)
    study = _read(folder, chosen)
    text = GOOD[chosen].format(
        folder=folder,
        figures=len(study.figures),
        sources=len(study.sources),
        seats=len(study.candidates),
    )
    out.print(text, highlight=False, soft_wrap=True)
    younger = [key for key, figure in study.figures.items() if figure.date > study.header.as_of]
    if younger:
        note = YOUNGER[chosen].format(
            n=len(younger), as_of=study.header.as_of, keys=", ".join(younger[:10])
        )
        out.print(note, highlight=False, soft_wrap=True)


@app.command()
def run(
    folder: Folder,
    draws: Annotated[
        int, typer.Option("--draws", min=100, max=1_000_000, help="Number of draws.")
    ] = 10_000,
    seed: Annotated[
        int, typer.Option("--seed", min=0, max=2**63 - 1, help="Seed of the draws.")
    ] = 2017,
    directory: Annotated[
        Path, typer.Option("--out", help="Where to write.", file_okay=True)
    ] = Path("out"),
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            help="Compute on a Dask cluster, e.g. tcp://10.0.0.5:8786; the results are the same.",
            metavar="ADDRESS",
        ),
    ] = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:
    """Compute a study: results.json, tables and the report in both languages, as HTML and PDF."""
    chosen = _language(language)
    study = _read(folder, chosen)  # before the engine is loaded, which takes longer

    from fucina.study import output
    from fucina.study.folder import fingerprint
    from fucina.study.run import computed

    try:
        output.check(directory)
        with _bar() as bar:
            task = bar.add_task("", total=1.0)

            def tell(start: float, width: float, share: float, step: str) -> None:
                bar.update(task, completed=start + width * share, description=STEPS[step][chosen])

            found = computed(
                study,
                draws=draws,
                seed=seed,
                fingerprint=fingerprint(folder),
                cluster=cluster,
                progress=lambda share, step: tell(0.0, 0.5, share, step),
            )
            output.write(
                study,
                found.result,
                directory,
                lambda share, step: tell(0.5, 0.5, share, step),
                cache=found.cache,
            )
    except StudyError as error:
        raise _refuse(folder, error, chosen) from None
    except output.OutputError as error:
        print(error.text[chosen], file=sys.stderr)  # noqa: T201
        raise typer.Exit(2) from None
    _print_answer(study, found.result, chosen)
    out.print(WRITTEN[chosen].format(out=directory), highlight=False, soft_wrap=True)


@app.command()
def report(
    directory: Annotated[
        Path, typer.Argument(help="A directory that “fucina study run” wrote.", show_default=False)
    ],
    language: LanguageOption = DEFAULT_LANGUAGE,
) -> None:
    """Write the reports and tables of a computed study again."""
    from fucina.study import output

    chosen = _language(language)
    try:
        study, result = output.load(directory)
        with _bar() as bar:
            task = bar.add_task(STEPS["report"][chosen], total=1.0)
            output.write(
                study,
                result,
                directory,
                lambda share, _step: bar.update(task, completed=share),
                cache=output.kept_draws(directory),
            )
    except output.OutputError as error:
        print(error.text[chosen], file=sys.stderr)  # noqa: T201
        raise typer.Exit(2) from None
    out.print(WRITTEN[chosen].format(out=directory), highlight=False, soft_wrap=True)


def _print_answer(study: "Study", result: "Result", language: Language) -> None:
    decision = result.decision
    found = decision.seat_probability
    answer = ANSWER[language].format(
        seat=study.named("seats")[decision.seat].name[language],
        alternative=next(a.name for a in result.alternatives if a.id == decision.recommended)[
            language
        ],
        strategy=study.named("strategies")[decision.strategy].name[language],
        form=study.named("forms")[decision.form].name[language],
        p=percent(found.value, language, 1),
        se=percent(found.se, language, 2),
        draws=number(result.draws, language),
        seed=result.seed,
    )
    flips = [v.name[language] for v in decision.variants if v.changes_seat]
    stability = SENSITIVE[language].format(variants="; ".join(flips)) if flips else ROBUST[language]
    out.print(answer, highlight=False, soft_wrap=True)
    out.print(stability, highlight=False, soft_wrap=True)


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        console=err,
        transient=True,
    )
