from django.utils.translation import get_language


def in_language(italian: str, english: str) -> str:
    """The words in the reader's language; the Italian ones where there are no others."""
    return (english if get_language() == "en" else "") or italian
