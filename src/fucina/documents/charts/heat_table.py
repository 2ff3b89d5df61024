"""A grid of words whose background says how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from fucina.documents.charts.canvas import canvas
from fucina.documents.charts.chart import Chart, Spec
from fucina.documents.charts.labels import LINE, Label, labels, lines, stacked, text_width
from fucina.documents.charts.marks import box, boxes
from fucina.documents.charts.rows import rows
from fucina.documents.numbers import percent
from fucina.documents.tables import Column, Table
from fucina.documents.text import LANGUAGES, Language, Text, Words, said
from fucina.documents.theme import SEQUENCE, SEQUENCE_BAD, THEME_COLOURS, step_colour

_EDGE = 12
_PAD = 4


@dataclass(frozen=True)
class Cell:
    """`level` is between 0 and 1; the note stands under the text."""

    text: Words
    level: float
    note: str = ""


Grid = Sequence[Sequence[Cell]]


def heat_table(
    name: str,
    title: Text,
    alt: Text,
    rows: Sequence[Words],
    columns: Sequence[Words],
    cells: Grid,
    *,
    of: Text,
    bad: bool = False,
) -> Chart:
    """`of` heads the rows; `bad` paints what is unwelcome."""
    colours = SEQUENCE_BAD if bad else SEQUENCE

    def build(language: Language, width: int) -> Spec:
        sheet = _Sheet(
            [said(row, language) for row in rows],
            [said(column, language) for column in columns],
            [[_written(cell, language) for cell in row] for row in cells],
            [[step_colour(cell.level, colours) for cell in row] for row in cells],
        )
        return sheet.grid(width) or sheet.listed(width)

    return Chart(name, title, alt, build, _table(name, title, rows, columns, cells, of))


@dataclass(frozen=True)
class _Sheet:
    """The table in one language."""

    names: Sequence[str]
    heads: Sequence[str]
    texts: Sequence[Sequence[tuple[str, str]]]
    paints: Sequence[Sequence[tuple[str, str]]]

    def grid(self, width: int) -> Spec | None:
        """Rows and columns; nothing where a word would not fit its cell."""
        place = rows(self.names, width, share=0.3)
        each = (width - place.gutter - 2) / max(len(self.heads), 1)
        room = each - 2 * _PAD
        words = [
            word for row in self.texts for cell in row for text in cell for word in text.split()
        ]
        if max(map(text_width, words), default=0) > room:
            return None
        upright = max(text_width(word) for head in self.heads for word in head.split()) > room
        broken = [lines(head, 110 if upright else room) for head in self.heads]
        if upright and max(map(len, broken)) * LINE > each:
            return None
        deep = (
            max(text_width(line) for head in broken for line in head)
            if upright
            else max(map(len, broken)) * LINE
        )
        filled = [
            [tuple(line for text in cell if text for line in lines(text, room)) for cell in row]
            for row in self.texts
        ]
        tall = [
            max(len(name) * LINE + 8, *(len(cell) * LINE + 12 for cell in row), 28)
            for name, row in zip(place.names, filled, strict=True)
        ]
        tops = [sum(tall[:i]) for i in range(len(tall))]
        fills, written = [], []
        for top, high, row, paint in zip(tops, tall, filled, self.paints, strict=True):
            for j, (cell, (fill, ink)) in enumerate(zip(row, paint, strict=True)):
                fills.append(box(j * each + 1, (j + 1) * each - 1, top + 1, top + high - 1, fill))
                middle = Label((j + 0.5) * each, top + high / 2, "", "center", ink)
                written += stacked(middle, cell)
        middles = [top + high / 2 for top, high in zip(tops, tall, strict=True)]
        for y, name in zip(middles, place.names, strict=True):
            written += stacked(Label(-10, y, "", "right"), name)
        return canvas(
            width,
            sum(tall),
            [*boxes(fills), labels([*written, *_headings(broken, each, upright=upright)])],
            left=place.gutter,
            right=2,
            top=deep + 10,
            bottom=4,
        )

    def listed(self, width: int) -> Spec:
        """Each row's name over its cells, one under the other, for sheets too narrow for a grid."""
        share = min(max(map(text_width, self.heads)) + 10, width * 0.42)
        fills, written, y = [], [], 0.0
        for name, row, paint in zip(self.names, self.texts, self.paints, strict=True):
            title = lines(name, width - _EDGE)
            middle = y + 4 + len(title) * LINE / 2
            written += stacked(Label(0, middle, "", weight="bold"), title)
            y += len(title) * LINE + 8
            for head, cell, (fill, ink) in zip(self.heads, row, paint, strict=True):
                left = lines(head, share - 10)
                text = tuple(
                    line
                    for part in cell
                    if part
                    for line in lines(part, width - share - 16, most=8)
                )
                high = max(len(left), len(text), 1) * LINE + 8
                fills.append(box(share, width - 2, y + 1, y + high - 1, fill))
                written += stacked(Label(0, y + high / 2, "", colour=THEME_COLOURS["muted"]), left)
                written += stacked(Label(share + 8, y + high / 2, "", colour=ink), text)
                y += high
            y += 10
        return canvas(width, y, [*boxes(fills), labels(written)], right=0, bottom=2)


def _headings(broken: Sequence[tuple[str, ...]], each: float, *, upright: bool) -> list[Label]:
    muted = THEME_COLOURS["muted"]
    placed = []
    for j, head in enumerate(broken):
        x = (j + 0.5) * each
        if upright:
            start = x - (len(head) - 1) * LINE / 2
            placed += [
                Label(start + i * LINE, -6, line, colour=muted, angle=-90)
                for i, line in enumerate(head)
            ]
        else:
            y = -4 - len(head) * LINE / 2
            placed += stacked(Label(x, y, "", "center", muted), head)
    return placed


def _written(cell: Cell, language: Language) -> tuple[str, str]:
    return said(cell.text, language), cell.note


def _table(
    name: str,
    title: Text,
    rows: Sequence[Words],
    columns: Sequence[Words],
    cells: Grid,
    of: Text,
) -> Table:
    keys = [f"column_{i}" for i in range(1, len(columns) + 1)]
    return Table(
        name,
        title,
        [
            Column("label", of),
            *(Column(key, _both(column)) for key, column in zip(keys, columns, strict=True)),
        ],
        [
            {"label": row} | {key: _full(cell) for key, cell in zip(keys, line, strict=True)}
            for row, line in zip(rows, cells, strict=True)
        ],
    )


def _both(words: Words) -> Text:
    return words if isinstance(words, Text) else Text(it=words, en=words)


def _full(cell: Cell) -> Words:
    """The text with its note; the level, where the colour alone speaks."""
    it, en = (
        " · ".join(part for part in _written(cell, language) if part)
        or percent(cell.level, language)
        for language in LANGUAGES
    )
    return it if it == en else Text(it=it, en=en)
