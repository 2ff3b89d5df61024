from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import requires
from fucina.centre.charging import domain
from fucina.centre.charging.forms.price_list import ConfirmForm, CopyForm, PriceListForm
from fucina.centre.charging.forms.rate import ChargeableForm
from fucina.centre.charging.models import PriceList
from fucina.centre.charging.presentation.price_lists import price_list_page, price_lists_table
from fucina.centre.charging.views import finding
from fucina.centre.charging.views.asking import ask, typed

FORM = require_http_methods(["GET", "HEAD", "POST"])


@requires("charging.view_price_lists")
@require_safe
def price_lists(request: HttpRequest) -> HttpResponse:
    context = {
        "table": price_lists_table(request.user),
        "manages": request.user.has_perm("charging.manage_prices"),
    }
    return render(request, "charging/price_lists.html", context)


@requires("charging.view_price_lists", of=finding.price_list)
@require_safe
def price_list(request: HttpRequest, price_list: PriceList) -> HttpResponse:
    context = {"page": price_list_page(request.user, price_list)}
    return render(request, "charging/price_list.html", context)


@requires("charging.manage_prices")
@FORM
def record_price_list(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        PriceListForm(typed(request)),
        partial(domain.record_price_list, by=request.user),
        title=_("New price list"),
        about=_("A draft that nobody else sees until it is published."),
        done=_("The draft was recorded. Now add its prices."),
        back=reverse("charging:price_lists"),
    )


@requires("charging.manage_prices", of=finding.price_list)
@FORM
def change_price_list(request: HttpRequest, price_list: PriceList) -> HttpResponse:
    return ask(
        request,
        PriceListForm(typed(request), price_list),
        partial(domain.record_price_list, price_list=price_list, by=request.user),
        title=_("Change the price list"),
        about=str(price_list),
        done=_("The price list was changed."),
        back=price_list.get_absolute_url(),
    )


@requires("charging.manage_prices", of=finding.price_list)
@FORM
def copy_price_list(request: HttpRequest, price_list: PriceList) -> HttpResponse:
    return ask(
        request,
        CopyForm(typed(request)),
        partial(domain.copy_price_list, price_list, by=request.user),
        title=_("Copy the price list"),
        about=str(price_list),
        done=_("The copy is a draft: publish it when it is ready."),
        back=reverse("charging:price_lists"),
    )


@requires("charging.manage_prices", of=finding.price_list)
@FORM
def publish_price_list(request: HttpRequest, price_list: PriceList) -> HttpResponse:
    return ask(
        request,
        ConfirmForm(typed(request)),
        partial(domain.publish_price_list, price_list, by=request.user),
        title=_("Publish the price list"),
        about=_("Everybody can read it, and it changes no more. The prices that it follows end the day before."),
        done=_("The price list was published."),
        back=price_list.get_absolute_url(),
        submit=_("Publish"),
    )  # fmt: skip


@requires("charging.manage_prices", of=finding.price_list)
@FORM
def remove_price_list(request: HttpRequest, price_list: PriceList) -> HttpResponse:
    return ask(
        request,
        ConfirmForm(typed(request)),
        partial(domain.remove_price_list, price_list, by=request.user),
        title=_("Remove the draft"),
        about=str(price_list),
        done=_("The draft was removed."),
        back=reverse("charging:price_lists"),
        submit=pgettext("charging", "Remove"),
    )


@requires("charging.manage_prices")
@FORM
def record_chargeable(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        ChargeableForm(typed(request)),
        partial(domain.record_chargeable, by=request.user),
        title=_("New item"),
        about=_(
            "What can have a price: a machine, a room, a material, a course. A machine or a room then names it as what it is charged as."
        ),
        done=_("The item was recorded."),
        back=reverse("charging:price_lists"),
    )
