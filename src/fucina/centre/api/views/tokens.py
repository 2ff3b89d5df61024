from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from fucina.centre.access import requires, signed_in
from fucina.centre.api.domain.tokens import issue_token, revoke_token, tokens_of
from fucina.centre.api.forms.token import TokenForm
from fucina.centre.api.models import Token
from fucina.centre.api.scopes import Scope
from fucina.centre.refusal import Refusal


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("secret")
def tokens(request: HttpRequest) -> HttpResponse:
    form, secret = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            _token, secret = issue_token(request.user, **form.cleaned_data)
            form = TokenForm()
        except Refusal as refusal:
            for problem in refusal.problems:
                form.add_error(problem.field or None, problem.message)
    context = {
        "form": form,
        "secret": secret,
        "columns": [_("Name"), _("Begins with"), _("For"), _("Until"), _("Last used"), _("State")],
        "rows": [_row(token) for token in tokens_of(request.user)],
        "usable": [token for token in tokens_of(request.user) if token.usable],
    }
    return render(request, "api/tokens.html", context)


def own_token(user: Any, token: int) -> Token:
    """Only one's own: another's does not exist."""
    found = Token.objects.filter(pk=token, user=user if user.is_authenticated else None).first()
    if found is None:
        raise Http404
    return found


@requires("api.revoke_token", of=own_token)
@require_http_methods(["POST"])
def revoke(request: HttpRequest, token: Token) -> HttpResponse:
    revoke_token(token)
    messages.success(request, _("The token “{name}” is revoked.").format(name=token.name))
    return redirect("api:tokens")


def _row(token: Token) -> list[object]:
    until = token.expires.date()
    state = _state(token)
    return [
        token.name,
        f"{token.start}…",
        ", ".join(str(Scope(scope).label) for scope in token.scopes if scope in Scope.values),
        until.isoformat(),
        token.last_used.date().isoformat() if token.last_used else "–",
        {"text": state, "badge": "good" if token.usable else "neutral", "badge_text": state},
    ]


def _state(token: Token) -> str:
    if token.usable:
        return pgettext("personal token", "usable")
    if token.revoked:
        return pgettext("personal token", "revoked")
    return pgettext("personal token", "expired")
