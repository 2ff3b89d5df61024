from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.domain.merge_records import FIELDS, Record
from fucina.centre.people.models import Duplicate, Person

ORDER = (
    "given_name", "family_name", "name", "name_en", "kind", "country", "vat_number", "fiscal_code", "ateco",
    "startup", "email", "certified_email", "phone", "website", "language", "about", "listed",
)  # fmt: skip
NOTHING = (None, "", False)


class MergeForm(forms.Form):
    """Which of the two stays, and for each field in which they differ, whose value."""

    def __init__(self, data: Any = None, *, duplicate: Duplicate, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.sides: dict[str, Record] = {"first": duplicate.first, "second": duplicate.second}
        self.unread = _unread(duplicate.first, duplicate.second, user)
        first, second = duplicate.first, duplicate.second
        names = [("first", str(first)), ("second", str(second))]
        self.fields["winner"] = forms.ChoiceField(
            label=_("Which record stays"), choices=names, initial=_fuller(first, second), widget=forms.RadioSelect
        )  # fmt: skip
        for name in self.differing():
            said = [(side, _shown(record, name)) for side, record in self.sides.items()]
            self.fields[f"of_{name}"] = forms.ChoiceField(
                label=_label(first, name),
                choices=said,
                initial=_better(first, second, name, _fuller(first, second)),
                widget=forms.RadioSelect,
            )

    def differing(self) -> list[str]:
        first, second = self.sides.values()
        return [
            name
            for name in ORDER
            if name in FIELDS[type(first)] and name not in self.unread
            and getattr(first, name) != getattr(second, name)
        ]  # fmt: skip

    def winner(self) -> Record:
        return self.sides[self.cleaned_data["winner"]]

    def loser(self) -> Record:
        return self.sides["second" if self.cleaned_data["winner"] == "first" else "first"]

    def chosen(self) -> dict[str, Any]:
        """The loser's values that the winner takes over; those the user may not read fill what is empty."""
        loser, winner = self.loser(), self.winner()
        wanted = [
            name
            for name in self.differing()
            if self.cleaned_data[f"of_{name}"] != self.cleaned_data["winner"]
        ]
        wanted += [name for name in self.unread if not getattr(winner, name)]
        return {
            name: getattr(loser, name)
            for name in wanted
            if getattr(loser, name) != getattr(winner, name)
        }

    def rows(self) -> Iterator[forms.BoundField]:
        yield from (self[f"of_{name}"] for name in self.differing())


def _unread(first: Record, second: Record, user: Any) -> set[str]:
    """Fields that this user may not read: they are not shown side by side."""
    persons = [record for record in (first, second) if isinstance(record, Person)]
    readable = all(user.has_perm("people.view_fiscal_code", person) for person in persons)
    return set() if readable else {"fiscal_code"}


def _fuller(first: Record, second: Record) -> str:
    """The one that a study knows or that signs in; else the one with more filled in; the older if equal."""
    for name in ("key", "user_id"):
        if getattr(second, name, None) and not getattr(first, name, None):
            return "second"
    filled = [sum(getattr(r, name) not in NOTHING for name in FIELDS[type(r)]) for r in (first, second)]  # fmt: skip
    return "second" if filled[1] > filled[0] else "first"


def _label(record: Record, name: str) -> Any:
    return getattr(record._meta.get_field(name), "verbose_name", name)


def _better(first: Record, second: Record, name: str, winner: str) -> str:
    """The winner's value, unless it has none."""
    one, other = getattr(first, name), getattr(second, name)
    if one in NOTHING or other in NOTHING:
        return "first" if other in NOTHING else "second"
    return winner


def _shown(record: Record, name: str) -> Any:
    value = getattr(record, name)
    display = getattr(record, f"get_{name}_display", None)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return (display() if display else value) or "–"


class PickOtherForm(forms.Form):
    """The other record of a merge, looked up by hand."""

    def __init__(self, data: Any = None, *, field: forms.Field) -> None:
        super().__init__(data, label_suffix="")
        self.fields["other"] = field
