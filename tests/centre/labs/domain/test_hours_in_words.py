import pytest
from django.utils.translation import override

from fucina.centre.labs.domain.hours_in_words import hours_in_words


@pytest.mark.parametrize(
    ("hours", "italian", "english"),
    [
        ("Mo-Fr 08:30-18:30; PH off", "lun–ven 08:30–18:30; festivi chiuso", "Mon–Fri 08:30–18:30; public holidays closed"),
        ("Tu,Th 09:00-12:00,14:00-17:00", "mar,gio 09:00–12:00,14:00–17:00", "Tue,Thu 09:00–12:00,14:00–17:00"),
        ("24/7", "sempre", "always"),
        ("Mo-Su 07:00-22:00; Dec 24-Jan 06 off", "lun–dom 07:00–22:00; Dec 24–Jan 06 chiuso", "Mon–Sun 07:00–22:00; Dec 24–Jan 06 closed"),
    ],
)  # fmt: skip
def test_hours_are_told_in_the_reader_s_language(hours: str, italian: str, english: str) -> None:
    with override("it"):
        in_italian = hours_in_words(hours)
    with override("en"):
        in_english = hours_in_words(hours)

    assert (in_italian, in_english) == (italian, english)
