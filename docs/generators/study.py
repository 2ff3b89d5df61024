"""The study folder: for every noun its file, its fields, and the figures it may have."""

import re

from fucina.methods.statute import load_forms
from fucina.study.schema import NOUNS, Figure, Header, Noun
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.parameter import PARAMETERS
from fucina.study.schema.record import Record
from generators.fields import Field, nested, of_record
from generators.markdown import code, codes, table


def page() -> str:
    parts = [_files(), _header(), _figures(), *map(_noun, NOUNS), _legal_forms()]
    return "\n".join(parts)


def _files() -> str:
    rows = [
        [f"[{code(noun.file)}](#{_anchor(noun)})", noun.text.en, noun.text.it, str(noun.least),
         code(noun.figures_file) if noun.figures else ""]
        for noun in NOUNS
    ]  # fmt: skip
    own = [
        ["[`study.toml`](#study-toml)", "Header", "Testata", "1", ""],
        ["`boundaries.geojson`", "Boundaries of the municipalities", "Confini comunali", "1", ""],
    ]
    head = ["file", "holds", "contiene", "at least", "its figures"]
    return f"## Files\n\n{table(head, [*own, *rows])}"


def _header() -> str:
    return f"(study-toml)=\n\n## Header (`study.toml`)\n\n{_prose(Header)}\n\n{_fields(Header)}"


def _figures() -> str:
    return (
        "(figures)=\n\n## Figures (`figures/*.csv`)\n\n"
        f"{_prose(Figure)}\n\nEvery row is one figure. Its key is `<file>.<subject>.<attribute>`, for "
        "example `seats.north.capacity`. Which attributes, units and bounds are allowed stands below "
        f"with each kind of record.\n\n{_fields(Figure, columns=True)}"
    )


def _noun(noun: Noun) -> str:
    where = f"one `[[{noun.name}]]` each" if noun.format == "toml" else "one row each"
    parts = [
        f"({_anchor(noun)})=\n\n## {noun.text.en} – {noun.text.it}",
        f"File {code(noun.file)}, {where}; at least {noun.least}.\n\n{_prose(noun.record)}",
        _fields(noun.record, columns=noun.format == "csv"),
    ]
    if noun.figures:
        attributes = tuple(PARAMETERS.values()) if noun.name == "parameter" else noun.attributes
        parts.append(_attributes(noun, attributes))
    return "\n\n".join(parts) + "\n"


def _attributes(noun: Noun, attributes: tuple[Attribute, ...]) -> str:
    first = "parameter (subject)" if noun.name == "parameter" else "attribute"
    extra = " The attribute of every parameter is `value`." if noun.name == "parameter" else ""
    rows = [
        [code(a.name), codes(a.units), _bounds(a), _yes(a.required), a.text.en, a.text.it]
        for a in attributes
    ]
    head = [first, "unit", "bounds", "required", "meaning", "significato"]
    return f"Figures, in {code(noun.figures_file)}.{extra}\n\n{table(head, rows)}"


def _legal_forms() -> str:
    rows = [
        [code(form.id), form.name.en, form.name.it, codes(rule.resolution for rule in form.rules)]
        for form in load_forms()
    ]
    head = ["`form`", "legal form", "forma giuridica", "rules for resolutions"]
    return (
        "(legal-forms)=\n\n## Legal forms\n\nWhat `form` may be in `forms.toml`: those with a rule for "
        f"both ordinary and extraordinary resolutions.\n\n{table(head, rows)}"
    )


def _fields(record: type[Record], *, columns: bool = False) -> str:
    fields = of_record(record, columns=columns)
    found = _table(fields, "column" if columns else "field") + _notes(fields)
    for name, inner in nested(record).items():
        found += f"\nFields of `{name}`. {_prose(inner)}\n\n{_table(of_record(inner), 'field')}"
    return found


def _table(fields: list[Field], first: str) -> str:
    rows = [[code(f.name), f.kind, _yes(not f.optional)] for f in fields]
    return table([first, "what it may hold", "required"], rows)


def _notes(fields: list[Field]) -> str:
    notes = [f"- `{field.name}`: {field.note}\n" for field in fields if field.note]
    return "\n" + "".join(notes) if notes else ""


def _prose(record: type[Record]) -> str:
    """The record's docstring, whose roles and double backticks become Markdown."""
    if record.__doc__ is None or record.__doc__ == Record.__doc__:
        return ""
    text = re.sub(r":\w+:`~?([^`]+)`", r"`\1`", record.__doc__.replace("``", "`"))
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _bounds(attribute: Attribute) -> str:
    low, high = f"{attribute.minimum:g}", f"{attribute.maximum:g}"
    return f"≥ {low}" if high == "inf" else f"{low} … {high}"


def _yes(required: bool) -> str:
    return "yes" if required else ""


def _anchor(noun: Noun) -> str:
    return f"study-{noun.plural}"
