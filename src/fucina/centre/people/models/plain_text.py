"""Text as it is searched: lower case, without accents. Both are PostgreSQL functions, made by a migration."""

from django.db import models
from django.db.models.functions import Coalesce, Concat


class Plain(models.Func):
    """``fucina_plain(text)``: unaccented and in lower case; immutable, so that it can be stored and indexed."""

    function = "fucina_plain"
    output_field = models.TextField()


def searched(*fields: str) -> models.GeneratedField:
    """A stored column with the plain text of these fields, kept by the database."""
    parts: list[models.Expression] = []
    for name in fields:
        parts += [
            Coalesce(models.F(name), models.Value("")),
            models.Value(" "),
        ]
    return models.GeneratedField(
        expression=Plain(Concat(*parts, output_field=models.TextField())),
        output_field=models.TextField(),
        db_persist=True,
    )
