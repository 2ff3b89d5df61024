import pytest

from fucina.study.schema import Study


@pytest.fixture(scope="session")
def example(example: Study) -> Study:
    """The example over eight years: fewer cells to recalculate, and a loan that outlives them."""
    header = example.header.model_copy(update={"horizon_years": 8})
    return example.model_copy(update={"header": header})
