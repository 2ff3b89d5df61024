"""Legal forms of a centre as dated, cited data, and their rules of voting as games."""

from fucina.methods.statute.forms import load_forms
from fucina.methods.statute.legal_form import LegalForm, Rule, Text
from fucina.methods.statute.rule_game import game

__all__ = ["LegalForm", "Rule", "Text", "game", "load_forms"]
