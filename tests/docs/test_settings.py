import re
from pathlib import Path

READ = re.compile(r"""(?:text|flag|integer)\(\s*"([A-Z][A-Z_]+)"|envvar="([A-Z_]+)\"""")


def test_the_settings_page_lists_every_variable_that_the_code_reads(page, root: Path) -> None:
    code = [path.read_text("utf-8") for part in ("config", "cli") for path in (root / "src/fucina" / part).rglob("*.py")]
    read = {a or b for text in code for a, b in READ.findall(text)}

    listed = {row[0].strip("`") for row in page["docs/reference/settings.md"].table("variable")}

    assert listed - {"UV_PYTHON"} == read
