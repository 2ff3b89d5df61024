from fucina.centre.governance.presentation.panel import organisation_panel
from fucina.centre.people.enums import Role
from fucina.centre.people.presentation.panels import panels_of


def test_an_insider_sees_agreements_and_sums(consortium, director) -> None:
    panel = organisation_panel(director, consortium.alfa.organisation)

    assert panel is not None
    assert (panel.count, [item["text"] for item in panel.context["sums"]]) == (
        2,
        ["111.000\N{NO-BREAK SPACE}€ su 777.000\N{NO-BREAK SPACE}€"],
    )


def test_others_see_what_is_public_alone(consortium, user_with) -> None:
    panel = organisation_panel(user_with(Role.STUDENT), consortium.alfa.organisation)

    assert panel is not None
    assert (panel.count, panel.context["sums"], panel.url) == (1, [], "")


def test_of_an_organisation_without_agreements_there_is_none(consortium, user_with) -> None:
    student = user_with(Role.STUDENT)

    assert organisation_panel(student, consortium.beta.organisation) is None


def test_it_is_registered(consortium, director) -> None:
    ids = [panel.id for panel in panels_of(director, consortium.alfa.organisation)]

    assert ids.count("governance") == 1


def test_the_organisations_page_shows_it(consortium, director, sign_in) -> None:
    page = sign_in(director).get(consortium.alfa.organisation.get_absolute_url()).content.decode()

    assert page.count(f'href="{consortium.private.get_absolute_url()}"') == 1
