from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import requires
from fucina.centre.people.domain.queries import person_for
from fucina.centre.people.domain.record_person import correct_person, record_person
from fucina.centre.people.forms.person import PersonForm
from fucina.centre.people.models import Person
from fucina.centre.people.presentation import person as page
from fucina.centre.people.views.moved import at_its_address
from fucina.centre.people.views.writing import write


@requires("people.view_person", of=person_for)
@require_safe
@at_its_address
def person(request: HttpRequest, person: Person) -> HttpResponse:
    user = request.user
    context = {
        "person": person,
        "actions": page.actions(user, person),
        "facts": page.facts(user, person),
        "roles": page.roles(user, person),
        "contacts": page.contacts(user, person),
        "events": page.history(user, person),
        "in_directory": user.has_perm("people.list_persons"),
    }
    return render(request, "people/person.html", context)


@requires("people.add_person")
@require_http_methods(["GET", "HEAD", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    return write(
        request,
        PersonForm(request.POST or None, user=request.user),
        lambda told: record_person(by=request.user, **told),
        title=_("New person"),
        done=_("The person was recorded."),
        back="people:persons",
    )


@requires("people.change_person", of=person_for)
@require_http_methods(["GET", "HEAD", "POST"])
@at_its_address
def edit_person(request: HttpRequest, person: Person) -> HttpResponse:
    return write(
        request,
        PersonForm(request.POST or None, user=request.user, person=person),
        lambda told: correct_person(person, by=request.user, **told),
        title=_("Correct {name}").format(name=person),
        done=_("The person was corrected."),
        back=person.get_absolute_url(),
    )
