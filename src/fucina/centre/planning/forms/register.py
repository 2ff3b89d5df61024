from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from fucina.ui.evidence import CONFIDENCE, KINDS

ANY = ("", _("Any"))
FIGURE_KINDS = ("fact", "derived", "estimate", "proxy", "assumption")


class RegisterForm(forms.Form):
    """What to look for in the register; an unknown choice asks for nothing."""

    text = forms.CharField(label=_("Words"), required=False, max_length=100, strip=True)
    noun = forms.ChoiceField(label=_("What it is about"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    confidence = forms.ChoiceField(label=_("Confidence"), required=False)
    owner = forms.ChoiceField(label=_("Who answers for it"), required=False)

    def __init__(
        self, data: QueryDict, nouns: Sequence[tuple[str, str]], owners: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data, auto_id="filter-%s", label_suffix="")
        self.fields["text"].widget.input_type = "search"
        choices = {
            "noun": nouns,
            "kind": [(kind, KINDS[kind].label) for kind in FIGURE_KINDS],
            "confidence": [(level, text) for level, (_bars, text) in CONFIDENCE.items()],
            "owner": owners,
        }
        for name, known in choices.items():
            self.fields[name].choices = [ANY, *known]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        """The valid answers; what is not valid is left out rather than refused."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
