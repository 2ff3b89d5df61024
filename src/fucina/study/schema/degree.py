"""A degree course: cohorts that follow one another, who teaches them, what they use, and who pays."""

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named


class Degree(Named):
    """Its service line is of kind ``school``; students, costs and income come from here, not from its
    ``volume``, ``price`` and ``grant``."""

    service: Id
    description: Text
    sources: list[Id] = Field(min_length=1)


def _share(name: str, italian: str, english: str) -> Attribute:
    return Attribute(name, ("share",), Text(italian, english), maximum=1)


ATTRIBUTES = (
    Attribute("years", ("year",), Text("anni di corso, uno per coorte", "years of the course, one a cohort"), 1, 6),
    Attribute("places", ("person",), Text("posti al primo anno", "places in the first year"), 1),
    _share("fill", "posti occupati", "places taken"),
    _share("progress", "studenti che passano all’anno successivo", "students who go on to the next year"),
    Attribute("hours", ("h/year",), Text("ore di lezione e laboratorio per anno di corso", "hours of class and laboratory in a year of the course"), 1),
    _share("from_work", "ore tenute da chi lavora nelle imprese", "hours taught by people from firms"),
    _share("from_art", "ore tenute da artisti e progettisti", "hours taught by artists and designers"),
    Attribute("pay_work", money("h"), Text("compenso orario di chi viene dal lavoro", "hourly pay of people from work")),
    Attribute("pay_art", money("h"), Text("compenso orario di artisti e progettisti", "hourly pay of artists and designers")),
    Attribute("pay_academia", money("h"), Text("costo orario dei docenti universitari", "hourly cost of university lecturers")),
    Attribute("machine_hours", ("h/person/year",), Text("ore macchina per studente l’anno", "machine hours for each student in a year")),
    Attribute("machine_cost", money("h"), Text("costo interno dell’ora macchina", "internal cost of a machine hour")),
    Attribute("internship_hours", ("h/person",), Text("ore di tirocinio in impresa per studente", "hours of internship in a firm for each student")),
    Attribute("internship_cost", money("person"), Text("costo per avviare e seguire un tirocinio", "cost of placing and following an internship")),
    Attribute("seminars", ("1/year",), Text("seminari di artisti l’anno", "artists’ seminars a year")),
    Attribute("seminar_cost", money(), Text("costo di un seminario", "cost of a seminar")),
    Attribute("residencies", ("1/year",), Text("residenze d’artista l’anno", "artists’ residencies a year")),
    Attribute("residency_cost", money(), Text("costo di una residenza", "cost of a residency")),
    Attribute("overhead", money("year"), Text("direzione, segreteria e tutor l’anno", "direction, secretariat and tutors a year")),
    Attribute("fee", money("person/year"), Text("contributo annuo dello studente", "yearly fee of a student")),
    Attribute("firm_seats", ("person/year",), Text("posti nei moduli venduti a imprese l’anno", "seats in modules sold to firms a year")),
    Attribute("firm_price", money("person"), Text("prezzo di un posto venduto", "price of a seat sold")),
    Attribute("grant_hour", money("h"), Text("contributo pubblico per ora di corso erogata", "public grant for each hour of course given")),
    Attribute("grant_student", money("person/year"), Text("contributo pubblico per studente l’anno", "public grant for each student a year")),
    _share("outcome_share", "parte del contributo per studente legata all’esito", "part of the grant for each student that hangs on the outcome"),
    _share("outcome", "studenti che raggiungono l’esito", "students who reach the outcome"),
    Attribute("graduate_benefit", money("person"), Text("valore economico di un diplomato per imprese e società", "economic value of a graduate for firms and society"), required=False),
)  # fmt: skip
