from django.urls import reverse

from fucina.centre.planning.presentation.reader import current_reader


def boundaries_address() -> str:
    """Where the boundaries of the current study are; nothing without a study."""
    reader = current_reader()
    return reverse("planning:boundaries", args=[reader.result.fingerprint]) if reader else ""
