"""One small chart of every kind, shared by the tests of this folder."""

from fucina.documents.charts.ranked_bars import Bar, ranked_bars
from fucina.documents.tables import Column
from fucina.documents.text import Text

SITE = Text(it="Sede", en="Site")
NPV = Column("npv", Text(it="Valore attuale netto", en="Net present value"), "millions", 1)
ALT = Text(it="Mirafiori precede le altre sedi.", en="Mirafiori leads the other sites.")

CHARTS = [
    ranked_bars(
        "npv-by-site",
        Text(it="Valore per sede", en="Value by site"),
        ALT,
        [
            Bar("Mirafiori", 18.4e6, 2.1e6, highlight=True),
            Bar("Grugliasco", 12.9e6, 1.8e6),
            Bar(Text(it="Corso Marche, ex stabilimento Alenia", en="Corso Marche, former Alenia works"), 4.2e6, 2.9e6),
            Bar(Text(it="Non fare nulla", en="Do nothing"), -3.1e6, 0.4e6),
        ],
        of=SITE,
        measure=NPV,
    ),
]
