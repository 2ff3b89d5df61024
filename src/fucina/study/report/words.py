"""Words of the report that are used in more than one place."""

from fucina.documents.numbers import percent
from fucina.documents.text import Text

KIND = {
    "fact": Text("fatto", "fact"),
    "derived": Text("derivato", "derived"),
    "estimate": Text("stima", "estimate"),
    "proxy": Text("proxy", "proxy"),
    "assumption": Text("ipotesi", "assumption"),
}
CONFIDENCE = {
    "high": Text("alta", "high"),
    "medium": Text("media", "medium"),
    "low": Text("bassa", "low"),
}
LOCATION_KIND = {
    "do-nothing": Text("nessun intervento", "do nothing"),
    "do-minimum": Text("intervento minimo", "do the minimum"),
    "hub": Text("sede unica", "one hub"),
    "hub-satellites": Text("sede con satelliti", "hub with satellites"),
    "diffuse": Text("rete diffusa", "diffuse network"),
}
RESOLUTION = {
    "ordinary": Text("delibera ordinaria", "ordinary resolution"),
    "extraordinary": Text("delibera straordinaria", "extraordinary resolution"),
}
VOTES = {"shares": Text("quote", "quotas"), "heads": Text("teste", "heads")}
MAJORITY_OF = {"present": Text("presenti", "those present"), "all": Text("tutti", "all")}
TIMING = {
    "timing_start": Text(
        "flussi a inizio anno (primo esponente 0)",
        "flows at the start of the year (first exponent 0)",
    ),
    "timing_middle": Text(
        "flussi a metà anno (primo esponente 0,5)", "flows in mid-year (first exponent 0.5)"
    ),
    "timing_end": Text(
        "flussi a fine anno (primo esponente 1)", "flows at the end of the year (first exponent 1)"
    ),
}
PROOF = {
    "optimal": Text("ottimo dimostrato", "proved optimal"),
    "feasible": Text("ammissibile, non dimostrato", "feasible, not proved"),
    "time_limit": Text("limite di tempo, non dimostrato", "time limit, not proved"),
}
MEASURE = {
    "capex_per_m2": Text("costo per m²", "cost per m²"),
    "schedule_factor": Text("durata effettiva su prevista", "actual over planned duration"),
    "cost_growth": Text("costo finale su annunciato", "final over announced cost"),
    "staff": Text("personale", "staff"),
    "members": Text("membri", "members"),
    "industry_share": Text("quota di ricavi dall’industria", "industry share of income"),
}
FLOW = {
    "investment": Text("investimento", "investment"),
    "renewal": Text("rinnovo macchine", "machine renewal"),
    "running": Text("costi d’esercizio", "running costs"),
    "commercial": Text("ricavi commerciali", "commercial income"),
    "competitive": Text("contributi competitivi", "competitive grants"),
    "core": Text("contributi di base", "core funding"),
    "grant": Text("contributi all’investimento", "investment grants"),
    "cash": Text("cassa cumulata", "cumulated cash"),
}
INCOME = {
    "commercial": Text("ricavi dai servizi", "income from services"),
    "membership": Text("quote associative", "membership fees"),
    "competitive": Text("contributi competitivi", "competitive grants"),
    "core": Text("contributi di base", "core funding"),
    "release": Text("contributi all’investimento, per competenza", "investment grants, as earned"),
    "running_people": Text("personale e funzionamento", "people and running"),
    "rent": Text("canoni", "rents"),
    "bodies": Text("organi e costituzione", "bodies and setting up"),
    "depreciation": Text("ammortamenti", "depreciation"),
    "interest": Text("interessi", "interest"),
    "result": Text("risultato", "result"),
}
CASH = {
    "income": Text("incassi da servizi e quote", "receipts from services and fees"),
    "competitive": Text("contributi competitivi", "competitive grants"),
    "core": Text("contributi di base", "core funding"),
    "grant": Text("contributi all’investimento", "investment grants"),
    "investment": Text("investimento", "investment"),
    "renewal": Text("rinnovo macchine", "machine renewal"),
    "running": Text("costi d’esercizio", "running costs"),
    "paid_in": Text("capitale versato", "capital paid in"),
    "lent": Text("prestiti ricevuti", "loans received"),
    "service": Text("rate dei prestiti", "debt service"),
    "calls": Text("versamenti dei soci", "partners’ top-ups"),
    "net": Text("flusso netto", "net flow"),
    "cash": Text("cassa a fine anno", "cash at year’s end"),
}
BALANCE = {
    "fixed": Text("immobilizzazioni", "fixed assets"),
    "receivable": Text("crediti per contributi", "grants receivable"),
    "cash": Text("cassa", "cash"),
    "assets": Text("attivo", "assets"),
    "deferred": Text("risconti su contributi", "deferred grants"),
    "loans": Text("prestiti", "loans"),
    "equity": Text("capitale e versamenti dei soci", "partners’ capital and top-ups"),
    "results": Text("risultati cumulati", "cumulated results"),
    "liabilities": Text("passivo e netto", "liabilities and equity"),
}
MONTHLY = {
    **{name: CASH[name] for name in ("income", "competitive", "core", "grant")},
    **{name: CASH[name] for name in ("investment", "renewal", "running", "net")},
    "cumulated": Text("cassa cumulata", "cumulated cash"),
}
TEACHER = {
    "work": Text("dal lavoro", "from work"),
    "academia": Text("dall’università", "from academia"),
    "art": Text("dall’arte e dal progetto", "from art and design"),
}
PLACE_IN_PORTFOLIO = {
    "core": Text("del nucleo", "core"),
    "borderline": Text("di confine", "borderline"),
    "exterior": Text("esterna", "exterior"),
}
SPACE = {
    "hall": Text("capannone", "hall"),
    "laboratory": Text("laboratorio", "laboratory"),
    "classroom": Text("aula", "classroom"),
    "office": Text("uffici", "offices"),
    "workshop": Text("officina", "workshop"),
    "common": Text("spazi comuni", "common rooms"),
}
POST = {
    "management": Text("direzione", "management"),
    "research": Text("ricerca e sviluppo", "research and development"),
    "technician": Text("tecnici", "technicians"),
    "trainer": Text("formatori", "trainers"),
    "administration": Text("amministrazione", "administration"),
}
BODY = {
    "assembly": Text("assemblea", "assembly"),
    "board": Text("consiglio", "board"),
    "committee": Text("comitato", "committee"),
    "direction": Text("direzione", "direction"),
    "audit": Text("controllo", "audit"),
}
FUNDING = {
    "capital-grant": Text("contributo all’investimento", "investment grant"),
    "core": Text("contributo di base", "core funding"),
    "in-kind": Text("conferimento in natura (mai cassa)", "contribution in kind (never cash)"),
    "equity": Text("capitale dei soci", "partners’ capital"),
    "investment-fund": Text("fondo d’investimento", "investment fund"),
    "loan": Text("prestito", "loan"),
}
REGIME = {
    "no-aid": Text("non è aiuto di Stato", "no State aid"),
    "own-funds": Text("mezzi propri", "own funds"),
    "market": Text("condizioni di mercato", "market terms"),
    "de-minimis": Text("de minimis", "de minimis"),
    "gber-26": Text("GBER, art. 26", "GBER, art. 26"),
    "gber-26a": Text("GBER, art. 26-bis", "GBER, art. 26a"),
    "gber-27": Text("GBER, art. 27", "GBER, art. 27"),
    "gber-31": Text("GBER, art. 31", "GBER, art. 31"),
    "gber-56": Text("GBER, art. 56", "GBER, art. 56"),
}
INDICATOR = {
    "C": Text("VANF(C): sull’investimento", "FNPV(C): on the investment"),
    "K": Text("VANF(K): sul capitale", "FNPV(K): on capital"),
    "E": Text("VANE: per la società", "ENPV: for society"),
}
APPRAISAL = {
    "cba": Text("analisi costi-benefici", "cost–benefit analysis"),
    "simplified-cba": Text(
        "analisi costi-benefici semplificata", "simplified cost–benefit analysis"
    ),
    "cost-effectiveness": Text("analisi costo-efficacia", "cost-effectiveness analysis"),
}
MULTIPLIED = {
    "benefit": Text("i benefici per imprese e società", "the benefits to firms and society"),
    "income": Text("i ricavi", "income"),
    "capital": Text("l’investimento", "the investment"),
    "running": Text("i costi d’esercizio", "running costs"),
}
HOLDS = {True: Text("vale", "holds"), False: Text("non vale", "does not hold")}
WORKS = {
    "new": Text("nuova costruzione", "new building"),
    "refurbish": Text("recupero", "refurbishment"),
    "lease": Text("locazione", "lease"),
}
SEGMENT = {
    "large-firm": Text("grandi imprese", "large firms"),
    "sme": Text("piccole e medie imprese", "small and medium firms"),
    "start-up": Text("start-up", "start-ups"),
    "researcher": Text("ricercatori", "researchers"),
    "student": Text("studenti", "students"),
}
LEVEL = {
    "low": Text("basso", "low"),
    "moderate": Text("moderato", "moderate"),
    "high": Text("alto", "high"),
    "very high": Text("molto alto", "very high"),
}
EU_LEVELS = {
    "A": ("low", "low", "low", "low", "moderate"),
    "B": ("low", "low", "moderate", "moderate", "high"),
    "C": ("low", "moderate", "moderate", "high", "high"),
    "D": ("low", "moderate", "high", "very high", "very high"),
    "E": ("moderate", "high", "very high", "very high", "very high"),
}
"""Level of a risk by probability (row) and severity I-V (column): the scheme of the EU guide to
cost-benefit analysis, 2014."""


def majority(share: float, *, strict: bool) -> Text:
    """“Oltre il 50%”, or “almeno il 67%”."""
    it, en = percent(share, "it"), percent(share, "en")
    if strict:
        return Text(f"oltre il {it}", f"more than {en}")
    return Text(f"almeno il {it}", f"at least {en}")


def risk_level(probability: str, severity: str) -> str:
    return EU_LEVELS[probability][("I", "II", "III", "IV", "V").index(severity)]
