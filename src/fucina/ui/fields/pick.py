from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SHOWN = 10
"""How many candidates a person is asked to choose from."""


@dataclass(frozen=True)
class Option:
    """One thing that can be picked: what is sent, what is shown, and what tells it from a namesake."""

    value: str
    label: str
    note: str = ""

    def as_suggestion(self) -> dict[str, str]:
        return {"value": self.value, "label": self.label, "note": self.note}


class Source(Protocol):
    """Where options come from; it offers only what the person asking may see."""

    def find(self, words: str, limit: int) -> Sequence[Option]:
        """The best answers first."""

    def get(self, value: str) -> Option | None:
        """The option with this value, if it may be picked."""


class PickInput(forms.Widget):
    """A text with suggestions from ``url``, and hidden beside it the value that was picked.

    Without JavaScript the text alone is sent; where it fits several, the form comes back and asks which.
    """

    template_name = "ui/widgets/pick.html"

    def __init__(self, url: Any = "", attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "spellcheck": "false", **(attrs or {})})
        self.url: str | Promise | Callable[[], str] = url
        self.label_of: Callable[[str], str] = str
        self.candidates: Sequence[Option] = ()

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        picked, text = value if isinstance(value, tuple) else (value or "", "")
        context: dict[str, Any] = super().get_context(name, None, attrs)
        context["widget"] |= {
            "text": text or (self.label_of(str(picked)) if picked else ""),
            "picked": picked,
            "url": str(self.url() if callable(self.url) else self.url),
            "candidates": self.candidates,
        }
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> tuple[str, str]:
        return str(data.get(f"{name}-value", "")).strip(), str(data.get(name, "")).strip()

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data


class PickField(forms.Field):
    """A thing looked up by its name; the cleaned value is its ``Option``'s value, a text.

    ``source`` finds options, ``url`` (an address, or ``reverse_lazy`` of one) answers ``?q=`` with
    ``{"results": [option.as_suggestion(), …]}``.
    """

    widget = PickInput
    default_error_messages = {
        "unknown": _("Nothing answers “%(text)s”. Check how it is written."),
        "several": _("Several answer “%(text)s”: choose one of these."),
    }

    def __init__(self, *, source: Source, url: Any = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.source = source
        self.widget.url = url
        self.widget.label_of = self._label_of

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A form's own copy: where it gets a source of its own, its widget asks that one."""
        copied = super().__deepcopy__(memo)
        copied.widget.label_of = copied._label_of
        return copied

    def clean(self, value: Any) -> str:
        picked, text = value if isinstance(value, tuple) else (str(value or ""), "")
        if not picked and not text:
            self.validate(None)
            return ""
        return self._resolve(picked, text).value

    def has_changed(self, initial: Any, data: Any) -> bool:
        picked, text = data if isinstance(data, tuple) else (data or "", "")
        return str(initial or "") != picked or (not picked and bool(text))

    def _resolve(self, picked: str, text: str) -> Option:
        """What was picked, as long as the text still says so; else what the text alone means."""
        chosen = self.source.get(picked) if picked else None
        if chosen and (not text or self._fits(chosen, text)):
            return chosen
        found = self.source.find(text, SHOWN + 1)
        exact = [option for option in found if option.label.casefold() == text.casefold()]
        if len(exact) == 1 or len(found) == 1:
            return (exact or found)[0]
        if not found:
            raise self._error("unknown", text)
        self.widget.candidates = (exact or found)[:SHOWN]
        raise self._error("several", text)

    def _fits(self, chosen: Option, text: str) -> bool:
        if chosen.label.casefold() == text.casefold():
            return True
        return any(option.value == chosen.value for option in self.source.find(text, SHOWN + 1))

    def _label_of(self, value: str) -> str:
        option = self.source.get(value)
        return option.label if option else ""

    def _error(self, code: str, text: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params={"text": text})
