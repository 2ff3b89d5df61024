import pytest


@pytest.fixture(scope="module")
def rows(page) -> list[list[str]]:
    return page["docs/reference/glossary.md"].table("italiano")


def test_every_term_has_italian_english_and_a_meaning(rows) -> None:
    incomplete = [row for row in rows if len(row) != 3 or not all(row)]

    assert (incomplete, len(rows) > 80) == ([], True)


def test_no_term_stands_twice(rows) -> None:
    for column in (0, 1):
        terms = [row[column].lower() for row in rows]

        assert sorted(terms) == sorted(set(terms))
