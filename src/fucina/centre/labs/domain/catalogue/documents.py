from typing import Any

from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from fucina.centre.governance.domain.file_type import ACCEPTED, JPEG, PNG, file_type
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.enums import ResourceDocumentKind
from fucina.centre.labs.models import Resource, ResourceDocument
from fucina.centre.refusal import Problem, Refusal, refuse_any

MOST_BYTES = 20 * 1024 * 1024


def attach_document(
    resource: Resource,
    title: str,
    kind: str,
    *,
    by: Any,
    file: "File[bytes] | None" = None,
    address: str = "",
    language: str = "it",
    public: bool = False,
) -> ResourceDocument:
    """A manual, a photo, a safety sheet: a file known by what it holds, or the address of a page."""
    allow(by, "labs.operate", resource)
    document = ResourceDocument(
        resource=resource, title=title, kind=kind, address=address, language=language, public=public
    )
    if bool(file) == bool(address):
        raise Refusal([Problem("one", _("Give a file or an address, not both."), "file")])
    try:
        if file:
            _take(document, file)
        refuse_any(check(document))
        with one_write():
            document.save()
    except BaseException:
        if document.file:  # neither row nor file
            document.file.delete(save=False)
        raise
    return document


def remove_document(document: ResourceDocument, *, by: Any) -> None:
    allow(by, "labs.operate", document.resource)
    with one_write():
        document.delete()


def _take(document: ResourceDocument, file: "File[bytes]") -> None:
    if not file.size or file.size > MOST_BYTES:
        message = _("The file is empty or larger than {limit}.")
        limit = filesizeformat(MOST_BYTES)
        raise Refusal([Problem("too_large", message.format(limit=limit), "file")])
    found = file_type(file)
    wanted = (PNG, JPEG) if document.kind == ResourceDocumentKind.PHOTO else ACCEPTED
    if found not in wanted:
        known = ", ".join(sorted(one.ending.lstrip(".").upper() for one in wanted))
        message = _("The file is none of {known}.").format(known=known)
        raise Refusal([Problem("wrong_type", message, "file")])
    document.media_type, document.ending = found.media_type, found.ending
    document.file.save("", file, save=False)
