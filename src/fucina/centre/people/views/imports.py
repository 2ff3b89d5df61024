from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.imports import (
    apply_import,
    discard_import,
    preview_import,
    undo_import,
)
from fucina.centre.people.domain.imports.queries import batch_for, batches
from fucina.centre.people.domain.imports.template import template_rows, template_sheets
from fucina.centre.people.domain.imports.undo import weigh_undoing
from fucina.centre.people.enums import ImportState, RecordKind, RowOutcome
from fucina.centre.people.forms.refused import show_refusal
from fucina.centre.people.forms.upload import UploadForm
from fucina.centre.people.models import ImportBatch
from fucina.centre.people.presentation import imports as page
from fucina.centre.people.presentation.spreadsheet import csv_answer, workbook_answer
from fucina.centre.people.tasks import look_for_duplicates
from fucina.centre.refusal import Refusal
from fucina.ui.listing import Listing


@requires("people.import_records")
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """A file to upload, and the imports there were."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kind = RecordKind(form.cleaned_data["kind"])
            batch = preview_import(kind, file.name, file.read(), by=request.user)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            return redirect(batch)
    listing = Listing.of(request.GET, batches(request.user), sorts=page.SORTS, default="uploaded")
    context = {
        "form": form,
        "templates": page.templates(),
        "listing": listing,
        "columns": page.columns(),
        "rows": page.rows(listing),
    }
    return render(request, "people/imports.html", context)


@requires("people.import_records", of=batch_for)
@require_safe
def import_batch(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    return _show(request, batch)


@requires("people.import_records", of=batch_for)
@require_POST
def apply_batch(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    try:
        done = apply_import(batch, by=request.user, only_good=request.POST.get("rows") == "good")
    except Refusal as refusal:
        batch.refresh_from_db()
        return _show(request, batch, refusal)
    look_for_duplicates.enqueue()
    text = ngettext("{number} row was written.", "{number} rows were written.", done.written)
    messages.success(request, text.format(number=done.written))
    return redirect(done)


@requires("people.import_records", of=batch_for)
@require_POST
def discard_batch(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    try:
        discard_import(batch, by=request.user)
    except Refusal as refusal:
        return _show(request, batch, refusal)
    messages.success(request, _("The upload was discarded; nothing was written."))
    return redirect("people:imports")


@requires("people.import_records", of=batch_for)
@require_http_methods(["GET", "HEAD", "POST"])
def undo_batch(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    """Asks first, saying what would be deleted, restored, and left alone."""
    if request.method == "POST":
        try:
            found = undo_import(batch, by=request.user)
        except Refusal as refusal:
            return _show(request, batch, refusal)
        messages.success(request, _("The import was taken back."))
        if found.kept:
            text = _("Rows left as they are, because something changed since: {number}.")
            messages.warning(request, text.format(number=len({row.pk for row, _why in found.kept})))
        return redirect(batch)
    context = {"batch": batch, "found": weigh_undoing(batch)}
    return render(request, "people/undo_import.html", context)


@requires("people.import_records")
@require_safe
def organisations_template(request: HttpRequest, ending: str) -> HttpResponse:
    return _template(RecordKind.ORGANISATIONS, ending)


@requires("people.import_records")
@require_safe
def persons_template(request: HttpRequest, ending: str) -> HttpResponse:
    return _template(RecordKind.PERSONS, ending)


def _template(kind: RecordKind, ending: str) -> HttpResponse:
    if ending == "csv":
        return csv_answer(template_rows(kind), f"{kind}.csv")
    if ending == "xlsx":
        return workbook_answer(template_sheets(kind), f"{kind}.xlsx")
    raise Http404(ending)


def _show(request: HttpRequest, batch: ImportBatch, refusal: Refusal | None = None) -> HttpResponse:
    outcome = page.asked_outcome(request.GET.get("outcome", ""))
    found = page.rows_to_show(batch, outcome)
    listing = Listing.of(request.GET, found, sorts=page.ROW_SORTS, default="line")
    context = {
        "batch": batch,
        "refusal": refusal,
        "waiting": batch.state == ImportState.PREVIEWED,
        "applied": batch.state == ImportState.APPLIED,
        "good": batch.count(RowOutcome.NEW) + batch.count(RowOutcome.UPDATE),
        "wrong": batch.count(RowOutcome.WRONG),
        "tabs": page.tabs(batch, outcome),
        "listing": listing,
        "columns": page.row_columns(),
        "rows": page.row_rows(request.user, batch, listing),
    }
    return render(request, "people/import_batch.html", context)
