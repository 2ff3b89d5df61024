from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.mail.models import Message

EACH = 50


@requires("portal.view_mail")
@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """What was sent, what waits, and what the mail server refused."""
    page = Paginator(Message.objects.all(), EACH).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "columns": [_("To"), _("Subject"), _("State"), _("Since"), _("What the mail server said")],
        "rows": [
            [
                message.to,
                message.subject,
                str(message.get_state_display()),
                (message.sent or message.created).strftime("%Y-%m-%d %H:%M"),
                message.error,
            ]
            for message in page
        ],
    }
    return render(request, "portal/mail.html", context)
