from django.core.exceptions import ImproperlyConfigured


class SetupProblem(ImproperlyConfigured):
    """Something outside the code keeps Fucina from running: said in one sentence, with the remedy."""
