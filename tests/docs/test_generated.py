"""The reference pages that are written from the code hold all that the code knows."""

from pathlib import Path
from typing import get_args

import pytest

from fucina.study.problem import PHRASES
from fucina.study.schema import NOUNS, Location
from fucina.study.schema.criterion import Measure


@pytest.fixture
def parts(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.syspath_prepend(str(root / "docs"))
    import generate

    return generate.parts()


def test_the_study_page_shows_every_file_field_and_attribute(parts) -> None:
    wanted = {noun.file for noun in NOUNS}
    wanted |= {noun.figures_file for noun in NOUNS if noun.figures}
    wanted |= {attribute.name for noun in NOUNS for attribute in noun.attributes}
    wanted |= {f for n in NOUNS if n.format == "toml" for f in n.record.model_fields}

    missing = {name for name in wanted if f"`{name}`" not in parts["study-folder"]}

    assert missing == set()


def test_attributes_are_explained_in_both_languages(parts) -> None:
    texts = {a.text for noun in NOUNS for a in noun.attributes}

    missing = {t for t in texts if f"{t.en} | {t.it} |" not in parts["study-folder"]}

    assert missing == set()


def test_every_measure_and_location_kind_is_explained(page) -> None:
    folder = page["docs/reference/study-folder.md"]

    measures = {row[0].strip("`") for row in folder.table("`measure`")}
    kinds = {row[0].strip("`") for row in folder.table("location `kind`")}

    assert (measures, kinds) == (
        set(get_args(Measure)),
        set(get_args(Location.model_fields["kind"].annotation)),
    )


def test_every_message_is_listed_in_both_languages(parts) -> None:
    wanted = {f"| `{code}` | {text.en} | {text.it} |" for code, text in PHRASES.items()}

    assert wanted - set(parts["study-messages"].splitlines()) == set()


def test_every_package_of_methods_has_a_page(page, root: Path) -> None:
    packages = {path.parent.name for path in (root / "src/fucina/methods").glob("*/__init__.py")}

    pages = {Path(name).stem for name in page if name.startswith("docs/reference/methods/")}

    assert pages - {"index"} == packages
