from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.duplicates import (
    dismiss_duplicate,
    duplicate_for,
    merge_for,
    merges,
    open_duplicates,
    pair,
)
from fucina.centre.people.domain.merge_records import merge
from fucina.centre.people.domain.queries import organisation_for, person_for
from fucina.centre.people.domain.undo_merge import problems_of_undoing, undo_merge
from fucina.centre.people.forms.merge import MergeForm, PickOtherForm
from fucina.centre.people.forms.refused import show_refusal
from fucina.centre.people.forms.sources import OrganisationSource, PersonSource
from fucina.centre.people.models import Duplicate, Merge, Organisation, Person
from fucina.centre.people.presentation import duplicates as page
from fucina.centre.people.views.moved import at_its_address
from fucina.centre.people.views.writing import confirm, write
from fucina.centre.refusal import Refusal
from fucina.ui.fields import PickField
from fucina.ui.listing import Listing


@requires("people.merge_organisations")
@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    found = open_duplicates(request.user)
    listing = Listing.of(request.GET, found, sorts=page.SORTS, default="likeness")
    context = {
        "tabs": page.tabs("duplicates", listing.total),
        "listing": listing,
        "columns": page.columns(),
        "rows": page.rows(listing),
    }
    return render(request, "people/duplicates.html", context)


@requires("people.merge_organisations", of=duplicate_for)
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, duplicate: Duplicate) -> HttpResponse:
    """The two side by side; sent, they are one."""
    form = MergeForm(request.POST or None, duplicate=duplicate, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            done = merge(form.winner(), form.loser(), by=request.user, chosen=form.chosen())
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The two records are one now. You can undo it."))
            return redirect(done)
    context = {
        "form": form,
        "duplicate": duplicate,
        "reasons": [page.reason_texts().get(reason, reason) for reason in duplicate.reasons],
    }
    return render(request, "people/compare.html", context)


@requires("people.merge_organisations", of=duplicate_for)
@require_POST
def dismiss(request: HttpRequest, duplicate: Duplicate) -> HttpResponse:
    dismiss_duplicate(duplicate, by=request.user)
    messages.success(request, _("They stay two, and are not proposed again."))
    return redirect("people:duplicates")


@requires("people.merge_organisations", of=organisation_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def merge_organisation(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    field = PickField(
        source=OrganisationSource(request.user, but=organisation.pk),
        url=reverse_lazy("people:organisation_suggestions"),
        label=_("The other organisation"),
        help_text=_("You will see both side by side before anything happens."),
    )
    return write(
        request,
        PickOtherForm(request.POST or None, field=field),
        lambda told: pair(organisation, organisation_for(request.user, int(told["other"])), by=request.user),
        title=_("Merge {name} with another record").format(name=organisation),
        done=_("Here are the two."),
        back=organisation.get_absolute_url(),
        submit_label=_("Compare"),
    )  # fmt: skip


@requires("people.merge_persons", of=person_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def merge_person(request: HttpRequest, person: Person) -> HttpResponse:
    field = PickField(
        source=PersonSource(request.user, but=person.pk),
        url=reverse_lazy("people:person_suggestions"),
        label=_("The other record of the person"),
        help_text=_("You will see both side by side before anything happens."),
    )
    return write(
        request,
        PickOtherForm(request.POST or None, field=field),
        lambda told: pair(person, person_for(request.user, int(told["other"])), by=request.user),
        title=_("Merge {name} with another record").format(name=person),
        done=_("Here are the two."),
        back=person.get_absolute_url(),
        submit_label=_("Compare"),
    )


@requires("people.merge_organisations")
@require_safe
def merge_list(request: HttpRequest) -> HttpResponse:
    listing = Listing.of(request.GET, merges(request.user), sorts=page.MERGE_SORTS, default="merged")  # fmt: skip
    context = {
        "tabs": page.tabs("merges", open_duplicates(request.user).count()),
        "listing": listing,
        "columns": page.merge_columns(),
        "rows": page.merge_rows(listing),
    }
    return render(request, "people/merges.html", context)


@requires("people.merge_organisations", of=merge_for)
@require_safe
def merge_page(request: HttpRequest, merge: Merge) -> HttpResponse:
    context = {
        "merge": merge,
        "moved": page.what_moved(merge),
        "fields": page.kept_fields(merge),
        "problems": [] if merge.undone else problems_of_undoing(merge),
    }
    return render(request, "people/merge.html", context)


@requires("people.merge_organisations", of=merge_for)
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, merge: Merge) -> HttpResponse:
    return confirm(
        request,
        lambda: undo_merge(merge, by=request.user),
        title=_("Undo this merge?"),
        text=_("“{loser}” becomes a record of its own again, with everything that was moved.").format(loser=merge.loser),
        label=_("Undo"),
        done=_("The merge was undone."),
        back=reverse("people:merge", kwargs={"merge": merge.pk}),
    )  # fmt: skip
