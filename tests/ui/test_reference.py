import re
from pathlib import Path

from fucina.ui.reference import page
from fucina.ui.templatetags.ui import register

WRITTEN = Path(__file__).parents[2] / "docs/reference/components.md"


def test_reference_is_what_the_tags_say() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == page()


def test_every_tag_is_explained() -> None:
    explained = re.findall(r"^### (\w+)\n\n`.+`\n\n\S", page(), flags=re.MULTILINE)

    assert sorted(explained) == sorted([*register.tags, *register.filters])
