"""A comparison as lines of text, in either language."""

from collections.abc import Iterator

from fucina.documents.numbers import NOTHING, millions, number, percent
from fucina.documents.text import Language, Text
from fucina.study.compare.changes import HEADER
from fucina.study.compare.comparison import (
    Comparison,
    FieldChange,
    FigureChange,
    Measure,
    Moved,
    Part,
    RecordChange,
    Setting,
)
from fucina.study.result import Estimated
from fucina.study.schema import NOUNS

NOUN = {noun.plural: noun.text for noun in NOUNS} | {HEADER: Text("Intestazione", "Header")}
CHANGE = {
    "added": Text("aggiunto", "added"),
    "removed": Text("tolto", "removed"),
    "changed": Text("cambiato", "changed"),
}
SETTING = {
    "draws": Text("estrazioni", "draws"),
    "seed": Text("seme", "seed"),
    "engine": Text("versione di Fucina", "version of Fucina"),
    "proxy": Text("collocazione della domanda", "placing of demand"),
}
SAME = Text("La proposta è la stessa.", "The proposal is the same.")
OTHER = Text("La proposta è un’altra.", "The proposal is another.")
BEFORE, AFTER = Text("prima", "before"), Text("dopo", "after")
HEADS = {
    "seats": Text("Probabilità di ogni sede", "Probability of each seat"),
    "strategies": Text("Probabilità di ogni strategia", "Probability of each strategy"),
    "forms": Text("Probabilità di ogni forma giuridica", "Probability of each legal form"),
    "money": Text("Conti di ciò che si propone (medie)", "Money of what is proposed (means)"),
}
CHANGES = Text(
    "Cambiamenti: {n}, di cui {moving} possono spostare i risultati",
    "Changes: {n}, of which {moving} can move results",
)
NONE = Text("Gli studi sono uguali.", "The studies are the same.")
MADE = Text("Fatti con", "Made with")
WHY = Text(
    "Perché: {draws} estrazioni comuni, seme {seed}", "Why: {draws} common draws, seed {seed}"
)
HOW = Text(
    "   quota: media su ogni ordine dei cambiamenti, le quote sommano alla differenza; "
    "da solo: applicato alla prima; per ultimo: tolto dalla seconda",
    "   share: mean over every order of the changes, shares add up to the difference; "
    "alone: applied to the first; last: taken from the second",
)
SHARE, ALONE, LAST = Text("quota", "share"), Text("da solo", "alone"), Text("per ultimo", "last")
REST = Text("altre estrazioni, seme o versione", "other draws, seed or version")
UNATTRIBUTED: dict[str | None, Text] = {
    "nothing-moves": Text(
        "Nessun cambiamento può spostare i risultati: ciò che è diverso viene da estrazioni, seme o versione.",
        "No change can move results: what differs comes from draws, seed or version.",
    ),
    "not-computable": Text(
        "Questa versione di Fucina non sa calcolare di nuovo uno dei due studi: "
        "non si può dire quale cambiamento ha spostato che cosa. Calcolare di nuovo lo studio dalla sua cartella.",
        "This version of Fucina cannot compute one of the two studies again: "
        "which change moved what cannot be told. Run the study again from its folder.",
    ),
}
NOISE = Text("può essere rumore", "may be noise")
POINTS = Text("punti", "points")
OF_SEAT = Text("Probabilità di {seat}", "Probability of {seat}")


def lines(comparison: Comparison, language: Language) -> list[str]:
    """The whole comparison, the answer first."""
    return list(_Teller(comparison, language).all())


