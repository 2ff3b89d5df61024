from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs import domain
from fucina.centre.labs.forms.desk import GrantForm, HolderFilter, RevokeForm
from fucina.centre.labs.presentation.holders import holders_page, holders_table, visible_grants
from fucina.centre.labs.views.asking import FORM, ask, typed
from fucina.centre.labs.views.showing import show


@requires("labs.view_qualifications")
@require_safe
def holders(request: HttpRequest) -> HttpResponse:
    form = HolderFilter(request.GET)
    page = holders_page(request.user, form, request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "table": holders_table(request.user, page),
        "grants": request.user.has_perm("labs.grant_qualification"),
        "suspends": request.user.has_perm("labs.suspend"),
    }
    return show(request, "holders", context, desk="holders")


@requires("labs.grant_qualification")
@FORM
def grant_qualification(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        GrantForm(typed(request), request.user),
        partial(domain.grant_qualification, by=request.user),
        title=_("Grant a qualification"),
        lede=_("Who has it already has it anew: every term starts again."),
        done=_("The qualification was granted."),
        back=reverse("labs:holders"),
        submit=_("Grant"),
        desk="holders",
    )


@requires("labs.grant_qualification")
@FORM
def revoke_qualification(request: HttpRequest, grant: int) -> HttpResponse:
    found = get_object_or_404(visible_grants(request.user), pk=grant)
    return ask(
        request,
        RevokeForm(typed(request)),
        partial(domain.revoke_qualification, found, by=request.user),
        title=_("Revoke the qualification?"),
        about=f"{found.person}: {found.qualification}",
        done=_("The qualification was revoked."),
        back=reverse("labs:holders"),
        submit=_("Revoke"),
        kind="danger",
        desk="holders",
    )
