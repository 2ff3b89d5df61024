import uuid
from pathlib import Path

import pghistory
from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.enums import DocumentKind, DocumentLanguage
from fucina.centre.governance.models.agreement import Agreement
from fucina.centre.governance.models.of_one_agreement import stays


class PrivateStorage(FileSystemStorage):
    """A folder that no web server hands out: files leave it through a view that asks who wants them."""

    @property
    def base_location(self) -> Path:
        return Path(settings.FUCINA_VAR) / "documents"

    @property
    def location(self) -> str:
        return str(self.base_location.resolve())


def private_storage() -> Storage:
    return PrivateStorage(file_permissions_mode=0o600, directory_permissions_mode=0o700)


def nameless(document: models.Model, name: str) -> str:
    """Where a file is kept: nothing of the name it came with."""
    return f"governance/{uuid.uuid4().hex}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Document(models.Model):
    """A file or an address that belongs to an agreement: its text, or the evidence of something done."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    dated = models.DateField(_("date of the document"), null=True, blank=True)
    language = models.CharField(
        _("language"), max_length=5, choices=DocumentLanguage, default=DocumentLanguage.ITALIAN
    )
    public = models.BooleanField(_("public"), default=False)
    file = models.FileField(
        _("file"), upload_to=nameless, storage=private_storage, max_length=100, blank=True
    )
    address = models.URLField(_("address"), max_length=500, blank=True)
    media_type = models.CharField(_("type"), max_length=100, blank=True, editable=False)
    ending = models.CharField(max_length=10, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("size"), null=True, editable=False)
    digest = models.CharField(_("SHA-256 digest"), max_length=64, blank=True, editable=False)
    added = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-dated", "id"]
        constraints = [
            models.CheckConstraint(name="document_is_titled", condition=~Q(title="")),
            models.CheckConstraint(
                name="document_kind_is_known",
                condition=Q(kind__in=DocumentKind.values, language__in=DocumentLanguage.values),
            ),
            models.CheckConstraint(
                name="document_is_a_file_or_an_address",
                condition=(
                    Q(file="", digest="", media_type="", size=None) & ~Q(address="")
                    | Q(address="", digest__regex=r"^[0-9a-f]{64}$", size__gt=0)
                    & ~Q(file="")
                    & ~Q(media_type="")
                ),
                violation_error_message=_("Give a file or an address, not both."),
            ),
        ]
        triggers = [stays("agreement"), stays("file"), stays("digest")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:document", kwargs={"document": self.pk})
