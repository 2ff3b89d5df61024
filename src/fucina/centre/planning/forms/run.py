from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fucina.centre.planning.models import Folder
from fucina.study.run import DRAWS, SEED


class FolderField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.run.title_en if get_language() == "en" else obj.run.title_it)


class StartRunForm(forms.Form):
    folder = FolderField(
        Folder.objects.none(), label=_("Study"), empty_label=None,
        help_text=_("The folder as it stands now: a change since its last run counts."),
    )  # fmt: skip
    draws = forms.IntegerField(
        label=_("Draws"), initial=DRAWS,
        help_text=_("How many futures are drawn. 10,000 give a probability within half a point."),
    )  # fmt: skip
    seed = forms.IntegerField(
        label=_("Seed"), initial=SEED,
        help_text=_("Another seed draws other futures: the answer should not move."),
    )  # fmt: skip

    def __init__(self, data: Any, folders: Any) -> None:
        super().__init__(data, label_suffix="")
        field = self.fields["folder"]
        field.queryset = folders  # type: ignore[attr-defined]
        first = next(iter(folders), None)
        if first is not None:
            field.initial = first.pk


class CompareForm(forms.Form):
    """Two runs, ticked in the list of runs."""

    run = forms.TypedMultipleChoiceField(coerce=int)

    def __init__(self, data: Any, known: Iterable[int]) -> None:
        super().__init__(data)
        self.fields["run"].choices = [(pk, pk) for pk in known]  # type: ignore[attr-defined]

    def two(self) -> list[int]:
        """The two runs; nothing where there are fewer, more, or unknown ones."""
        found = self.cleaned_data["run"] if self.is_valid() else []
        return found if len(set(found)) == 2 else []
