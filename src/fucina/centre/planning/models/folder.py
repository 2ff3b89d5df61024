from django.db import models

from fucina.centre.planning.models.run import Run


class Folder(models.Model):
    """A study folder that is looked after: which run it gave last, and what is wrong with it now.

    A folder that no longer reads keeps its last valid run. ``problems`` holds its sentences, each as
    ``{"it": …, "en": …}``; none, if the folder reads.
    """

    path = models.CharField(max_length=1000, unique=True)
    run = models.ForeignKey(Run, null=True, on_delete=models.PROTECT, related_name="folders")
    problems = models.JSONField(default=list)
    checked_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.path
