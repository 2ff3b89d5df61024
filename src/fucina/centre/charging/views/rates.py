from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.charging import domain
from fucina.centre.charging.forms.price_list import ConfirmForm
from fucina.centre.charging.forms.rate import RateForm, TierForm, WindowForm
from fucina.centre.charging.models import PriceList, Rate, RateTier, RateWindow
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.rate import rate_page
from fucina.centre.charging.views import finding
from fucina.centre.charging.views.asking import ask, typed
from fucina.centre.charging.views.price_lists import FORM


def _url(rate: Rate) -> str:
    return reverse("charging:rate", kwargs={"rate": rate.pk})


@requires("charging.view_price_lists", of=finding.rate)
@require_safe
def rate(request: HttpRequest, rate: Rate) -> HttpResponse:
    return render(request, "charging/rate.html", {"page": rate_page(request.user, rate)})


@requires("charging.manage_prices", of=finding.price_list)
@FORM
def add_rate(request: HttpRequest, price_list: PriceList) -> HttpResponse:
    return ask(
        request,
        RateForm(typed(request)),
        partial(domain.record_rate, price_list, by=request.user),
        title=_("Add a price"),
        about=str(price_list),
        done=_("The price was added. Time windows and tiers are added on its own page."),
        back=price_list.get_absolute_url(),
    )


@requires("charging.manage_prices", of=finding.rate)
@FORM
def change_rate(request: HttpRequest, rate: Rate) -> HttpResponse:
    return ask(
        request,
        RateForm(typed(request), rate),
        partial(domain.record_rate, rate.price_list, rate=rate, by=request.user),
        title=_("Change the price"),
        about=str(rate.chargeable),
        done=_("The price was changed."),
        back=_url(rate),
    )


@requires("charging.manage_prices", of=finding.rate)
@FORM
def remove_rate(request: HttpRequest, rate: Rate) -> HttpResponse:
    return ask(
        request,
        ConfirmForm(typed(request)),
        partial(domain.remove_rate, rate, by=request.user),
        title=_("Remove the price"),
        about=f"{rate.chargeable}, {rate.get_user_class_display()}",
        done=_("The price was removed."),
        back=rate.price_list.get_absolute_url(),
        submit=pgettext("charging", "Remove"),
    )


@requires("charging.manage_prices", of=finding.rate)
@FORM
def add_window(request: HttpRequest, rate: Rate) -> HttpResponse:
    return ask(
        request,
        WindowForm(typed(request)),
        partial(domain.add_window, rate, by=request.user),
        title=_("Add a time window"),
        about=str(rate.chargeable),
        done=_("The time window was added."),
        back=_url(rate),
    )


@requires("charging.manage_prices", of=finding.rate)
@FORM
def add_tier(request: HttpRequest, rate: Rate) -> HttpResponse:
    return ask(
        request,
        TierForm(typed(request)),
        partial(domain.add_tier, rate, by=request.user),
        title=_("Add a tier"),
        about=str(rate.chargeable),
        done=_("The tier was added."),
        back=_url(rate),
    )


@requires("charging.manage_prices", of=finding.window)
@FORM
def remove_window(request: HttpRequest, window: RateWindow) -> HttpResponse:
    return _remove_part(request, window, words.window(window))


@requires("charging.manage_prices", of=finding.tier)
@FORM
def remove_tier(request: HttpRequest, tier: RateTier) -> HttpResponse:
    return _remove_part(request, tier, words.price(tier.amount, "hourly"))


def _remove_part(request: HttpRequest, part: RateWindow | RateTier, about: str) -> HttpResponse:
    return ask(
        request,
        ConfirmForm(typed(request)),
        partial(domain.remove_part, part, by=request.user),
        title=_("Remove from the price"),
        about=about,
        done=_("It was removed from the price."),
        back=_url(part.rate),
        submit=pgettext("charging", "Remove"),
    )
