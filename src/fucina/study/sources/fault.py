"""What is wrong with a file to import, in both languages: where it is, what it says, what is allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from fucina.documents.text import Language, Text
from fucina.study.problem import ALLOWED, PLACE, VALUE, Problem, StudyError, shorten

LONGEST = 160
SHOWN = 20
"""So many faults of a file are told; the rest would only repeat them."""

FAULTS = {
    "no_file": Text("il file non esiste", "there is no such file"),
    "unreadable": Text("il file non si può leggere: {reason}", "the file cannot be read: {reason}"),
    "too_large": Text(
        "il file ha {size} MB, più dei {limit} consentiti: scaricare solo i comuni e l’anno che servono",
        "the file has {size} MB, more than the {limit} allowed: download only the municipalities and the year needed",
    ),
    "too_long": Text(
        "più di {limit} righe: scaricare solo i comuni e l’anno che servono",
        "more than {limit} rows: download only the municipalities and the year needed",
    ),
    "not_utf8": Text(
        "il testo non è UTF-8: aprire il file e salvarlo come «CSV UTF-8»",
        "the text is not UTF-8: open the file and save it as “CSV UTF-8”",
    ),
    "not_text": Text(
        "non è un testo: salvare il foglio come «CSV UTF-8» o XLSX",
        "this is no text: save the sheet as “CSV UTF-8” or XLSX",
    ),
    "not_csv": Text(
        "CSV non valido: virgolette aperte e non chiuse, o fuori posto",
        "invalid CSV: a quotation mark is opened and not closed, or misplaced",
    ),
    "one_column": Text(
        "c’è una colonna sola: il separatore non si riconosce",
        "there is one column only: its separator is not recognised",
    ),
    "empty": Text("non c’è nessuna riga di dati", "there is no row of data"),
    "old_excel": Text(
        "è un file di Excel 97-2003: salvarlo come XLSX o CSV",
        "this is a file of Excel 97–2003: save it as XLSX or CSV",
    ),
    "not_xlsx": Text(
        "la cartella di lavoro non si può leggere: aprirla e salvarla di nuovo come XLSX",
        "the workbook cannot be read: open it and save it again as XLSX",
    ),
    "no_sheet": Text("il foglio non esiste", "there is no such sheet"),
    "formula": Text(
        "la cella contiene una formula: incollarne il valore",
        "the cell holds a formula: paste its value",
    ),
    "merged": Text(
        "ci sono celle unite: dividerle, con un valore in ogni cella",
        "there are merged cells: unmerge them, with a value in each cell",
    ),
    "row_length": Text(
        "la riga ha {found} campi invece di {expected}; se è l’ultima, lo scaricamento è stato interrotto",
        "the row has {found} fields instead of {expected}; if it is the last, the download was cut off",
    ),
    "column_missing": Text("manca la colonna", "the column is missing"),
    "column_twice": Text("la colonna compare due volte", "the column appears twice"),
    "column_unknown": Text("colonna sconosciuta", "unknown column"),
    "missing": Text("la cella è vuota", "the cell is empty"),
    "number": Text("non è un numero", "not a number"),
    "ambiguous": Text(
        "il numero si può leggere in due modi: dire --decimal point oppure --decimal comma",
        "the number can be read in two ways: say --decimal point or --decimal comma",
    ),
    "negative": Text("il valore è negativo", "the value is negative"),
    "whole": Text("serve un numero intero da 1 in su", "a whole number from 1 up is needed"),
    "date": Text("non è una data (si scrive 2026-11-15)", "not a date (write 2026-11-15)"),
    "twice": Text("compare due volte (già alla riga {first})", "appears twice (already at row {first})"),
    "code": Text(
        "non è un codice ISTAT di comune né un codice NUTS",
        "neither an ISTAT code of a municipality nor a NUTS code",
    ),
    "other_municipality": Text(
        "il comune è di una provincia dello studio ma non è nello studio: se è stato fuso o soppresso, dire in quale con --merge {old}=CODICE; altrimenti toglierlo dal file",
        "the municipality is of a province of the study but not in the study: if it was merged or suppressed, say into which with --merge {old}=CODE; else take it out of the file",
    ),
    "merge_form": Text(
        "una fusione si scrive VECCHIO=NUOVO, due codici di sei cifre", "a merger is written OLD=NEW, two codes of six digits"
    ),
    "merge_target": Text("il comune non è nello studio", "the municipality is not in the study"),
    "not_covered": Text(
        "comuni dello studio che mancano: {n}; aggiungere i file che li contengono, o dire --missing-as-zero se non hanno davvero nulla",
        "municipalities of the study that are missing: {n}; add the files that hold them, or say --missing-as-zero if they truly have nothing",
    ),
    "no_value": Text(
        "il valore manca o è riservato: non è uno zero; dire --missing-as-zero per contarlo come zero",
        "the value is missing or confidential: this is no zero; say --missing-as-zero to count it as zero",
    ),
    "nothing_chosen": Text(
        "nessuna riga ha {what} richiesto", "no row has the {what} asked for"
    ),
    "two_series": Text(
        "più valori per lo stesso comune: la colonna ha più codici, scaricarne uno solo",
        "several values for one municipality: the column has several codes, download only one",
    ),
    "frequency": Text("servono dati annuali (A)", "annual data are needed (A)"),
    "not_zip": Text("non è un file ZIP valido", "not a valid ZIP file"),
    "no_member": Text("lo ZIP non contiene il file", "the ZIP does not hold the file"),
    "degrees": Text(
        "servono gradi da -{limit} a {limit}", "degrees from -{limit} to {limit} are needed"
    ),
    "parent": Text("la stazione madre non è nel file", "the parent station is not in the file"),
    "location_type": Text("tipo di luogo sconosciuto", "unknown kind of place"),
    "no_boundary": Text(
        "boundaries.geojson non ha il confine del comune", "boundaries.geojson lacks the municipality’s boundary"
    ),
    "no_stop_inside": Text(
        "nessuna fermata cade dentro il comune", "no stop lies inside the municipality"
    ),
    "cell": Text("il lato delle zone è un numero positivo di chilometri", "the side of the zones is a positive number of kilometres"),
    "too_many_zones": Text("{n} zone sono troppe: scegliere --cell più grande", "{n} zones are too many: choose a larger --cell"),
    "boundary": Text("serve un poligono GeoJSON (Polygon o MultiPolygon) di [longitudine, latitudine]", "a GeoJSON Polygon or MultiPolygon of [longitude, latitude] is needed"),
    "times_of_zones": Text(
        "tempi di viaggio che partono dalle zone che cambiano: {n}; dire --drop-travel-times per toglierli e importarli di nuovo",
        "travel times that start from the zones that change: {n}; say --drop-travel-times to take them out, then import them again",
    ),
    "unit_needed": Text(
        "non si sa in quale unità sono i tempi: dire --unit minutes, seconds o hours",
        "the times’ unit is not known: say --unit minutes, seconds or hours",
    ),
    "unit_twice": Text(
        "la colonna dice un’unità e --unit un’altra", "the column says one unit and --unit another"
    ),
    "too_slow": Text(
        "la velocità mediana sarebbe {speed} km/h in linea d’aria: l’unità è giusta?",
        "the median speed would be {speed} km/h as the crow flies: is the unit right?",
    ),
    "unknown_origin": Text(
        "non è né un comune né una zona dello studio", "neither a municipality nor a zone of the study"
    ),
    "unknown_seat": Text("non è una sede dello studio", "not a seat of the study"),
    "day": Text("più di un giorno di viaggio", "more than a day of travel"),
    "empty_pair": Text(
        "il tempo manca: scrivere «unreachable» se non si arriva, o dire --empty estimate perché sia stimato in linea d’aria",
        "the time is missing: write “unreachable” if there is no way, or say --empty estimate to have it estimated from the straight line",
    ),
    "unknown_institution": Text("l’ente non è nello studio", "the institution is not in the study"),
    "all_or_nothing": Text(
        "i punti servono per tutti i criteri, anche 0", "points are needed for every criterion, 0 included"
    ),
    "no_points": Text("i punti sommano a zero", "the points sum to zero"),
    "range": Text(
        "non è un intervallo: scrivere 10-30, o 0,1-0,3", "not a range: write 10-30, or 0.1-0.3"
    ),
    "range_order": Text("il minimo supera il massimo", "the least is above the most"),
    "range_mixed": Text(
        "quote e percentuali insieme: scrivere tutti gli intervalli della riga come 0,1-0,3 o come 10-30",
        "shares and percentages together: write all ranges of the row as 0.1-0.3 or as 10-30",
    ),
    "over_one": Text("il peso supera il 100 %", "the weight is above 100 %"),
    "least_sum": Text(
        "i minimi sommano a {total} %, più di 100", "the least weights sum to {total} %, more than 100"
    ),
    "most_sum": Text(
        "i massimi sommano a {total} %, meno di 100", "the most weights sum to {total} %, less than 100"
    ),
    "too_tight": Text("i limiti sono così stretti che nessun insieme di pesi li rispetta tutti: allargarli, o dire --margin più grande", "the bounds are so tight that no set of weights respects them all: widen them, or say a larger --margin"),
    "range_half": Text(
        "manca l’altra metà dell’intervallo", "the other half of the range is missing"
    ),
    "evidence": Text(
        "la fonte è nuova: serve {option}", "the source is new: {option} is needed"
    ),
    "field": Text("valore non ammesso", "value not allowed"),
    "owner": Text("responsabile sconosciuto", "unknown owner"),
    "changed": Text(
        "il file è stato modificato durante l’importazione: ripetere", "the file was changed during the import: repeat it"
    ),
    "not_written": Text(
        "non si è potuto scrivere ({reason}); i file di prima sono stati rimessi",
        "it could not be written ({reason}); the files from before were put back",
    ),
    "toml_shape": Text(
        "la tabella non si lascia modificare senza perdere altro: scrivere a mano",
        "the table cannot be edited without losing something else: write by hand",
    ),
    "one_of": Text("serve un file di tempi oppure --router, e uno solo dei due", "a file of times or --router is needed, and only one of the two"),
    "hour": Text("non è una data e un’ora (si scrive 2026-11-17T08:00)", "not a date and an hour (write 2026-11-17T08:00)"),
    "router_address": Text(
        "non è un percorso né un indirizzo http(s)", "neither a path nor an http(s) address"
    ),
    "router_down": Text(
        "il servizio non risponde ({reason}), dopo {tries} tentativi",
        "the service does not answer ({reason}), after {tries} tries",
    ),
    "router_refused": Text(
        "il servizio ha rifiutato la richiesta: {reason}", "the service refused the request: {reason}"
    ),
    "router_answer": Text(
        "la risposta non è una matrice di Valhalla: {reason}", "the answer is no matrix of Valhalla: {reason}"
    ),
    "router_extra": Text(
        "per calcolare i percorsi qui serve il pacchetto pyvalhalla: pip install fucina[routing]",
        "to route here the package pyvalhalla is needed: pip install fucina[routing]",
    ),
    "router_build": Text(
        "l’estratto OSM non si è lasciato preparare: {reason}", "the OSM extract could not be prepared: {reason}"
    ),
    "router_mode": Text("il mezzo non è fra quelli del calcolatore", "the router does not know the mode"),
    "router_absent": Text(
        "coppie che non sono nella tabella: {n}", "pairs that are not in the table: {n}"
    ),
    "all_unreachable": Text(
        "nessuna coppia è raggiungibile: l’estratto stradale copre lo studio?",
        "no pair is reachable: does the road extract cover the study?",
    ),
}  # fmt: skip

MORE = Text("… e altri problemi simili", "… and more problems of the kind")


@dataclass(frozen=True)
class Fault(Problem):
    """A problem whose words stand here; ``field`` names the column."""

    more: bool = False

    def sentence(self, language: Language) -> str:
        place = self.file
        if self.row is not None:
            place += f", {PLACE[language].format(row=self.row)}"
        if self.field:
            place += f", {self.field}"
        text = FAULTS[self.code][language].format(**dict(self.numbers))
        if self.value:
            text += f" ({VALUE[language]}: {self.value})"
        if self.allowed:
            text += f"; {ALLOWED[language].format(allowed=self.allowed)}"
        return f"{place}: {text}" + (f"\n{MORE[language]}" if self.more else "")


class ImportRefused(StudyError):  # noqa: N818 — it is said to a person, as “refused”
    """A file that cannot be imported; nothing was written."""


class Faults:
    """Collects what is wrong, so that it is told at once; a file full of faults is left early."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Fault] = []

    def add(
        self,
        code: str,
        row: int | None = None,
        field: str = "",
        value: str = "",
        allowed: str = "",
        **numbers: object,
    ) -> None:
        if len(self.found) == SHOWN:
            last = self.found[-1]
            self.found[-1] = Fault(
                last.code, last.file, last.row, last.field, last.value, last.allowed, last.numbers, more=True
            )  # fmt: skip
            self.stop()
        said = shorten(value, LONGEST)
        self.found.append(Fault(code, self.file, row, field, said, allowed, tuple(numbers.items())))

    def stop(self) -> None:
        """Raises what was found, if anything was."""
        if self.found:
            raise ImportRefused(self.found)


def refuse(
    code: str,
    file: str,
    row: int | None = None,
    field: str = "",
    value: str = "",
    allowed: str = "",
    **numbers: object,
) -> NoReturn:
    """One fault that ends the reading."""
    raise ImportRefused([Fault(code, file, row, field, value, allowed, tuple(numbers.items()))])


def some(names: Sequence[str], most: int = 12) -> str:
    """The first of many names, as an error text can hold them."""
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
