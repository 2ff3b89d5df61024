"""The degree courses: cohorts, teachers, machines, internships, arts, cost of an hour, money by outcome."""

from fucina.documents.numbers import money, number, percent
from fucina.documents.report import Block, Bullets, Paragraph
from fucina.study.report import tables
from fucina.study.report.writer import Writer
from fucina.study.result import SchoolAccount
from fucina.study.schema import Degree


def school(w: Writer) -> list[Block]:
    schools = w.result.finance.schools
    if not schools:
        return [
            Paragraph(
                w.say(
                    "La combinazione proposta non comprende corsi di studio.",
                    "The proposed combination holds no degree course.",
                )
            )
        ]
    degrees = {d.service: d for d in w.study.degrees}
    blocks: list[Block] = []
    for found in schools:
        degree = degrees[found.service]
        blocks += [Paragraph(w.text(degree.description)), Bullets(_told(w, found, degree))]
    return [
        *blocks,
        *w.chart("cohorts"),
        *w.chart("teachers"),
        *w.table(tables.school(w.result, w.names)),
        *w.table(tables.school_accounts(w.study)),
        w.heading("Il disegno del corso", "The design of the course"),
        *w.table(tables.school_plan(w.study), ("item", "told", "kind", "source")),
    ]


def _told(w: Writer, found: SchoolAccount, degree: Degree) -> list[str]:
    def of(attribute: str) -> float:
        return w.study.need("degrees", degree.id, attribute).value

    balance = found.income.mean - found.cost.mean
    return [
        w.say(
            "**Coorti.** {k} coorti, {students} studenti a regime, {graduates} diplomati l’anno.",
            "**Cohorts.** {k} cohorts, {students} students at full operation, {graduates} graduates a year.",
            k=str(len(found.cohorts)),
            students=w.integer(found.students.mean),
            graduates=w.integer(found.graduates.mean),
        ),
        w.say(
            "**Ore.** {hours} ore-studente l’anno; {machine} ore macchina dai laboratori condivisi; {intern} ore di tirocinio in impresa per studente.",
            "**Hours.** {hours} student-hours a year; {machine} machine hours from the shared laboratories; {intern} hours of internship in a firm for each student.",
            hours=w.integer(found.student_hours.mean),
            machine=w.integer(found.machine_hours.mean),
            intern=w.integer(of("internship_hours")),
        ),
        w.say(
            "**Arte.** {s} seminari e {r} residenze d’artista l’anno.",
            "**Arts.** {s} artists’ seminars and {r} residencies a year.",
            s=number(of("seminars"), w.language),
            r=number(of("residencies"), w.language),
        ),
        w.say(
            "**Costo.** Un’ora-studente costa {hour}, macchine comprese (nove casi su dieci fra {a} e {b}).",
            "**Cost.** A student-hour costs {hour}, machines included (nine cases in ten between {a} and {b}).",
            hour=money(found.cost_per_hour.mean, w.language, digits=2),
            a=money(found.cost_per_hour.p05, w.language, digits=2),
            b=money(found.cost_per_hour.p95, w.language, digits=2),
        ),
        w.say(
            "**Denaro a esito.** Dipende dall’esito il {share} del contributo per studente; raggiunge l’esito il {outcome}. Saldo di cassa a regime {balance} l’anno.",
            "**Money by outcome.** {share} of the grant for each student hangs on the outcome; {outcome} reach it. Cash balance at full operation {balance} a year.",
            share=percent(of("outcome_share"), w.language),
            outcome=percent(of("outcome"), w.language),
            balance=money(balance, w.language),
        ),
    ]
