"""How cells look: inputs blue on yellow, as is the custom in financial models; everything else is computed."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from fucina.study.schema.figure import CURRENCIES

MONEY = '#,##0;[Red]-#,##0;"–"'
CENTS = '#,##0.00;[Red]-#,##0.00;"–"'
SHARE = "0.0%"
NUMBER = "#,##0.0"
FACTOR = "0.0000"
YEARS = "0.00"
PLAIN = "General"
RATES = ("EUR/USD", "EUR/GBP")

TITLE = Font(name="Calibri", size=16, bold=True, color="1F3A5F")
NOTE = Font(name="Calibri", size=10, italic=True, color="595959")
HEADING = Font(name="Calibri", size=12, bold=True, color="1F3A5F")
HEAD = Font(name="Calibri", size=10, bold=True, color="FFFFFF")
BODY = Font(name="Calibri", size=10)
TOTAL = Font(name="Calibri", size=10, bold=True)
INPUT = Font(name="Calibri", size=10, color="0000FF")
QUIET = Font(name="Calibri", size=10, color="7F7F7F")

DARK = PatternFill("solid", start_color="1F3A5F")
YELLOW = PatternFill("solid", start_color="FFF9DB")
PALE = PatternFill("solid", start_color="EEF2F7")
ABOVE = Border(top=Side(style="thin", color="1F3A5F"))

WRAPPED = Alignment(vertical="top", wrap_text=True)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def format_of(unit: str) -> str:
    """The number format of a figure in a unit: one that hides nothing of what is written in."""
    if unit == "share":
        return "0.0##%"
    return "#,##0.00" if unit.split("/")[0] in CURRENCIES and unit not in RATES else PLAIN
