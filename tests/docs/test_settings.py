import re
from pathlib import Path

READ = re.compile(
    r"""(?:text|flag|integer)\(\s*"([A-Z][A-Z_]+)"|environ\.get\("(FUCINA_[A-Z_]+)"|envvar="([A-Z_]+)\""""
)


def test_the_settings_page_lists_every_variable_that_the_code_reads(page, root: Path) -> None:
    code = "\n".join(path.read_text("utf-8") for path in (root / "src/fucina").rglob("*.py"))
    read = {name for found in READ.findall(code) for name in found if name}

    listed = {row[0].strip("`") for row in page["docs/reference/settings.md"].table("variable")}

    assert listed - {"UV_PYTHON"} == read
