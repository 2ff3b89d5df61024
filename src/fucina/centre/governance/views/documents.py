from functools import partial

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.governance import domain
from fucina.centre.governance.forms.document import DocumentForm
from fucina.centre.governance.models import Agreement, Document
from fucina.centre.governance.views import finding
from fucina.centre.governance.views.agreements import FORM
from fucina.centre.governance.views.asking import ask, typed


@requires("governance.attach_document", of=finding.agreement)
@FORM
def attach_document(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    files = request.FILES if request.method == "POST" else None
    return ask(
        request,
        DocumentForm(typed(request), files),
        partial(domain.attach_document, agreement, by=request.user),
        title=_("Attach a document"),
        about=str(agreement),
        done=_("The document was attached."),
        back=agreement.get_absolute_url(),
    )


@requires("governance.view_document", of=finding.document)
@require_safe
def document(request: HttpRequest, document: Document) -> HttpResponseBase:
    """The file, always to be saved and never opened in place: it was made elsewhere."""
    if document.address:
        return redirect(document.address)
    try:
        file = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"{slugify(document.title)[:80] or document.pk}{document.ending}"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=document.media_type)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@requires("governance.attach_document", of=finding.document)
@require_POST
def publish_document(request: HttpRequest, document: Document) -> HttpResponse:
    """``public`` says yes or no: what was published by mistake is taken back at once."""
    public = request.POST.get("public") == "yes"
    domain.publish_document(document, public=public, by=request.user)
    done = _("The document is public now.") if public else _("The document is public no longer.")
    messages.success(request, done)
    return redirect(document.agreement)
