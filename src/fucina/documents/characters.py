"""Characters that a page or a sheet can show.

The paper is tagged PDF/UA, which refuses a character that its font lacks; one such letter in a name
must not cost the whole report.
"""

import re

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
BREAK = "\N{ZERO WIDTH SPACE}"
JOINT = "\N{WORD JOINER}"

_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_ILLEGIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNPRINTABLE = re.compile(
    "[^ -~\u00a0-\u0377\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u04ff"  # Latin, Greek, Cyrillic
    "\u1e00-\u1eff\u2000-\u2027\u202f-\u2040\u2070\u2071\u2074-\u208e\u20a0-\u20bf"  # punctuation
    "\u2100-\u211e\u2126-\u214f\u2153-\u2184\u2190-\u23ff\u2460-\u2606\u2713\u2717\ufffd]"  # signs
)
_AMOUNT = re.compile("(?<=\u2212)(?=[€$£])")
_UNBROKEN = re.compile(r"\S{24,}")
_JOINT = re.compile(r"(?:[-/_.,:;?&=]|[^\W_]{32})(?=.)")


def legible(text: str) -> str:
    """Without what no document may hold: control characters and halves of characters."""
    return _ILLEGIBLE.sub(UNKNOWN, _SPACES.sub(" ", text))


def printable(text: str) -> str:
    """Without what the fonts of the paper lack."""
    return _UNPRINTABLE.sub(UNKNOWN, _SPACES.sub(" ", text))


def breakable(text: str) -> str:
    """Long words (addresses, codes, keys) may break after their punctuation."""
    return _UNBROKEN.sub(lambda word: _JOINT.sub(rf"\g<0>{BREAK}", word[0]), text)


def tied(text: str) -> str:
    """A minus stays on the line of its amount."""
    return _AMOUNT.sub(JOINT, text)
