"""Django puts the catalogues of all apps into one: the same words must not say different things in two of them."""

from collections import defaultdict
from pathlib import Path

from babel.messages.pofile import read_po

import fucina

SOURCE = Path(fucina.__file__).parent


def test_no_two_catalogues_translate_the_same_words_differently() -> None:
    said: dict[tuple[str | None, str], dict[str, str]] = defaultdict(dict)
    for path in sorted(SOURCE.rglob("locale/it/LC_MESSAGES/django.po")):
        app = path.relative_to(SOURCE).parts[-5]
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    words = message.id if isinstance(message.id, str) else message.id[0]
                    said[message.context, words][app] = str(message.string)

    differing = {words: apps for words, apps in said.items() if len(set(apps.values())) > 1}

    assert differing == {}
