import unicodedata


def plain(words: str) -> str:
    """Lower case, without accents.

    >>> plain("Università")
    'universita'
    """
    parts = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()
