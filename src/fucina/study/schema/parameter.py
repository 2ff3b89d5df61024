"""A parameter of the whole study: rates, unit costs, shares that every alternative has in common."""

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Named


class Parameter(Named):
    description: Text


def _share(name: str, italian: str, english: str, *, required: bool = True) -> Attribute:
    return Attribute(name, ("share",), Text(italian, english), maximum=1, required=required)


VALUE = "value"
"""Every parameter has this one figure; what it must be stands in :data:`PARAMETERS`."""

PARAMETERS = {
    attribute.name: attribute
    for attribute in (
        _share(
            "discount-rate", "tasso di sconto finanziario reale", "real financial discount rate"
        ),
        _share("price-drift", "variazione annua dei prezzi", "yearly change of prices"),
        Attribute("eur-per-usd", ("EUR/USD",), Text("euro per dollaro", "euro per dollar"), 0.2, 5),
        Attribute("eur-per-gbp", ("EUR/GBP",), Text("euro per sterlina", "euro per pound"), 0.2, 5),
        Attribute(
            "capex",
            money("m2"),
            Text("costo di costruzione e allestimento", "building and fit-out cost"),
        ),
        Attribute(
            "plot-ratio",
            ("x",),
            Text("m² di lotto per m² di pavimento", "m² of plot per m² of floor"),
        ),
        Attribute(
            "cost-growth",
            ("x",),
            Text("costo finale su costo annunciato", "final cost over announced cost"),
            0.5,
        ),
        Attribute(
            "schedule-factor",
            ("x",),
            Text("durata effettiva su prevista", "actual over planned duration"),
            0.5,
        ),
        Attribute(
            "building-life",
            ("year",),
            Text("vita utile dell’edificio", "useful life of the building"),
            1,
        ),
        Attribute(
            "staff-cost", money("year"), Text("costo annuo per addetto", "yearly cost per person")
        ),
        _share(
            "personnel-share",
            "quota del personale sui costi d’esercizio",
            "personnel share of running costs",
        ),
        Attribute(
            "utilisation", ("share",), Text("utilizzo delle capacità", "use of capacity"), 0.01, 1
        ),
        Attribute(
            "utilisation-plan",
            ("share",),
            Text("utilizzo ipotizzato nei volumi", "use assumed in the volumes"),
            0.01,
            1,
        ),
        _share("member-churn", "associati che escono ogni anno", "members leaving each year"),
        Attribute(
            "demand-elasticity",
            ("x",),
            Text(
                "elasticità dei ricavi al bacino raggiunto",
                "elasticity of revenue to the demand reached",
            ),
            0,
            3,
        ),
        Attribute(
            "detour",
            ("x",),
            Text("percorso stradale su linea d’aria", "road distance over straight line"),
            1,
            3,
        ),
        Attribute(
            "speed",
            ("km/h",),
            Text("velocità media porta a porta", "mean door-to-door speed"),
            1,
            130,
        ),
        Attribute(
            "decay",
            ("min",),
            Text("scala di decadimento con il tempo di viaggio", "decay scale with travel time"),
            1,
        ),
        Attribute(
            "transit-radius",
            ("km",),
            Text("raggio della fermata a piedi", "walking radius to a stop"),
            0.1,
            5,
        ),
        _share(
            "social-discount-rate",
            "tasso di sconto sociale",
            "social discount rate",
            required=False,
        ),
        Attribute(
            "benefit-realised",
            ("x",),
            Text(
                "benefici che si realizzano su quelli attesi da ogni unità",
                "benefits that come true over those expected of each unit",
            ),
            maximum=3,
            required=False,
        ),
        Attribute(
            "pay-level",
            ("x",),
            Text(
                "livello delle retribuzioni su quello del piano del personale",
                "level of pay over that of the staffing plan",
            ),
            minimum=0.3,
            maximum=3,
            required=False,
        ),
        _share(
            "bridge-rate", "tasso del prestito ponte", "rate of the bridging loan", required=False
        ),
        Attribute(
            "conversion-works",
            ("x",),
            Text("fattore di conversione dei lavori", "conversion factor of works"),
            maximum=3,
            required=False,
        ),
        Attribute(
            "conversion-running",
            ("x",),
            Text(
                "fattore di conversione dei costi d’esercizio", "conversion factor of running costs"
            ),
            maximum=3,
            required=False,
        ),
    )
}
DEFAULTS = {
    "benefit-realised": 1.0,
    "pay-level": 1.0,
    "social-discount-rate": 0.03,
    "bridge-rate": 0.04,
    "conversion-works": 1.0,
    "conversion-running": 1.0,
}
"""What holds where a study leaves an optional parameter out; each is an assumption of the model, and is reported as one."""
