"""Partners: what each puts in, against what it decides and what comes back to it."""

from fucina.documents.text import Text
from fucina.study.governance import powers
from fucina.study.workbook import style
from fucina.study.workbook.book import Formula, Sheet
from fucina.study.workbook.case import Case
from fucina.study.workbook.cash import Cash
from fucina.study.workbook.formula import ZERO, plus, times
from fucina.study.workbook.funding import Funded, Given
from fucina.study.workbook.indicators import Indicators
from fucina.study.workbook.running import Running
from fucina.study.workbook.timing import Timing

TITLE = Text("Soci", "Partners")
NOTE = Text(
    "Valori attuali di ciò che ciascuno mette e di ciò che gli torna, secondo la sua quota.",
    "Present values of what each puts in and of what comes back to it, by its quota.",
)
HEAD = (
    Text("Socio", "Partner"),
    Text("Quota", "Quota"),
    Text("Potere di voto", "Voting power"),
    Text("Contributi in denaro", "Grants in cash"),
    Text("In natura", "In kind"),
    Text("Capitale", "Equity"),
    Text("Chiamate", "Calls"),
    Text("In tutto", "In all"),
    Text("Parte del totale", "Share of the total"),
    Text("VANF(Kp)", "FNPV(Kp)"),
)
SHAPES = (
    style.PLAIN, style.SHARE, style.SHARE, *([style.CENTS] * 5), style.SHARE, style.CENTS,
)  # fmt: skip
POWER = Text(
    "indice di Banzhaf nella delibera ordinaria, calcolato da Fucina",
    "Banzhaf index in an ordinary resolution, computed by Fucina",
)


def write(
    sheet: Sheet,
    case: Case,
    timing: Timing,
    funded: Funded,
    running: Running,
    cash: Cash,
    found: Indicators,
) -> None:
    sheet.widths(44, 12, 12, 18, 18, 18, 18, 18, 14, 18)
    factor = timing.factor.all
    works = sheet.amount(
        Text("Valore attuale di un euro speso con i lavori", "Present value of a euro spent with the works"),
        f"SUMPRODUCT({timing.works.all},{factor})",
        style.FACTOR,
    )  # fmt: skip
    calls = sheet.amount(
        Text("Chiamate ai soci, in valore attuale", "Calls on partners, in present value"),
        f"SUMPRODUCT({cash.calls.all},{factor})",
        style.CENTS,
    )
    back = sheet.amount(
        Text("Torna ai soci, in valore attuale", "Comes back to partners, in present value"),
        f"SUMPRODUCT({found.to_owners.all},{factor})+{calls}",
        style.CENTS,
    )
    sheet.heading(Text("Socio per socio", "Partner by partner"))
    sheet.head(*HEAD)
    own, first = f"{sheet.quoted}!", sheet.next
    last = first + len(case.study.stakeholders) - 1
    for stakeholder in case.study.stakeholders:
        row, name = sheet.next, stakeholder.id
        put = _given(funded, name)
        core = plus(
            *(f"SUMPRODUCT({paid.all},{factor})" for s, paid in running.sources if s.record.partner == name)
        )  # fmt: skip
        sheet.row(
            [
                stakeholder.name[sheet.book.language],
                Formula(case.inputs.single("stakeholders", name, "quota")),
                Formula(_power(case, name)),
                Formula(plus(times(put["cash"], works), core)),
                Formula(times(put["kind"], works)),
                Formula(times(_equity(funded, name, f"{own}B{row}"), works)),
                Formula(f"{own}B{row}*{calls}"),
                Formula(f"SUM({own}D{row}:G{row})"),
                Formula(f"{own}H{row}/MAX(SUM({own}H${first}:H${last}),1E-9)"),
                Formula(f"{own}B{row}*{back}-{own}H{row}"),
            ],
            SHAPES,
        )
    total = [Formula(f"SUM({letter}{first}:{letter}{last})") for letter in "BCDEFGHIJ"]
    sheet.row([Text("Totale", "Total")[sheet.book.language], *total], SHAPES, total=True)


def _given(funded: Funded, partner: str) -> dict[str, str]:
    """What a partner gives towards the investment, in cash and in kind."""

    def of(sources: list[Given]) -> str:
        return plus(*(g.amount for g in sources)) if sources else ZERO

    own = [g for g in funded.grants if g.record.partner == partner]
    return {
        "cash": of([g for g in own if g.record.kind != "in-kind"]),
        "kind": of([g for g in own if g.record.kind == "in-kind"]),
    }


def _equity(funded: Funded, partner: str, quota: str) -> str:
    """Its own equity, and its part of what all pay by their quotas."""
    equity = [p for p in funded.private if p.record.kind == "equity"]
    return plus(
        *(p.amount for p in equity if p.record.partner == partner),
        *(times(quota, p.amount) for p in equity if p.record.partner is None),
    )


def _power(case: Case, partner: str) -> str:
    place = [s.id for s in case.study.stakeholders].index(partner)
    power = next(
        p for p in powers(case.study) if p.form == case.form.id and p.resolution == "ordinary"
    )
    name = case.text("stakeholders", partner)
    said = Text(f"Potere di voto: {name.it}", f"Voting power: {name.en}")
    return case.inputs.given(f"power.{partner}", said, power.banzhaf[place], "share", POWER)
