import xml.etree.ElementTree as ET

from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.labels import Label, labels
from fucina.documents.charts.marks import box, boxes
from fucina.documents.lettering import letter, parted


def test_parted_takes_the_labels_and_leaves_the_marks() -> None:
    spec = canvas(
        200, 50, [*boxes([box(0, 9, 0, 9, "#000000")]), labels([Label(5, 6, "uno")])], left=7
    )

    rest, (lettering,) = parted(spec)

    assert [layer["mark"]["type"] for layer in rest["layer"]] == ["rect"]  # type: ignore[attr-defined]
    assert ([label["text"] for label in lettering.labels], lettering.left) == (["uno"], 7)


def test_parted_leaves_a_chart_of_nothing_but_words_whole() -> None:
    spec = canvas(200, 50, [labels([Label(5, 6, "uno")])])

    assert parted(spec) == (spec, [])


def test_letter_writes_words_where_they_stand() -> None:
    root = ET.Element("svg")
    written = [Label(5, 6, "<due>", "right", dx=-3), Label(1, 2, "su", angle=-90), Label(0, 0, " ")]
    _, (lettering,) = parted(
        canvas(99, 9, [*boxes([box(0, 1, 0, 1, "#000000")]), labels(written)], left=4)
    )

    letter(root, lettering, "")

    places = [(word.text, word.get("text-anchor"), word.get("transform")) for word in root[0]]
    assert root[0].get("transform") == "translate(4,4)"
    assert places == [
        ("<due>", "end", "translate(2,9.6)"),
        ("su", "start", "translate(1,2) rotate(-90) translate(0,3.6)"),
    ]
