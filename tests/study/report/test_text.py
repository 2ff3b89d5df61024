"""The report's words: every chapter in both languages, every number from the result."""

import re
from collections.abc import Iterator

from fucina.documents.numbers import millions, money, percent
from fucina.documents.report import (
    Block,
    Bullets,
    Callout,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Report,
    TableBlock,
)
from fucina.documents.tables import shown
from fucina.documents.text import LANGUAGES, Language, Text
from fucina.study.report.build import CHAPTERS, report
from fucina.study.report.charts import charts
from fucina.study.report.tables import tables
from fucina.study.result import Result
from fucina.study.schema import Study

SAME = {"quorum", "quota"}
"""Words that are the same in both languages."""
AMOUNT = re.compile(r"(?:M€|€)?[−]?€?\d[\d.,]*(?:\N{NO-BREAK SPACE}M€|\N{NO-BREAK SPACE}€|M|%)")


def blocks(content: Report) -> list[Block]:
    return [*content.lead, *(block for section in content.sections for block in section.blocks)]


def sentences(content: Report) -> list[str]:
    """Every word of the report that stands in no table and no chart."""
    found: list[str] = []
    for block in blocks(content):
        match block:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Bullets(items):
                found += items
            case Callout(_, title, text):
                found += [title, text]
            case KeyFigures(items):
                found += [text for i in items for text in (i.value, i.label, i.note or "")]
            case TableBlock() | Figure():
                found.append(block.caption)
    return found


def test_every_chapter_has_something_to_say(content: Report, language: Language) -> None:
    said = [(section.id, section.title, bool(section.blocks)) for section in content.sections]

    assert said == [(identity, title[language], True) for identity, title, _ in CHAPTERS]


def test_no_sentence_is_left_untranslated(example: Study, result: Result) -> None:
    italian, english = (sentences(report(example, result, language)) for language in LANGUAGES)

    same = [a for a, b in zip(italian, english, strict=True) if a == b and re.search("[a-z]{4}", a)]

    assert same == []


def test_no_word_of_a_table_or_chart_is_left_untranslated(example: Study, result: Result) -> None:
    drawn = charts(example, result).values()
    made = [*tables(example, result), *(chart.table for chart in drawn)]
    words = [text for table in made for text in (table.title, *(c.label for c in table.columns))]
    words += [text for chart in drawn for text in (chart.title, chart.alt)]

    same = {text.it for text in words if text.it == text.en and re.search("[a-z]{3}", text.it)}

    assert same - SAME == set()


def test_every_chart_says_what_it_shows_with_a_sentence(content: Report) -> None:
    told = [f.chart.alt for f in blocks(content) if isinstance(f, Figure)]

    assert [alt for alt in told if not alt.it.endswith(".") or not alt.en.endswith(".")] == []
    assert len(set(told)) == len(told)


def test_no_two_tables_or_charts_share_a_name(example: Study, result: Result) -> None:
    names = [table.name for table in tables(example, result)]

    assert len(set(names)) == len(names)


def test_every_table_of_the_text_is_among_the_files(
    example: Study, result: Result, content: Report
) -> None:
    files = {table.name for table in tables(example, result)}

    told = {block.table.name for block in blocks(content) if isinstance(block, TableBlock)}

    assert told - files == set()


def test_every_amount_and_share_of_the_text_is_one_of_the_result(
    example: Study, result: Result, content: Report, language: Language
) -> None:
    known = set(_written(_numbers(result.model_dump()), language))
    known |= set(_written(_numbers(example.model_dump()), language))
    known |= set(_written(_summed(result, example), language))
    for words in _texts(example):
        known |= set(AMOUNT.findall(words[language].replace(" ", "\N{NO-BREAK SPACE}")))

    said = {amount for text in sentences(content) for amount in AMOUNT.findall(text)}

    assert said - known == set()
    assert len(said) > 30


def test_summary_says_what_the_tables_say(
    example: Study, result: Result, content: Report, language: Language
) -> None:
    table = next(t for t in tables(example, result) if t.name == "combination_ranking")
    _, cells, _ = shown(table, language)
    lead = " ".join(text for text in sentences(content))

    alternative, strategy, form = cells[0][:3]

    assert [word for word in (alternative, strategy, form) if word not in lead] == []
    assert result.combinations[0].id == result.decision.combination


def _numbers(found: object) -> Iterator[float]:
    match found:
        case bool() | str() | None:
            return
        case int() | float():
            yield float(found)
        case dict():
            for held in found.values():
                yield from _numbers(held)
        case list() | tuple():
            for held in found:
                yield from _numbers(held)


def _summed(result: Result, study: Study) -> Iterator[float]:
    """The few sums that the text makes of the result's own numbers."""
    kinds = {f.id: f.kind for f in study.funding}
    for kind in (True, False):
        yield sum(
            s.amount.mean for s in result.finance.sources if (kinds[s.source] == "in-kind") is kind
        )
    for school in result.finance.schools:
        yield school.income.mean - school.cost.mean
    if result.finance.portfolio is not None:
        yield result.finance.portfolio.budget * 1e6


def _written(numbers: Iterator[float], language: Language) -> Iterator[str]:
    """A number in every form in which the text may write it."""
    for value in numbers:
        for digits in (0, 1):
            yield percent(value, language, digits)
            yield millions(value, language, "EUR", digits)
        yield money(value, language)
        yield money(value, language, digits=2)
    yield percent(0.001, language, 1)


def _texts(study: Study) -> Iterator[Text]:
    def walk(found: object) -> Iterator[Text]:
        match found:
            case {"it": str(italian), "en": str(english)}:
                yield Text(italian, english)
            case dict():
                for held in found.values():
                    yield from walk(held)
            case list() | tuple():
                for held in found:
                    yield from walk(held)

    yield from walk(study.model_dump(mode="json", exclude={"boundaries"}))


def test_a_share_keeps_its_percent_sign_in_the_register(
    example: Study, result: Result, content: Report, language: Language
) -> None:
    register = next(
        block.table
        for block in blocks(content)
        if isinstance(block, TableBlock) and block.table.name == "figures"
    )

    told = [row["told"] for row in register.rows if str(row["key"]).endswith(".fill")]

    assert [str(words[language]) for words in told if isinstance(words, Text)] == ["90% (70%–100%)"]
