from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fucina.centre.access import requires
from fucina.centre.people.domain.queries import organisation_for, size_figure_for
from fucina.centre.people.domain.record_size_figure import (
    correct_size_figure,
    record_size_figure,
    remove_size_figure,
)
from fucina.centre.people.forms.size_figure import SizeFigureForm
from fucina.centre.people.models import Organisation, SizeFigure
from fucina.centre.people.views.moved import at_its_address
from fucina.centre.people.views.writing import confirm, write


@requires("people.change_organisation", of=organisation_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def new_size_figure(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    back = organisation.get_absolute_url()

    def act(told: dict[str, object]) -> str:
        record_size_figure(organisation, by=request.user, **told)
        return back

    return write(
        request,
        SizeFigureForm(request.POST or None),
        act,
        title=_("Size of {name} in a year").format(name=organisation),
        done=_("The figures were recorded."),
        back=back,
    )


@requires("people.change_part", of=size_figure_for)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_size_figure(request: HttpRequest, figure: SizeFigure) -> HttpResponse:
    back = figure.organisation.get_absolute_url()

    def act(told: dict[str, object]) -> str:
        correct_size_figure(figure, by=request.user, **told)
        return back

    return write(
        request,
        SizeFigureForm(request.POST or None, figure=figure),
        act,
        title=_("Size of {name} in {year}").format(name=figure.organisation, year=figure.year),
        done=_("The figures were corrected."),
        back=back,
        remove_name="people:remove_size_figure",
        remove_number=figure.pk,
    )


@requires("people.change_part", of=size_figure_for)
@require_http_methods(["GET", "HEAD", "POST"])
def remove_size_figure_page(request: HttpRequest, figure: SizeFigure) -> HttpResponse:
    return confirm(
        request,
        lambda: remove_size_figure(figure, by=request.user),
        title=_("Remove the figures of {year}?").format(year=figure.year),
        text=str(figure.organisation),
        label=_("Remove"),
        done=_("The figures were removed."),
        back=figure.organisation.get_absolute_url(),
    )
