import pytest

from fucina.documents.report import Report
from fucina.documents.text import LANGUAGES, Language
from fucina.study.report.build import report
from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.schema import Study


@pytest.fixture(scope="package")
def result(example: Study) -> Result:
    return compute(example, draws=400, seed=3)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture
def content(example: Study, result: Result, language: Language) -> Report:
    return report(example, result, language)
