from typing import Any

from fucina.centre.governance.domain.writing import allow, one_write
from fucina.centre.governance.models import Document


def publish_document(document: Document, *, public: bool, by: Any) -> Document:
    """Let anyone read it, as far as its agreement is public; or no longer."""
    allow(by, "governance.attach_document")
    with one_write():
        document.public = public
        document.save(update_fields=["public"])
    return document
