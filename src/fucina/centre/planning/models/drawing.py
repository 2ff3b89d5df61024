from django.db import models
from django.db.models import Q

from fucina.centre.planning.enums import DrawnLanguage
from fucina.centre.planning.models.run import Run


class Drawing(models.Model):
    """A chart of a run as SVG, drawn once when the run is published: a page only shows it."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="drawings")
    name = models.CharField(max_length=60)
    language = models.CharField(max_length=2, choices=DrawnLanguage)
    width = models.PositiveSmallIntegerField()
    svg = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "name", "language", "width"], name="planning_drawing_once"
            ),
            models.CheckConstraint(
                condition=Q(language__in=DrawnLanguage.values),
                name="planning_drawing_language_known",
            ),
            models.CheckConstraint(
                condition=Q(svg__startswith="<svg"), name="planning_drawing_is_svg"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language}, {self.width})"
