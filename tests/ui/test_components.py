import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from fucina.ui.icons import ICONS
from fucina.ui.tables import draw_rows


def render(source: str, **context: object) -> str:
    with translation.override("en"):
        return " ".join(Template("{% load ui %}" + source).render(Context(context)).split())


def test_figure_value_with_a_source_is_a_link_that_a_full_stop_can_follow() -> None:
    html = render('{% figure_value "86" "€/m²" "/s/1" "ISTAT" %}.')

    assert html == (
        '<a class="figure-value" href="/s/1">86&nbsp;<span class="unit">€/m²</span>'
        '<span class="visually-hidden"> (source: ISTAT)</span></a>.'
    )


def test_figure_value_without_a_source_is_plain_text() -> None:
    assert render('{% figure_value "86" %}') == '<span class="figure-value">86</span>'


def test_components_escape_what_they_are_given() -> None:
    html = render("{% button '/' label %}", label="<script>")

    assert html == '<a class="button button-primary" href="/">&lt;script&gt;</a>'


@pytest.mark.parametrize("name", sorted(ICONS))
def test_icon_is_hidden_from_assistive_technology(name: str) -> None:
    html = render(f'{{% icon "{name}" %}}')

    assert 'aria-hidden="true"' in html


def test_badge_says_its_kind_in_words() -> None:
    assert render('{% badge "assumption" %}').endswith("</svg>Assumption</span>")


@pytest.mark.parametrize(("level", "full"), [("high", 3), ("medium", 2), ("low", 1)])
def test_confidence_is_said_in_words_and_in_bars(level: str, full: int) -> None:
    html = render(f'{{% confidence "{level}" %}}')

    assert html.endswith(f"</svg>{level.capitalize()} confidence</span>")
    assert html.count('fill="currentColor"') == full


def test_table_heads_rows_and_columns() -> None:
    columns = ["Seat", {"label": "Time", "kind": "number", "unit": "min"}]

    html = render(
        "{% table c r 'Seats' %}", c=columns, r=[["Ivrea", {"text": "41.5", "value": 41.5}]]
    )

    assert '<th scope="col" class="number">Time <span class="unit">min</span></th>' in html
    assert '<th scope="row"><span>Ivrea</span></th>' in html
    assert '<td class="number" data-value="41.5"><span>41.5</span></td>' in html


def test_table_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        draw_rows([{"label": "Seat"}, {"label": "Time"}], [["Ivrea"]])


def test_table_cells_are_written_alike_and_escaped() -> None:
    """Whatever a cell holds: text alone, a link, a number to sort by, a badge, a note."""
    html = render(
        "{% table c rows 'Firms' stacked=True %}",
        c=['<b>"Firm"', {"label": '"Share"', "kind": "number"}, "State"],
        rows=[
            ["<i>&", {"text": "61.5 %", "value": 61.5, "url": '/a?b="&c'}, None],
            ["Beta", 3, {"text": "<u>", "badge": "good", "badge_text": "open", "note": "<p>"}],
        ],
    )

    assert (
        '<th scope="row" role="rowheader"><span>&lt;i&gt;&amp;</span></th>'
        '<td class="number" role="cell" data-label="&quot;Share&quot;" data-value="61.5">'
        '<span><a href="/a?b=&quot;&amp;c">61.5 %</a></span></td>'
        '<td role="cell" data-label="State"><span></span></td>'
    ) in html
    assert '<td role="cell" data-label="State"><span>&lt;u&gt; <span class="badge' in html
    assert '<span class="cell-note">&lt;p&gt;</span>' in html
    assert html.count("<td") == html.count("</td>") == 4


def test_chart_carries_both_drawings_and_its_numbers() -> None:
    html = render(
        "{% chart wide narrow 'Time' columns=c rows=r %}",
        wide="<svg id='w'></svg>",
        narrow="<svg id='n'></svg>",
        c=["Seat", "Time"],
        r=[["Ivrea", "41.5"]],
    )

    assert "<div class=\"chart-wide\"><svg id='w'></svg></div>" in html
    assert "<div class=\"chart-narrow\"><svg id='n'></svg></div>" in html
    assert "<summary>The numbers</summary>" in html


def test_pagination_keeps_the_rest_of_the_query() -> None:
    request = RequestFactory().get("/", {"q": "laser", "page": "2"})

    html = render(
        "{% pagination page %}", page=Paginator(range(30), 10).get_page(2), request=request
    )

    assert 'href="?q=laser&amp;page=3"' in html


def test_map_data_cannot_leave_its_block() -> None:
    data = {"bounds": [[44, 7], [45, 8]], "seats": [{"name": "</script>"}]}

    html = render('{% map data id="m" caption="Map" %}<p>list</p>{% endmap %}', data=data)

    assert html.count("</script>") == 1
    assert '<div class="map-fallback"><p>list</p></div>' in html
