from django.urls import reverse


def boundaries_address() -> str:
    """Where the boundaries of the current study are; nothing without a study. What reads it is imported when it is asked."""
    from fucina.centre.planning.presentation.reader import current_reader

    reader = current_reader()
    return reverse("planning:boundaries", args=[reader.result.fingerprint]) if reader else ""
