from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.desk import WithdrawalForm
from fucina.centre.labs.models import Consumable
from fucina.centre.labs.presentation.stock import amount, stock_table
from fucina.centre.labs.views import finding
from fucina.centre.labs.views.asking import FORM, ask, typed
from fucina.centre.labs.views.showing import show


@requires("labs.operate")
@require_safe
def stock(request: HttpRequest) -> HttpResponse:
    return show(request, "stock", {"table": stock_table(request.user)}, desk="stock")


@requires("labs.move_stock", of=finding.consumable)
@FORM
def withdraw(request: HttpRequest, consumable: Consumable) -> HttpResponse:
    act: Any = partial(catalogue.withdraw, consumable, by=request.user)
    return ask(
        request,
        WithdrawalForm(typed(request), request.user),
        act,
        title=_("Stock movement"),
        about=f"{consumable}: {amount(consumable.stock, consumable)}",
        done=_("The stock was changed."),
        back=reverse("labs:stock"),
        desk="stock",
    )
