"""What is wrong with a study folder: every problem at once, each with its place and its remedy."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents.text import Language, Text

PHRASES = {
    "folder_missing": Text("la cartella non esiste", "the folder does not exist"),
    "not_a_folder": Text("non è una cartella", "this is not a folder"),
    "file_missing": Text("il file manca", "the file is missing"),
    "file_unreadable": Text(
        "il file non si può leggere: {reason}", "the file cannot be read: {reason}"
    ),
    "file_too_large": Text(
        "il file ha {size} byte, più dei {limit} consentiti",
        "the file has {size} bytes, more than the {limit} allowed",
    ),
    "not_utf8": Text(
        "il testo non è UTF-8 (byte {position}): salvarlo come UTF-8",
        "the text is not UTF-8 (byte {position}): save it as UTF-8",
    ),
    "not_permitted": Text(
        "manca il permesso di leggere il file", "there is no permission to read the file"
    ),
    "not_a_file": Text("non è un file", "this is not a file"),
    "link_loop": Text("il collegamento rimanda a sé stesso", "the link leads back to itself"),
    "file_empty": Text("il file è vuoto", "the file is empty"),
    "folder_too_large": Text(
        "i file dello studio hanno insieme {size} byte, più dei {limit} consentiti",
        "the study’s files have {size} bytes together, more than the {limit} allowed",
    ),
    "null_character": Text(
        "il carattere {position} è nullo: salvare il file come testo UTF-8",
        "character {position} is null: save the file as UTF-8 text",
    ),
    "too_deep": Text(
        "liste, tabelle o chiavi annidate troppo a fondo",
        "lists, tables or keys are nested too deep",
    ),
    "number_too_long": Text("un numero ha migliaia di cifre", "a number has thousands of digits"),
    "semicolons": Text(
        "le colonne sono separate da punti e virgola: salvare il CSV con le virgole",
        "the columns are separated by semicolons: save the CSV with commas",
    ),
    "list_too_long": Text("più di {limit} elementi", "more than {limit} items"),
    "and_more": Text(
        "altri problemi nello stesso file: correggere prima questi {limit}",
        "further problems in the same file: correct these {limit} first",
    ),
    "not_toml": Text(
        "TOML non valido alla colonna {column} ({reason})",
        "invalid TOML at column {column} ({reason})",
    ),
    "not_toml_at_end": Text(
        "TOML non valido alla fine del file ({reason})",
        "invalid TOML at the end of the file ({reason})",
    ),
    "not_csv": Text("CSV non valido: {reason}", "invalid CSV: {reason}"),
    "not_json": Text(
        "JSON non valido alla colonna {column} ({reason})",
        "invalid JSON at column {column} ({reason})",
    ),
    "not_geojson": Text(
        "serve una FeatureCollection GeoJSON di poligoni in gradi, con istat_code e name",
        "a GeoJSON FeatureCollection of polygons in degrees, with istat_code and name, is needed",
    ),
    "column_missing": Text("manca la colonna", "the column is missing"),
    "column_unknown": Text("colonna sconosciuta", "unknown column"),
    "column_twice": Text("la colonna compare due volte", "the column appears twice"),
    "row_length": Text(
        "la riga ha {found} campi invece di {expected}",
        "the row has {found} fields instead of {expected}",
    ),
    "too_many_rows": Text("più di {limit} righe", "more than {limit} rows"),
    "table_missing": Text(
        "manca almeno un elemento [[{name}]]", "at least one [[{name}]] is missing"
    ),
    "table_unknown": Text("tabella sconosciuta", "unknown table"),
    "too_few": Text(
        "elementi: {found}; il minimo è {least}", "records: {found}; the least is {least}"
    ),
    "missing": Text("campo obbligatorio mancante", "required field missing"),
    "extra_forbidden": Text("campo sconosciuto", "unknown field"),
    "number": Text("non è un numero (si scrive 1234.5)", "not a number (write 1234.5)"),
    "whole_number": Text("non è un numero intero", "not a whole number"),
    "date": Text("non è una data (si scrive 2026-11-15)", "not a date (write 2026-11-15)"),
    "boolean": Text("non è vero o falso", "not true or false"),
    "text": Text("non è un testo", "not a text"),
    "both_languages": Text(
        "serve il testo in italiano (it) e in inglese (en)",
        "the text is needed in Italian (it) and English (en)",
    ),
    "choice": Text("valore non ammesso", "value not allowed"),
    "id_form": Text(
        "un identificativo ha lettere minuscole, cifre e trattini, e comincia con una lettera",
        "an id has small letters, digits and hyphens, and begins with a letter",
    ),
    "pattern": Text("forma non ammessa", "form not allowed"),
    "bounds": Text("fuori dai limiti", "out of bounds"),
    "too_short": Text("troppo corto o vuoto", "too short or empty"),
    "wrong_type": Text("tipo non ammesso: {reason}", "type not allowed: {reason}"),
    "too_old": Text("serve una data dal 1900 in poi", "a date from 1900 on is needed"),
    "fixed_with_range": Text(
        "un dato fisso non ha low né high: lasciarli vuoti o indicare la distribuzione",
        "a fixed figure has no low or high: leave them empty, or name its distribution",
    ),
    "range_missing": Text(
        "un dato {distribution} richiede low e high", "a {distribution} figure needs low and high"
    ),
    "range_order": Text(
        "serve low ≤ value ≤ high con low < high (qui {low}, {value}, {high})",
        "low ≤ value ≤ high is needed, with low < high (here {low}, {value}, {high})",
    ),
    "price_year_missing": Text(
        "un importo in {unit} richiede price_year", "an amount in {unit} needs its price_year"
    ),
    "price_year_needless": Text(
        "un dato in {unit} non è un importo: lasciare vuoto price_year",
        "a figure in {unit} is no amount: leave price_year empty",
    ),
    "no_scale": Text("worst e best devono essere diversi", "worst and best must differ"),
    "exclusion_mismatch": Text(
        "una sede esclusa, e solo quella, dice perché (exclusion)",
        "an excluded seat, and only that, says why (exclusion)",
    ),
    "duplicate": Text(
        "identificativo ripetuto (già alla riga {first})", "duplicate id (already at row {first})"
    ),
    "unknown_parameter": Text(
        "parametro che il modello non conosce (non più, o non ancora): toglierlo",
        "a parameter that the model does not know (no more, or not yet): remove it",
    ),
    "unknown_reference": Text("{what} che non c’è", "unknown {what}"),
    "attribute_unknown": Text(
        "attributo sconosciuto per questo elemento", "unknown attribute for this record"
    ),
    "figure_missing": Text(
        "manca il dato obbligatorio «{attribute}»", "the required figure “{attribute}” is missing"
    ),
    "figure_twice": Text(
        "il dato compare due volte (già alla riga {first})",
        "the figure appears twice (already at row {first})",
    ),
    "unit": Text("unità non ammessa", "unit not allowed"),
    "value_bounds": Text(
        "il dato va da {low} a {high}, fuori dai limiti",
        "the figure runs from {low} to {high}, out of bounds",
    ),
    "value_bounds_fixed": Text(
        "il dato vale {low}, fuori dai limiti", "the figure is {low}, out of bounds"
    ),
    "condition_figure": Text(
        "una condizione con measure = figure, e solo quella, dice su quale dato (figure)",
        "a condition with measure = figure, and only that, says on which figure (figure)",
    ),
    "quotas": Text(
        "le quote devono sommare a 1, sommano a {total}",
        "the quotas must sum to 1, they sum to {total}",
    ),
    "exactly_one": Text(
        "serve una e una sola strategia con {flag} = true, ce ne sono {found}",
        "exactly one strategy with {flag} = true is needed, there are {found}",
    ),
    "too_few_candidates": Text(
        "servono almeno due sedi candidate", "at least two candidate seats are needed"
    ),
    "location_kinds": Text(
        "servono le ipotesi do-nothing, do-minimum e almeno una tra hub, hub-satellites, diffuse",
        "the hypotheses do-nothing, do-minimum and at least one of hub, hub-satellites, diffuse are needed",
    ),
    "seat_needed": Text("il do-minimum indica la sua sede (seat)", "the do-minimum names its seat"),
    "judged_unknown": Text(
        "un criterio giudicato porta il nome di un punteggio di ciò a cui è dato (of)",
        "a judged criterion bears the name of a score of what it is given to (of)",
    ),
    "degree_no_school": Text(
        "un corso di studio appartiene a una linea di servizio di tipo school",
        "a degree course belongs to a service line of kind school",
    ),
    "degree_twice": Text(
        "la linea di servizio ha già un corso di studio",
        "the service line has a degree course already",
    ),
    "told_twice": Text(
        "«{attribute}» è detto due volte: qui e in {parts}; tenere uno dei due",
        "“{attribute}” is told twice: here and in {parts}; keep one of the two",
    ),
    "told_never": Text(
        "manca «{attribute}»: darlo qui, oppure in {parts}",
        "“{attribute}” is missing: give it here, or in {parts}",
    ),
    "pair_twice": Text(
        "la coppia compare due volte, o unisce un dato a sé stesso",
        "the pair appears twice, or joins a figure to itself",
    ),
    "payments": Text(
        "anticipo e pagamenti intermedi arrivano a {total}, più di 1",
        "advance and interim payments reach {total}, more than 1",
    ),
    "not_uncertain": Text(
        "serve la chiave di un dato incerto, per esempio services.school.price",
        "the key of an uncertain figure is needed, for example services.school.price",
    ),
    "weights_contradict": Text(
        "i limiti dei pesi si contraddicono: least oltre most, o least che sommano a più di 1",
        "the bounds of the weights contradict one another: least above most, or least that sum to more than 1",
    ),
    "cycle": Text("dipendenza circolare: {path}", "circular dependency: {path}"),
    "order_twice": Text(
        "il criterio compare due volte nell’ordine", "the criterion appears twice in the order"
    ),
    "unsourced_column": Text(
        "la colonna non esiste nel file", "the column does not exist in the file"
    ),
    "no_feasible": Text(
        "nessuna alternativa può contenere il programma di {area} m²: rivedere le capienze delle sedi o le superfici dei servizi",
        "no alternative can hold the programme of {area} m²: review the seats’ capacities or the services’ areas",
    ),
    "cluster_missing": Text(
        "per calcolare su un cluster serve il pacchetto distributed: pip install fucina[cluster]",
        "to compute on a cluster the package distributed is needed: pip install fucina[cluster]",
    ),
    "cluster_failed": Text(
        "il cluster non ha portato a termine il calcolo ({reason}); nulla è stato scritto: riprovare, o "
        "calcolare senza --cluster",
        "the cluster did not finish the computation ({reason}); nothing was written: try again, or compute "
        "without --cluster",
    ),
    "cluster_other": Text(
        "i processi del cluster hanno un’altra versione di Fucina ({other} invece di {own}): aggiornarli",
        "the cluster’s workers run another version of Fucina ({other} instead of {own}): update them",
    ),
    "no_demand": Text("la somma dei pesi della domanda è zero", "the demand weights sum to zero"),
}

WHAT = {
    "activity": Text("attività", "activity"),
    "archetype": Text("centro di confronto", "comparator centre"),
    "correlation": Text("correlazione", "correlation"),
    "course": Text("corso", "course"),
    "criterion": Text("criterio", "criterion"),
    "degree": Text("corso di studio", "degree course"),
    "figure": Text("dato", "figure"),
    "form": Text("modello di governo", "governance model"),
    "funding": Text("fonte di finanziamento", "funding source"),
    "legal form": Text("forma giuridica", "legal form"),
    "location": Text("ipotesi di localizzazione", "location hypothesis"),
    "machine": Text("macchina", "machine"),
    "municipality": Text("comune", "municipality"),
    "origin": Text("comune o zona", "municipality or zone"),
    "owner": Text("responsabile", "owner"),
    "parameter": Text("parametro", "parameter"),
    "post": Text("posto", "post"),
    "seat": Text("sede", "seat"),
    "segment": Text("segmento di domanda", "demand segment"),
    "service": Text("linea di servizio", "service line"),
    "source": Text("fonte", "source"),
    "space": Text("spazio", "space"),
    "stakeholder": Text("ente", "stakeholder"),
    "strategy": Text("strategia", "strategy"),
    "use": Text("uso", "use"),
}
"""What a reference may lead to."""

PLACE = Text("riga {row}", "row {row}")
ALLOWED = Text("ammessi: {allowed}", "allowed: {allowed}")
VALUE = Text("valore", "value")


@dataclass(frozen=True)
class Problem:
    """One thing wrong, in one place. ``row`` counts as a text editor or a spreadsheet would, from 1."""

    code: str
    file: str
    row: int | None = None
    field: str = ""
    value: str = ""
    allowed: str = ""
    numbers: tuple[tuple[str, object], ...] = ()

    def sentence(self, language: Language) -> str:
        place = self.file
        if self.row is not None:
            place += f", {PLACE[language].format(row=self.row)}"
        if self.field:
            place += f", {self.field}"
        numbers = {
            name: value[language] if isinstance(value, Text) else value
            for name, value in self.numbers
        }
        if (what := WHAT.get(str(numbers.get("what")))) is not None:
            numbers["what"] = what[language]
        text = PHRASES[self.code][language].format(**numbers)
        if self.value:
            text += f" ({VALUE[language]}: {self.value})"
        if self.allowed:
            text += f"; {ALLOWED[language].format(allowed=self.allowed)}"
        return f"{place}: {text}"


class StudyError(Exception):
    """A folder that is no study. Carries every problem found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence("en") for problem in self.problems))


def shorten(value: object, limit: int = 80) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= limit else text[: limit - 1] + "…"
