"""Legal forms of a centre as dated, cited data, and their rules of voting as games."""

from fucina.methods.statute.by_law import ByLaw, Clause, by_law_game, load_by_laws
from fucina.methods.statute.forms import load_forms
from fucina.methods.statute.legal_form import LegalForm, Rule, Text
from fucina.methods.statute.rule_game import game

__all__ = [
    "ByLaw",
    "Clause",
    "LegalForm",
    "Rule",
    "Text",
    "by_law_game",
    "game",
    "load_by_laws",
    "load_forms",
]
