import re
from pathlib import Path

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
READMES = ("README.md", "README.it.md")
SAMPLE = re.compile(r"<!-- sample:begin -->\s*(.*?)\s*<!-- sample:end -->", re.DOTALL)


def test_every_relative_link_and_image_leads_somewhere(pages) -> None:
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in LINK.findall(page.prose)
        if not target.startswith(("https://", "#"))
        and not (page.path.parent / target.split("#")[0]).exists()
    ]

    assert broken == []


def test_both_readmes_show_the_home_page_and_the_report(page) -> None:
    images = [
        ["docs/images/home.png", "docs/images/report.png"],
        ["docs/images/home.it.png", "docs/images/report.it.png"],
    ]

    shown = [re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page[name].text) for name in READMES]

    assert shown == images


def test_both_readmes_quote_the_sample_report(page) -> None:
    quoted = [SAMPLE.search(page[name].text)[1] != "" for name in READMES]

    assert quoted == [True, True]


def test_every_page_of_the_documentation_is_reached(pages, root: Path) -> None:
    docs = root / "docs"
    entries = {
        path
        for page in pages
        for tree in page.blocks("{toctree}")
        for entry in tree.splitlines()
        for path in page.path.parent.glob(f"{entry}.md" if entry else "none")
    }

    missed = {page.path for page in pages if docs in page.path.parents} - entries

    assert missed - {docs / "reference/performance-figures.md"} == {docs / "index.md"}


def test_pages_name_no_registry_and_no_machine(pages) -> None:
    told = re.compile(r"pypi|pythonhosted|npmjs|unpkg|jsdelivr|/(?:work|root|home/\w+)/", re.I)

    found = [f"{page.name}: {word}" for page in pages for word in told.findall(page.text)]

    assert found == []
