"""The columns that charts measure things by, written once."""

from fucina.documents.tables import Column
from fucina.documents.text import Text

FIRST = Text("probabilità di essere la prima", "probability of being first")
SHARE = Column("probability", FIRST, "percent", 0)
LOW = Text("nel terzo basso", "in the low third")
HIGH = Text("nel terzo alto", "in the high third")


def euro(key: str, label: Text, digits: int = 1) -> Column:
    return Column(key, label, "millions", digits, "EUR")
