"""Quotes the sample report in the READMEs: `python scripts/readme_sample.py OUT`, after a study run.

The paragraph between the markers is the report's own summary, so that no number in a README is typed.
"""

import sys
from pathlib import Path

from fucina.documents.report import Paragraph
from fucina.study.output import load
from fucina.study.report.build import report

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- sample:begin -->", "<!-- sample:end -->"
READMES = {"en": ROOT / "README.md", "it": ROOT / "README.it.md"}


def main(out: Path) -> None:
    study, result = load(out)
    for language, readme in READMES.items():
        lead = report(study, result, "it" if language == "it" else "en").lead
        quoted = "\n>\n".join(f"> {block.text}" for block in lead if isinstance(block, Paragraph))
        before, _begin, rest = readme.read_text("utf-8").partition(BEGIN)
        _old, _end, after = rest.partition(END)
        readme.write_text(f"{before}{BEGIN}\n{quoted}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
