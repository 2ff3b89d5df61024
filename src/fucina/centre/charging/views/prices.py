from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fucina.centre.access import public
from fucina.centre.charging.presentation import calculator as calculation
from fucina.centre.charging.presentation.prices import prices_page


@public
@require_safe
def prices(request: HttpRequest) -> HttpResponse:
    context = {
        "page": prices_page(request.GET),
        "manages": request.user.has_perm("charging.view_price_lists"),
    }
    return render(request, "charging/prices.html", context)


@public
@require_safe
def calculator(request: HttpRequest) -> HttpResponse:
    form = calculation.calculator_form(request.GET)
    answer = calculation.answer(form)
    return render(request, "charging/calculator.html", {"form": form, "answer": answer})
