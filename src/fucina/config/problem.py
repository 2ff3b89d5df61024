from django.core.exceptions import ImproperlyConfigured

from fucina.config.language import default_language


class SetupProblem(ImproperlyConfigured):
    """Something outside the code keeps Fucina from running: said in one sentence, with the remedy, in the language of
    the session."""

    def __init__(self, it: str, en: str) -> None:
        super().__init__(it if default_language() == "it" else en)
