from fucina.documents.theme import CATEGORIES, DARK_COLOURS, THEME_COLOURS, dark_rules, step_colour


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_category_stands_out_on_white() -> None:
    faint = [colour for colour in CATEGORIES if _contrast(colour, "#FFFFFF") < 3]

    assert (len(CATEGORIES), faint) == (8, [])


def test_no_two_roles_share_a_colour_that_a_page_could_not_tell_apart() -> None:
    assert len(set(THEME_COLOURS.values())) == len(THEME_COLOURS)


def test_text_can_be_read_on_every_step() -> None:
    steps = [step_colour(share / 20) for share in range(21)]

    assert [pair for pair in steps if _contrast(*pair) < 4.5] == []


def test_words_can_be_read_on_the_dark_paper() -> None:
    paper = DARK_COLOURS["paper"]

    faint = [
        role
        for role in ("ink", "muted", "accent", "bad")
        if _contrast(DARK_COLOURS[role], paper) < 4.5
    ]

    assert faint == []


def test_dark_rules_repaint_fill_and_stroke() -> None:
    rules = dark_rules(".chart").splitlines()

    assert len(rules) == 2 * len(DARK_COLOURS)
    assert rules[0] == f'.chart [fill="{THEME_COLOURS["ink"]}"]{{fill:{DARK_COLOURS["ink"]}}}'
