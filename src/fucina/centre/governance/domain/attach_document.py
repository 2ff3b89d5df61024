import datetime as dt
import hashlib
from typing import Any

from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from fucina.centre.governance.domain.file_type import ACCEPTED, file_type
from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Agreement, Document
from fucina.centre.refusal import Problem, Refusal, refuse_any

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE


def attach_document(
    agreement: Agreement,
    title: str,
    kind: str,
    *,
    by: Any,
    file: "File[bytes] | None" = None,
    address: str = "",
    dated: dt.date | None = None,
    language: str = "it",
    public: bool = False,
) -> Document:
    """A file, known by what it holds and by its digest, or the address of a page."""
    allow(by, "governance.attach_document")
    document = Document(
        agreement=agreement,
        title=title,
        kind=kind,
        dated=dated,
        language=language,
        public=public,
        address=address,
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


def _take(document: Document, file: "File[bytes]") -> None:
    if not file.size:
        raise Refusal([Problem("empty", _("The file is empty."), "file")])
    if file.size > MOST_BYTES:
        limit = filesizeformat(MOST_BYTES)
        message = _("The file is too large: at most {limit} are accepted.").format(limit=limit)
        raise Refusal([Problem("too_large", message, "file", {"limit": MOST_BYTES})])
    found = file_type(file)
    if found is None:
        known = ", ".join(sorted(kind.ending.lstrip(".").upper() for kind in ACCEPTED))
        message = _(
            "The file is none of {known}, or it holds macros; what it is called does not matter."
        )
        raise Refusal([Problem("wrong_type", message.format(known=known), "file")])
    document.media_type, document.ending = found.media_type, found.ending
    document.size, document.digest = file.size, _digest(file)
    document.file.save("", file, save=False)


def _digest(file: "File[bytes]") -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()