class _Teller:
    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.told, self.language = comparison, language

    def all(self) -> Iterator[str]:
        told, language = self.told, self.language
        yield told.name[language]
        yield (SAME if told.same_answer else OTHER)[language]
        for word, proposal in ((BEFORE, told.before), (AFTER, told.after)):
            names = " · ".join(name[language] for name in proposal.names)
            yield f"   {word[language]}: {names}"
        for head, rows in (
            ("seats", told.seats),
            ("strategies", told.strategies),
            ("forms", told.forms),
            ("money", told.money),
        ):
            yield from self._moved(HEADS[head], rows)
        yield from self._settings(told.settings)
        yield from self._changes()
        yield from self._why()

    def _moved(self, head: Text, rows: list[Moved]) -> Iterator[str]:
        yield ""
        yield head[self.language]
        width = max(len(row.name[self.language]) for row in rows) if rows else 0
        for row in rows:
            yield f"   {row.name[self.language]:<{width}}  {self._row(row)}"

    def _row(self, row: Moved) -> str:
        pair = f"{self._value(row.id, row.before)} → {self._value(row.id, row.after)}"
        if row.difference is None:
            return pair
        z = "" if row.z is None else f", z {number(row.z, self.language, 1)}"
        noise = f", {NOISE[self.language]}" if row.noise and row.difference else ""
        return f"{pair}  ({self._step(row.id, row.difference)}{z}{noise})"

    def _settings(self, settings: list[Setting]) -> Iterator[str]:
        if settings:
            yield ""
            yield MADE[self.language]
        for one in settings:
            yield f"   {SETTING[one.name][self.language]}: {one.before} → {one.after}"

    def _changes(self) -> Iterator[str]:
        told = self.told
        changes: list[RecordChange | FigureChange] = [*told.records, *told.figures]
        yield ""
        if not changes:
            yield NONE[self.language]
            return
        yield CHANGES[self.language].format(n=len(changes), moving=told.moving)
        for change in sorted(changes, key=lambda c: not c.moves):
            yield self._change(change)

    def _change(self, change: FigureChange | RecordChange) -> str:
        language = self.language
        mark = "*" if change.moves else " "
        key = change.key if isinstance(change, FigureChange) else f"{change.noun}.{change.id}"
        if change.change == "changed":
            said = "; ".join(self._field(field) for field in change.fields)
        else:
            said = CHANGE[change.change][language]
            values = [f for f in change.fields if f.field == "value"]
            said += "".join(f" ({f.after or f.before})" for f in values)
        return f" {mark} {key} – {change.name[language]}: {said}"

    def _field(self, field: FieldChange) -> str:
        return f"{field.field} {field.before or NOTHING} → {field.after or NOTHING}"

    def _why(self) -> Iterator[str]:
        told = self.told
        yield ""
        if told.attribution is None:
            if told.unattributed in UNATTRIBUTED:
                yield UNATTRIBUTED[told.unattributed][self.language]
            return
        draws = number(told.attribution.draws, self.language)
        yield WHY[self.language].format(draws=draws, seed=told.attribution.seed)
        yield HOW[self.language]
        for measure in told.attribution.measures:
            yield from self._measure(measure)

    def _measure(self, measure: Measure) -> Iterator[str]:
        language, kind = self.language, measure.id
        name = measure.name[language]
        head = name if kind == "net_cost" else OF_SEAT[language].format(seat=name)
        values = f"{self._value(kind, measure.before)} → {self._value(kind, measure.after)}"
        noise = f", {NOISE[language]}" if measure.noise and measure.difference.value else ""
        yield f"   {head}: {values}  ({self._change_of(kind, measure.difference)}{noise})"
        labels = [self._label(part) for part in measure.parts]
        width = max(map(len, [*labels, REST[language]]))
        for label, part in zip(labels, measure.parts, strict=True):
            shares = (SHARE, part.share), (ALONE, part.alone), (LAST, part.last)
            said = "   ".join(f"{w[language]} {self._change_of(kind, e)}" for w, e in shares)
            yield f"      {label:<{width}}  {said}"
        yield f"      {REST[language]:<{width}}  {self._step(kind, measure.rest)}"

    def _label(self, part: Part) -> str:
        names = " + ".join(NOUN[noun][self.language] for noun in part.nouns)
        return f"{names} ({part.changes})"

    def _value(self, kind: str, found: Estimated | None) -> str:
        if found is None:
            return NOTHING
        language = self.language
        if kind == "opening":
            return f"{number(found.value, language, 1)} ± {number(found.se, language, 1)}"
        if kind in ("capital", "net_cost", "cash_need", "benefit"):
            return f"{millions(found.value, language, digits=2)} ± {millions(found.se, language, digits=2)}"
        return f"{percent(found.value, language, 1)} ± {percent(found.se, language, 1)}"

    def _change_of(self, kind: str, found: Estimated) -> str:
        """A difference with its standard error."""
        error = self._step(kind, found.se).removeprefix("+")
        return f"{self._step(kind, found.value).removesuffix(self._unit(kind))} ± {error}"

    def _step(self, kind: str, value: float) -> str:
        """A difference with its sign."""
        language = self.language
        if kind in ("capital", "net_cost", "cash_need", "benefit"):
            shown = millions(value, language, digits=2)
        else:
            scale = 1 if kind == "opening" else 100
            shown = number(scale * value, language, 1) + self._unit(kind)
        return shown if value <= 0 else f"+{shown}"

    def _unit(self, kind: str) -> str:
        if kind in ("capital", "net_cost", "cash_need", "benefit", "opening"):
            return ""
        return f" {POINTS[self.language]}"
