"""The school: cohorts that follow one another, who teaches them, what it costs, who pays, and when."""

from dataclasses import dataclass

import numpy as np

from fucina.study.sampling import Floats, Sample
from fucina.study.schema import Degree, Study


@dataclass(frozen=True)
class CourseYear:
    """One year of the course at full enrolment, per draw (n,). It starts ``delay`` years after the school:
    the first cohort reaches its second year when the second cohort begins."""

    number: int
    delay: float
    students: Floats
    teaching: Floats
    machine_hours: Floats
    internship: Floats
    fees: Floats
    grant: Floats
    graduates: Floats


@dataclass(frozen=True)
class School:
    """A degree course with all its cohorts, per draw (n,), money a year in the study's currency and prices.

    ``cost_per_hour``: all costs over all student-hours of class, laboratory and internship.
    """

    degree: Degree
    years: tuple[CourseYear, ...]
    arts: Floats
    overhead: Floats
    firm_income: Floats
    machine_cost: Floats
    hours: Floats
    by_teacher: dict[str, Floats]

    @property
    def students(self) -> Floats:
        return np.asarray(sum(year.students for year in self.years))

    @property
    def cost(self) -> Floats:
        """Cash costs a year with all cohorts; machine hours are the laboratories' and cost no cash here."""
        yearly = sum(year.teaching + year.internship for year in self.years)
        return np.asarray(yearly + self.arts + self.overhead)

    @property
    def income(self) -> Floats:
        return np.asarray(sum(year.fees + year.grant for year in self.years) + self.firm_income)

    @property
    def machine_hours(self) -> Floats:
        return np.asarray(sum(year.machine_hours for year in self.years))

    @property
    def student_hours(self) -> Floats:
        return np.asarray(self.students * self.hours)

    @property
    def cost_per_hour(self) -> Floats:
        whole = self.cost + self.machine_hours * self.machine_cost
        return np.asarray(
            np.divide(
                whole, self.student_hours, out=np.zeros_like(whole), where=self.student_hours > 0
            )
        )


def school(study: Study, degree: Degree, scale: Floats, sample: Sample) -> School:
    """The degree course at a ``scale`` (n,) of its places: classes of the stated places, as many as fit."""

    def of(attribute: str) -> Floats:
        return sample.of("degrees", degree.id, attribute)

    def money(attribute: str) -> Floats:
        return sample.money("degrees", degree.id, attribute, default=0.0)

    work, art = of("from_work"), of("from_art")
    academia = np.maximum(0.0, 1 - work - art)
    hours = of("hours")
    hourly = work * money("pay_work") + art * money("pay_art") + academia * money("pay_academia")
    outcome = 1 - of("outcome_share") * (1 - of("outcome"))
    total = round(study.need("degrees", degree.id, "years").value)
    years = []
    for number in range(1, total + 1):
        students = of("places") * of("fill") * of("progress") ** (number - 1) * scale
        last = number == total
        years.append(
            CourseYear(
                number=number,
                delay=float(number - 1),
                students=students,
                teaching=hours * hourly * scale,
                machine_hours=students * of("machine_hours"),
                internship=students * money("internship_cost") if last else 0.0 * students,
                fees=students * money("fee"),
                grant=hours * money("grant_hour") * scale
                + students * money("grant_student") * outcome,
                graduates=students * of("outcome") if last else 0.0 * students,
            )
        )
    return School(
        degree=degree,
        years=tuple(years),
        arts=(of("seminars") * money("seminar_cost") + of("residencies") * money("residency_cost"))
        * scale,
        overhead=money("overhead") * scale,
        firm_income=of("firm_seats") * money("firm_price") * scale,
        machine_cost=money("machine_cost"),
        hours=hours + of("internship_hours") / total,
        by_teacher={
            "work": work * hours * total,
            "art": art * hours * total,
            "academia": academia * hours * total,
        },
    )
