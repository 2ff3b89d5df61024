from pathlib import Path

import pytest

from fucina.documents.pdf import pdf
from fucina.documents.report import Report
from fucina.documents.text import LANGUAGES, Language
from fucina.study.report.build import report
from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.schema import Study


@pytest.fixture(scope="package")
def result(example: Study) -> Result:
    return compute(example, draws=400, seed=3)


@pytest.fixture(scope="package", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="package")
def content(example: Study, result: Result, language: Language) -> Report:
    return report(example, result, language)


@pytest.fixture(scope="package")
def paper(content: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "report.pdf"
    path.write_bytes(pdf(content))
    return path
