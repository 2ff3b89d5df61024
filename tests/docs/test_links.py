import re
from pathlib import Path

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
GENERATED = ("/_build/generated/", "performance-figures.md")


def test_every_relative_link_and_image_leads_somewhere(pages) -> None:
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in LINK.findall(page.prose)
        if not target.startswith(("https://", "#")) and not (page.path.parent / target.split("#")[0]).exists()
    ]

    assert broken == []


def test_both_readmes_show_the_home_page_and_the_report(page) -> None:
    images = ["docs/images/home.png", "docs/images/report.png"]

    shown = {name: re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page[name].text) for name in ("README.md", "README.it.md")}

    assert shown == {"README.md": images, "README.it.md": images}


def test_both_readmes_quote_the_sample_report(page) -> None:
    quoted = {
        name: re.search(r"<!-- sample:begin -->(.*)<!-- sample:end -->", page[name].text, re.DOTALL)[1].strip() != ""
        for name in ("README.md", "README.it.md")
    }

    assert quoted == {"README.md": True, "README.it.md": True}


def test_every_page_of_the_documentation_is_reached(pages, root: Path) -> None:
    docs = root / "docs"
    reached = {docs / "index.md"}
    queue = [docs / "index.md"]
    while queue:
        here = queue.pop()
        for entry in re.findall(r"^[\w./*-]+$", here.read_text("utf-8"), re.MULTILINE):
            found = here.parent.glob(f"{entry}.md") if "*" in entry else [here.parent / f"{entry}.md"]
            new = [path.resolve() for path in found if path.exists() and path.resolve() not in reached]
            reached |= set(new)
            queue += new

    missed = {p.path for p in pages if docs in p.path.parents} - reached

    assert missed - {docs / "reference/performance-figures.md"} == set()


def test_pages_name_no_registry_and_no_machine(pages) -> None:
    told = re.compile(r"pypi\.org|pythonhosted|npmjs|unpkg|jsdelivr|cdnjs|/work/|/root/|/home/\w", re.IGNORECASE)

    found = [f"{page.name}: {word}" for page in pages for word in told.findall(page.text)]

    assert found == []
