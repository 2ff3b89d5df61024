"""One look for every chart: a small fixed palette, so that a page can remap it for dark mode.

Colours reach the SVG only as `fill` and `stroke` attributes with these exact values; `dark_rules`
gives the CSS that swaps them. Cells of a sequence carry their own text colour (`on_light`,
`on_dark`), so they stay as they are.
"""

FONT = "Titillium Web, Source Sans 3, sans-serif"
FONT_CSS = "'Titillium Web', 'Source Sans 3', system-ui, sans-serif"

SEQUENCE = ("#E6F0F4", "#C3DAE3", "#98BECD", "#679FB4", "#33788F", "#0B5D7B", "#083F55")
"""Little to much."""

SEQUENCE_BAD = ("#FAEDE6", "#F2D2C1", "#E6AF93", "#D58A65", "#BC5F33", "#A84A1B", "#7E3610")
"""Little to much of something unwelcome."""

THEME_COLOURS: dict[str, str] = {
    "ink": "#17212B",
    "muted": "#54626D",
    "rule": "#8793A0",
    "grid": "#DCE3E8",
    "neutral": "#EBEFF2",
    "paper": "#FFFFFF",
    "accent": "#0B5C7A",
    "accent_soft": "#7FAEC1",
    "bad": "#B4511F",
    "bad_soft": "#DDA382",
    "on_light": "#10202B",
    "on_dark": "#FDFEFE",
    "category_3": "#807DDE",
    "category_4": "#1F2A5A",
    "category_5": "#D16AA0",
    "category_6": "#999716",
    "category_7": "#128262",
    "category_8": "#7E1D1F",
    **{f"sequence_{i}": colour for i, colour in enumerate(SEQUENCE, 1)},
    **{f"sequence_bad_{i}": colour for i, colour in enumerate(SEQUENCE_BAD, 1)},
}

DARK_COLOURS: dict[str, str] = {
    "ink": "#E8EDF1",
    "muted": "#A9B5BF",
    "rule": "#77848F",
    "grid": "#33404A",
    "neutral": "#2A353E",
    "paper": "#161D23",
    "accent": "#5FB3D1",
    "accent_soft": "#3F7C94",
    "bad": "#E58A5B",
    "bad_soft": "#9A5C3C",
    "category_3": "#A5A2F2",
    "category_4": "#8FA0E6",
    "category_5": "#E58DBB",
    "category_6": "#C4C24A",
    "category_7": "#3FB891",
    "category_8": "#D9686A",
}

CATEGORIES: tuple[str, ...] = tuple(
    THEME_COLOURS[role] for role in ("accent", "bad", *(f"category_{i}" for i in range(3, 9)))
)
"""Told apart with every common colour-vision deficiency, each at least 3:1 against white."""


def dark_rules(svg: str = "svg") -> str:
    """CSS rules that repaint the charts under the selector `svg` for a dark background."""
    return "\n".join(
        f'{svg} [{paint}="{THEME_COLOURS[role]}"]{{{paint}:{dark}}}'
        for role, dark in DARK_COLOURS.items()
        for paint in ("fill", "stroke")
    )


def step_colour(share: float, colours: tuple[str, ...] = SEQUENCE) -> tuple[str, str]:
    """The fill for a share between 0 and 1, and the colour of text that can be read on it."""
    step = min(int(max(share, 0.0) * len(colours)), len(colours) - 1)
    return colours[step], THEME_COLOURS["on_dark" if step > 3 else "on_light"]
