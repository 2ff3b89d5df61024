from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fucina.centre.access import requires
from fucina.centre.people.domain.queries import organisation_for, site_for
from fucina.centre.people.domain.record_site import add_site, correct_site, remove_site
from fucina.centre.people.forms.site import SiteForm
from fucina.centre.people.models import Organisation, Site
from fucina.centre.people.views.moved import at_its_address
from fucina.centre.people.views.writing import confirm, write


@requires("people.change_organisation", of=organisation_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def new_site(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    back = organisation.get_absolute_url()

    def act(told: dict[str, object]) -> str:
        add_site(organisation, by=request.user, **told)
        return back

    return write(
        request,
        SiteForm(request.POST or None),
        act,
        title=_("Add a site of {name}").format(name=organisation),
        done=_("The site was added."),
        back=back,
    )


@requires("people.change_part", of=site_for)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_site(request: HttpRequest, site: Site) -> HttpResponse:
    back = site.organisation.get_absolute_url()

    def act(told: dict[str, object]) -> str:
        correct_site(site, by=request.user, **told)
        return back

    return write(
        request,
        SiteForm(request.POST or None, site=site),
        act,
        title=_("Correct a site of {name}").format(name=site.organisation),
        done=_("The site was corrected."),
        back=back,
    )


@requires("people.change_part", of=site_for)
@require_http_methods(["GET", "HEAD", "POST"])
def remove_site_page(request: HttpRequest, site: Site) -> HttpResponse:
    return confirm(
        request,
        lambda: remove_site(site, by=request.user),
        title=_("Remove this site?"),
        text=str(site),
        label=_("Remove"),
        done=_("The site was removed."),
        back=site.organisation.get_absolute_url(),
    )
