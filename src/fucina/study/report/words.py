"""Words of the report that are used in more than one place."""

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


def risk_level(probability: str, severity: str) -> str:
    return EU_LEVELS[probability][("I", "II", "III", "IV", "V").index(severity)]
