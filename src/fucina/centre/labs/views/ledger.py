from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import public, requires
from fucina.centre.labs.domain import queries
from fucina.centre.labs.forms.ledger import LedgerFilter
from fucina.centre.labs.presentation.export import as_csv, as_xlsx
from fucina.centre.labs.presentation.ledger import ledger_page, machines_of, preferential_table
from fucina.centre.labs.views.showing import show

EXPORTS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@requires("labs.view_ledger")
@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    form = LedgerFilter(request.GET, request.user)
    page = ledger_page(request.user, form, request.GET.urlencode())
    return show(request, "ledger", {"form": form, "page": page}, desk="ledger")


@requires("labs.view_ledger")
@require_safe
def export_ledger(request: HttpRequest, ending: str) -> HttpResponse:
    """What the page shows under the same filters."""
    if ending not in EXPORTS:
        raise Http404
    written, media_type = EXPORTS[ending]
    form = LedgerFilter(request.GET, request.user)
    year = form.in_year
    shares = queries.economic_shares(machines_of(request.user, form), year)
    answer = HttpResponse(written(shares, year), content_type=media_type)
    name = f"{_('capacity-ledger')}-{year}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@public
@require_safe
def preferential(request: HttpRequest) -> HttpResponse:
    """Published, as the State-aid rules ask: who uses first what they helped to pay for, and how much."""
    year = timezone.localdate().year
    seen = queries.visible_resources(request.user).listed().with_rules()
    machines = list(seen.filter(preferential_access__isnull=False).distinct())
    table = preferential_table(queries.preferential_use(machines, year))
    return show(request, "preferential", {"table": table, "year": year})
