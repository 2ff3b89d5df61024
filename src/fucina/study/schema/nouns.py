"""Which file holds which noun, and which figures each noun has."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.schema import (
    activity,
    archetype,
    course,
    degree,
    form,
    funding,
    location,
    machine,
    post,
    seat,
    segment,
    service,
    space,
    strategy,
    use,
)
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.correlation import Correlation
from fucina.study.schema.criterion import Criterion
from fucina.study.schema.dataset import Dataset, Municipality, Zone
from fucina.study.schema.gate import Gate
from fucina.study.schema.milestone import Milestone
from fucina.study.schema.owner import Owner
from fucina.study.schema.parameter import Parameter
from fucina.study.schema.record import Record
from fucina.study.schema.reference import Reference
from fucina.study.schema.risk import Risk
from fucina.study.schema.source import Source
from fucina.study.schema.stakeholder import Stakeholder
from fucina.study.schema.travel_time import TravelTime


@dataclass(frozen=True)
class Noun:
    """``plural`` names the file, the field of the study and the file of figures."""

    name: str
    plural: str
    record: type[Record]
    format: str
    text: Text
    attributes: tuple[Attribute, ...] = ()
    figures: bool = False
    least: int = 1

    @property
    def file(self) -> str:
        return f"{self.plural}.{self.format}"

    @property
    def figures_file(self) -> str:
        return f"figures/{self.plural}.csv"


NOUNS: tuple[Noun, ...] = (
    Noun("source", "sources", Source, "csv", Text("Fonti", "Sources")),
    Noun("owner", "owners", Owner, "csv", Text("Responsabili", "Owners")),
    Noun(
        "stakeholder",
        "stakeholders",
        Stakeholder,
        "toml",
        Text("Portatori d’interesse", "Stakeholders"),
        (Attribute("quota", ("share",), Text("quota di partecipazione", "quota held"), maximum=1),),
        figures=True,
    ),
    Noun("criterion", "criteria", Criterion, "toml", Text("Criteri", "Criteria"), least=2),
    Noun(
        "seat",
        "seats",
        seat.Seat,
        "toml",
        Text("Sedi candidate", "Candidate seats"),
        seat.ATTRIBUTES,
        figures=True,
        least=2,
    ),
    Noun(
        "location",
        "locations",
        location.Location,
        "toml",
        Text("Ipotesi di localizzazione", "Location hypotheses"),
        location.ATTRIBUTES,
        figures=True,
    ),
    Noun(
        "service",
        "services",
        service.Service,
        "toml",
        Text("Linee di servizio", "Service lines"),
        service.ATTRIBUTES,
        figures=True,
    ),
    Noun(
        "machine",
        "machines",
        machine.Machine,
        "toml",
        Text("Macchine", "Machines"),
        machine.ATTRIBUTES,
        figures=True,
    ),
    Noun(
        "course",
        "courses",
        course.Course,
        "toml",
        Text("Corsi", "Courses"),
        course.ATTRIBUTES,
        figures=True,
    ),
    Noun(
        "strategy",
        "strategies",
        strategy.Strategy,
        "toml",
        Text("Strategie", "Strategies"),
        strategy.ATTRIBUTES,
        figures=True,
    ),
    Noun(
        "space",
        "spaces",
        space.Space,
        "csv",
        Text("Programma delle superfici", "Area programme"),
        space.ATTRIBUTES,
        figures=True,
        least=0,
    ),
    Noun(
        "post",
        "posts",
        post.Post,
        "csv",
        Text("Piano del personale", "Staffing plan"),
        post.ATTRIBUTES,
        figures=True,
        least=0,
    ),
    Noun(
        "segment",
        "segments",
        segment.Segment,
        "toml",
        Text("Segmenti di domanda", "Demand segments"),
        segment.ATTRIBUTES,
        figures=True,
        least=0,
    ),
    Noun(
        "use",
        "uses",
        use.Use,
        "csv",
        Text("Usi dei servizi", "Uses of services"),
        use.ATTRIBUTES,
        figures=True,
        least=0,
    ),
    Noun(
        "degree",
        "degrees",
        degree.Degree,
        "toml",
        Text("Corsi di studio", "Degree courses"),
        degree.ATTRIBUTES,
        figures=True,
        least=0,
    ),
    Noun(
        "archetype",
        "archetypes",
        archetype.Archetype,
        "toml",
        Text("Centri di confronto", "Comparator centres"),
        archetype.ATTRIBUTES,
        figures=True,
        least=0,
    ),
    Noun(
        "form",
        "forms",
        form.Form,
        "toml",
        Text("Modelli di governo", "Governance models"),
        form.ATTRIBUTES,
        figures=True,
    ),
    Noun(
        "funding",
        "funding",
        funding.Funding,
        "toml",
        Text("Fonti di finanziamento", "Funding sources"),
        funding.ATTRIBUTES,
        figures=True,
        least=0,
    ),
    Noun(
        "parameter", "parameters", Parameter, "toml", Text("Parametri", "Parameters"), figures=True
    ),
    Noun(
        "activity",
        "activities",
        activity.Activity,
        "toml",
        Text("Attività del programma", "Programme activities"),
        activity.ATTRIBUTES,
        figures=True,
    ),
    Noun("gate", "gates", Gate, "toml", Text("Varchi", "Gates"), least=0),
    Noun("milestone", "milestones", Milestone, "csv", Text("Cronologia", "Timeline"), least=0),
    Noun(
        "reference",
        "references",
        Reference,
        "csv",
        Text("Classi di riferimento", "Reference classes"),
        least=0,
    ),
    Noun("risk", "risks", Risk, "toml", Text("Rischi", "Risks")),
    Noun(
        "correlation",
        "correlations",
        Correlation,
        "csv",
        Text("Correlazioni", "Correlations"),
        least=0,
    ),
    Noun("dataset", "datasets", Dataset, "toml", Text("Insiemi di dati", "Datasets"), least=2),
    Noun("municipality", "municipalities", Municipality, "csv", Text("Comuni", "Municipalities")),
    Noun("zone", "zones", Zone, "csv", Text("Zone", "Zones"), least=0),
    Noun(
        "travel_time",
        "travel_times",
        TravelTime,
        "csv",
        Text("Tempi di viaggio", "Travel times"),
        least=0,
    ),
)
