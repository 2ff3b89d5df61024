"""What the things of a study are called in the report: figures, seats, stakeholders."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.study.folder.figures import attributes
from fucina.study.schema import NOUNS, Study

PLURALS = {noun.plural: noun for noun in NOUNS}


@dataclass(frozen=True)
class Names:
    """Look-ups of names by id; an unknown id is a mistake in the program."""

    study: Study

    def of(self, plural: str, identity: str) -> Text:
        return self.study.named(plural)[identity].name

    def seat(self, identity: str) -> Text:
        return self.of("seats", identity)

    def figure(self, key: str) -> Text:
        """``seats.ogr.capacity`` becomes “OGR: usable floor area”."""
        plural, subject, attribute = key.split(".")
        record = self.study.named(plural)[subject]
        if plural == "parameters":
            return record.name
        found = attributes(PLURALS[plural], subject)[attribute]
        return Text(f"{record.name.it}: {found.text.it}", f"{record.name.en}: {found.text.en}")
