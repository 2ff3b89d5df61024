"""What the book tells: one combination in one draw."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.demand import Demand
from fucina.study.location import Alternative
from fucina.study.sampling import Sample
from fucina.study.schema import Form, Strategy, Study
from fucina.study.workbook.book import Book
from fucina.study.workbook.inputs import Inputs

MODEL = Text("assunzione del modello", "the model’s assumption")
GEOGRAPHY = Text(
    "calcolato da Fucina sui punti di domanda e i tempi di viaggio",
    "computed by Fucina from demand points and travel times",
)
PLAN = Text("stabilito con i valori unici del piano", "settled by the plan’s single values")


@dataclass(frozen=True)
class Case:
    """``sample`` holds one draw; ``inputs`` gives its figures as names of cells of ``book``."""

    study: Study
    sample: Sample
    demand: Demand
    alternative: Alternative
    strategy: Strategy
    form: Form
    book: Book
    inputs: Inputs

    def called(self, plural: str, identity: str) -> str:
        """A record's name in the book's language."""
        return self.study.named(plural)[identity].name[self.book.language]

    def text(self, plural: str, identity: str) -> Text:
        return self.study.named(plural)[identity].name
