"""Timing: activity after activity to the opening; then, year by year, works, presence, levels and discounting."""

from dataclasses import dataclass, field

from fucina.documents.text import Text
from fucina.study.evaluation.tableau import WORKS_YEARS
from fucina.study.schema import Activity
from fucina.study.workbook import style
from fucina.study.workbook.book import Sheet, Years
from fucina.study.workbook.case import MODEL, Case
from fucina.study.workbook.formula import ONE, ZERO, most, plus, times

TITLE = Text("Tempi", "Timing")
NOTE = Text(
    "Dalla decisione all’apertura, attività per attività (mesi); poi anno per anno.",
    "From the decision to the opening, activity by activity (months); then year by year.",
)
STUDY = Text("dello studio", "the study’s own")


@dataclass
class Timing:
    """``works`` is the share of the investment spent in a year, ``present`` the part of it the centre is open,
    ``level`` the strategy's level of activity; ``inside``: the year still counts. Factors discount from mid-year."""

    sheet: Sheet
    opening: str
    closing: str
    works: Years
    present: Years
    level: Years
    inside: Years
    factor: Years
    social: Years
    profiles: dict[tuple[str, str], Years] = field(default_factory=dict)

    def profile(self, start: str, ramp: str) -> Years:
        """The level, year by year, of what starts and grows alike."""
        if (start, ramp) not in self.profiles:
            number = len(self.profiles) + 1
            self.profiles[start, ramp] = _level(
                self.sheet,
                Text(f"Livello, profilo {number}", f"Level, profile {number}"),
                (self.opening, self.closing),
                start,
                ramp,
            )
        return self.profiles[start, ramp]


def write(sheet: Sheet, case: Case) -> Timing:
    opening, closing = _opening(sheet, case)
    sheet.heading(Text("Anno per anno", "Year by year"))
    ends = (opening, closing)
    ramp = case.inputs.of("strategies", case.strategy.id, "ramp_years")
    clock = sheet.clock
    works = case.inputs.given(
        "model.works-years",
        Text("Anni in cui si paga l’investimento", "Years over which the investment is paid"),
        WORKS_YEARS,
        "year",
        MODEL,
    )
    return Timing(
        sheet,
        opening,
        closing,
        works=sheet.years(
            Text("Quota dei lavori", "Share of the works"),
            lambda t: f"({_overlap(clock[t], f'{opening}-{works}', opening, first=t == 0)})/{works}",
            style.FACTOR,
        ),
        present=sheet.years(
            Text("Parte dell’anno di apertura", "Part of the year it is open"),
            lambda t: _overlap(clock[t], opening, closing),
            style.FACTOR,
        ),
        level=_level(sheet, Text("Livello della strategia", "The strategy’s level"), ends, ZERO, ramp),
        inside=sheet.years(
            Text("L’anno conta", "The year counts"),
            lambda t: f"IF({clock[t]}<ROUNDUP({closing},0)+2,1,0)",
            summed=False,
        ),
        factor=_factor(sheet, case, "discount-rate", Text("Sconto finanziario", "Financial discounting")),
        social=_factor(sheet, case, "social-discount-rate", Text("Sconto sociale", "Social discounting")),
    )  # fmt: skip


def _opening(sheet: Sheet, case: Case) -> tuple[str, str]:
    """The forward pass: an activity begins when all that it waits for has finished."""
    sheet.heading(Text("Attività: fine, in mesi dalla decisione", "Activities: finish, in months from the decision"))  # fmt: skip
    activities = {activity.id: activity for activity in case.study.activities}
    finish: dict[str, str] = {}

    def done(name: str) -> str:
        if name not in finish:
            ready = [done(before) for before in activities[name].after]
            start = most(*ready) if ready else ZERO
            months = _months(case, activities[name])
            finish[name] = sheet.amount(activities[name].name, plus(start, months), style.YEARS)
        return finish[name]

    ends = [done(name) for name in activities]
    opening = sheet.amount(
        Text("Apertura (anni dalla decisione)", "Opening (years from the decision)"),
        f"{most(*ends)}/12",
        style.YEARS,
        name=Text("apertura", "opening"),
    )
    horizon = case.inputs.given(
        "study.horizon",
        Text("Anni di esercizio valutati", "Years of operation appraised"),
        float(case.study.header.horizon_years),
        "year",
        STUDY,
    )
    closing = sheet.amount(
        Text("Fine del periodo valutato", "End of the period appraised"),
        plus(opening, horizon),
        style.YEARS,
        name=Text("chiusura", "closing"),
    )
    return opening, closing


def _months(case: Case, activity: Activity) -> str:
    inputs, seats = case.inputs, case.alternative.seats
    if activity.seat_figure is not None:
        figure = activity.seat_figure
        return most(*(inputs.of("seats", seat, figure) for seat in seats))
    own = activity.form_figure
    if own and case.study.figure("forms", case.form.id, own) is not None:
        return inputs.of("forms", case.form.id, own)
    longer = ONE
    if activity.works:
        longer = most(*(inputs.of("seats", seat, "works_time", ONE) for seat in seats))
    factor = inputs.of("parameters", "schedule-factor")
    return times(inputs.of("activities", activity.id, "duration"), factor, longer)


def _level(sheet: Sheet, label: Text, ends: tuple[str, str], start: str, ramp: str) -> Years:
    """How far activity has grown by mid-year, and for how much of the year it is there."""
    clock, (opening, closing) = sheet.clock, ends
    from_ = plus(opening, start)
    return sheet.years(
        label,
        lambda t: (
            f"MAX(0,MIN(1,({clock[t]}+0.5-({from_}))/({ramp})))*{_overlap(clock[t], from_, closing)}"
        ),
        style.FACTOR,
        note=f"+{start}; {ramp}" if start != ZERO else ramp,
    )


def _overlap(year: str, start: str, end: str, *, first: bool = False) -> str:
    """How much of a year lies between start and end; what falls before year 0 counts in year 0."""
    inside = f"MAX(0,MIN({year}+1,{end})-MAX({year},{start}))"
    return f"{inside}+MAX(0,MIN({end},0)-({start}))" if first else inside


def _factor(sheet: Sheet, case: Case, rate: str, label: Text) -> Years:
    name, clock = case.inputs.parameter(rate), sheet.clock
    return sheet.years(
        label, lambda t: f"1/(1+{name})^({clock[t]}+0.5)", style.FACTOR, note=name, summed=False
    )
