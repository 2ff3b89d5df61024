import uuid

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.models.document import private_storage
from fucina.centre.labs.enums import ResourceDocumentKind
from fucina.centre.labs.models.resource import Resource


def nameless(document: models.Model, name: str) -> str:
    """Where a file is kept: nothing of the name it came with."""
    return f"labs/{uuid.uuid4().hex}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ResourceDocument(models.Model):
    """A manual, a photo or a safety sheet: a file, or the address of a page."""

    resource = models.ForeignKey(Resource, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("kind"), max_length=20, choices=ResourceDocumentKind)
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(
        _("language"), max_length=2, choices=[("it", "Italiano"), ("en", "English")], default="it"
    )
    public = models.BooleanField(_("public"), default=False)
    file = models.FileField(
        _("file"), upload_to=nameless, storage=private_storage, max_length=100, blank=True
    )
    address = models.URLField(_("address"), max_length=500, blank=True)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    ending = models.CharField(max_length=10, blank=True, editable=False)
    added = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["kind", "title", "id"]
        constraints = [
            models.CheckConstraint(
                name="resource_document_is_titled",
                condition=~Q(title="") & Q(kind__in=ResourceDocumentKind.values),
            ),
            models.CheckConstraint(
                name="resource_document_is_a_file_or_an_address",
                condition=Q(file="", media_type="") & ~Q(address="")
                | Q(address="") & ~Q(file="") & ~Q(media_type=""),
                violation_error_message=_("Give a file or an address, not both."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
