from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fucina.centre.access import public, requires
from fucina.centre.labs.domain.feeds import feed_of, make_feed, revoke_feed
from fucina.centre.labs.domain.ical import calendar_of
from fucina.centre.labs.forms.feed import FeedForm
from fucina.centre.labs.models import FeedToken
from fucina.centre.labs.presentation.feeds import feed_rows, what_of
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, act_and_tell, typed
from fucina.centre.labs.views.showing import show


@requires("labs.own_feed")
@FORM
def feeds(request: HttpRequest) -> HttpResponse:
    """The secret is on the page that answers, and nowhere afterwards."""
    form = FeedForm(typed(request), request.user)
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        token, secret = make_feed(by=request.user, **form.cleaned_data)
        path = reverse("labs:feed", kwargs={"secret": secret})
        context |= {
            "address": request.build_absolute_uri(path),
            "made": what_of(token),
            "form": FeedForm(None, request.user),
        }
    context["rows"] = feed_rows(request.user)
    answer = show(request, "feeds", context)
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires("labs.revoke_feed", of=finding.feed)
@require_POST
def revoke(request: HttpRequest, feed: FeedToken) -> HttpResponse:
    return act_and_tell(
        request,
        lambda: revoke_feed(feed, by=request.user),
        _("The address answers no more."),
        reverse("labs:feeds"),
    )


@public
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """For calendars of phones and computers, which sign in nowhere: the address is the key."""
    token = feed_of(secret)
    if token is None:
        raise Http404
    answer = HttpResponse(calendar_of(token), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="fucina.ics"'
    answer["Cache-Control"] = "private, max-age=300"
    answer["X-Robots-Tag"] = "noindex"
    return answer
