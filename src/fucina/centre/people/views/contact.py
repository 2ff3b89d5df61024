from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fucina.centre.access import requires
from fucina.centre.people.domain.queries import contact_for, organisation_for, person_for
from fucina.centre.people.domain.record_contact import correct_contact, end_contact, record_contact
from fucina.centre.people.forms.contact import ContactForm
from fucina.centre.people.models import Contact, Organisation
from fucina.centre.people.views.moved import at_its_address
from fucina.centre.people.views.writing import confirm, write


@requires("people.change_organisation", of=organisation_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def new_contact(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    back = organisation.get_absolute_url()

    def act(told: dict[str, object]) -> str:
        whom = person_for(request.user, int(str(told.pop("person"))))
        record_contact(organisation, whom, by=request.user, **told)
        return back

    return write(
        request,
        ContactForm(request.POST or None, user=request.user),
        act,
        title=_("Add a contact at {name}").format(name=organisation),
        done=_("The contact was added."),
        back=back,
    )


@requires("people.change_part", of=contact_for)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_contact(request: HttpRequest, contact: Contact) -> HttpResponse:
    back = contact.organisation.get_absolute_url()

    def act(told: dict[str, object]) -> str:
        correct_contact(contact, by=request.user, **told)
        return back

    return write(
        request,
        ContactForm(request.POST or None, user=request.user, contact=contact),
        act,
        title=_("Correct the contact at {name}").format(name=contact.organisation),
        done=_("The contact was corrected."),
        back=back,
    )


@requires("people.change_part", of=contact_for)
@require_http_methods(["GET", "HEAD", "POST"])
def end_contact_page(request: HttpRequest, contact: Contact) -> HttpResponse:
    return confirm(
        request,
        lambda: end_contact(contact, by=request.user),
        title=_("No longer a contact?"),
        text=_("{person} stays in the directory; from today they are no longer shown as a contact at {name}.").format(person=contact.person, name=contact.organisation),
        label=_("End"),
        done=_("The contact was ended."),
        back=contact.organisation.get_absolute_url(),
    )  # fmt: skip
