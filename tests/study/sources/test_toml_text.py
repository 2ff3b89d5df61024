"""Edits of a TOML text: what should change changes, and every other letter stays."""

import string
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fucina.study.sources.fault import ImportRefused
from fucina.study.sources.toml_text import append, change, literal

TEXT = '''# The institutions.

[[stakeholder]]
id = "city"  # the mayor's office
role = { it = "a = [b]", en = """many
lines # no comment
[stakeholder.weights]
""" }

[stakeholder.weights]   # asked in spring
order = [
  ["access"],   # first
  ["opening"],
]
least = { access = 0.1 }
kind = "assumption" # low
"owner" = 'ana#lyst'

# Between.
[[stakeholder]]
id = "firms"
weights = { order = [], kind = "assumption" }
'''


def test_keys_of_a_table_change_and_comments_stay() -> None:
    values: dict[str, Any] = {
        "order": [["opening"]],
        "least": None,
        "kind": "fact",
        "most": {"access": 0.5},
    }

    edited = change("f", TEXT, "stakeholder", 0, ("weights",), values)

    assert edited == (
        TEXT.replace('[\n  ["access"],   # first\n  ["opening"],\n]', '[["opening"]]')
        .replace("least = { access = 0.1 }\n", "")
        .replace('"assumption" # low', '"fact" # low')
        .replace("'ana#lyst'\n", "'ana#lyst'\nmost = { access = 0.5 }\n")
    )


def test_an_inline_table_is_written_anew() -> None:
    edited = change("f", TEXT, "stakeholder", 1, ("weights",), {"kind": "fact"})

    assert edited == TEXT.replace(
        'weights = { order = [], kind = "assumption" }', 'weights = { order = [], kind = "fact" }'
    )


def test_tables_below_the_table_are_replaced_as_keys() -> None:
    text = '[[s]]\nid = "a"\n\n[s.weights]\nkind = "x"\n\n[s.weights.least]\naccess = 0.1\n# kept\n\n[[s]]\nid = "b"\n'

    edited = change("f", text, "s", 0, ("weights",), {"least": {"access": 0.3}})

    assert tomllib.loads(edited)["s"][0]["weights"] == {"kind": "x", "least": {"access": 0.3}}
    assert "# kept" in edited


def test_dotted_keys_are_known() -> None:
    edited = change(
        "f", '[[s]]\nweights.kind = "x"\nid = "a"\n', "s", 0, ("weights",), {"kind": "y"}
    )

    assert edited == '[[s]]\nweights.kind = "y"\nid = "a"\n'


def test_a_shape_that_cannot_be_edited_is_left_and_said() -> None:
    text = '[[s]]\nid = "a"\n'  # no table weights to put the key in

    with pytest.raises(ImportRefused) as refused:
        change("f.toml", text, "s", 0, ("weights",), {"kind": "fact"})

    assert str(refused.value) == (
        "f.toml, [[s]] 1: the table cannot be edited without losing something else: write by hand; "
        'allowed: kind = "fact"'
    )


def test_a_record_is_added_at_the_end() -> None:
    edited = append("# one\n", "dataset", {"id": "a", "name": {"it": "«è»", "en": '"x"'}})

    assert edited == '# one\n\n[[dataset]]\nid = "a"\nname = { it = "«è»", en = "\\"x\\"" }\n'


words = st.text(string.printable + "àè’«»\u007f", max_size=12)
values = st.recursive(
    words | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
keys = st.text(string.ascii_lowercase, min_size=1, max_size=3)
records = st.lists(st.dictionaries(keys, values, min_size=1, max_size=4), min_size=1, max_size=3)


@given(values)
def test_a_value_is_read_as_it_was_written(value: Any) -> None:
    assert tomllib.loads(f"x = {literal(value)}")["x"] == value


@given(records, st.data())
def test_any_record_can_be_changed(found: list[dict[str, Any]], draw: st.DataObject) -> None:
    text = "# head\n"
    for record in found:
        text = append(text, "r", record) + "# after\n"
    index = draw.draw(st.integers(0, len(found) - 1))
    new = draw.draw(st.dictionaries(keys, values | st.none(), max_size=3))

    edited = change("f", text, "r", index, (), new)

    expected = [dict(record) for record in found]
    expected[index] = {k: v for k, v in (expected[index] | new).items() if v is not None}
    assert tomllib.loads(edited).get("r") == expected
    assert edited.count("# after") == len(found)
