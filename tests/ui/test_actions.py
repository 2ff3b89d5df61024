from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation


def render(source: str, **context: object) -> str:
    with translation.override("en"):
        return " ".join(Template("{% load ui %}" + source).render(Context(context)).split())


def test_submit_says_what_it_says_while_it_waits() -> None:
    html = render("{% submit 'Save' name='next' value='1' form='f' %}")

    assert html == (
        '<button class="button button-primary" name="next" value="1" form="f" data-busy="One moment…">'
        "<span data-label>Save</span></button>"
    )


def test_post_button_is_a_form_with_its_token() -> None:
    html = render("{% post_button '/undo/' 'Undo' %}", csrf_token="secret")

    assert html.startswith('<form class="post-button" method="post" action="/undo/">')
    assert '<input type="hidden" name="csrfmiddlewaretoken" value="secret">' in html


def test_confirm_is_a_link_without_javascript() -> None:
    html = render("{% confirm '/remove/' 'Remove' %}")

    assert html == (
        '<a class="button button-danger" href="/remove/" data-dialog data-close="Close">Remove</a>'
    )


def test_page_actions_link_ask_or_post_and_hide_the_rest() -> None:
    items = [
        {"label": "Edit", "url": "/edit/"},
        {"label": "Remove", "url": "/remove/", "how": "ask", "kind": "danger"},
        {"label": "Undo", "url": "/undo/", "how": "post", "more": True},
    ]

    html = render("{% page_actions items %}", items=items, csrf_token="secret")

    shown, more = html.split("<details")
    assert '<a class="button button-secondary" href="/edit/">Edit</a>' in shown
    assert 'href="/remove/" data-dialog' in shown
    assert 'action="/undo/"' in more
    assert "secret" in more


def test_page_actions_without_more_have_no_menu() -> None:
    assert "<details" not in render(
        "{% page_actions items %}", items=[{"label": "Edit", "url": "/"}]
    )


def test_toast_of_an_error_is_an_alert_that_stays() -> None:
    assert 'role="alert" data-stays' in render("{% toast 'No' 'error' %}")
    assert 'role="status">' in render("{% toast 'Yes' 'success' %}")


def test_account_menu_of_a_visitor_leads_to_the_sign_in() -> None:
    html = render("{% account_menu account %}", account={"sign_in_url": "/in/"})

    assert 'href="/in/"' in html
    assert "<details" not in html


def test_account_menu_names_role_pages_and_the_way_out() -> None:
    account = {
        "name": "Ada", "label": "Technician", "sign_out_url": "/out/",
        "items": [{"label": "Profile", "url": "/me/"}],
    }  # fmt: skip

    html = render("{% account_menu account %}", account=account, csrf_token="secret")

    assert '<p class="account-role">Technician</p>' in html
    assert '<a class="button button-quiet" href="/me/">Profile</a>' in html
    assert (
        '<form method="post" action="/out/"><input type="hidden" name="csrfmiddlewaretoken" value="secret">'
        in html
    )


def test_account_menu_without_pages_has_no_list() -> None:
    assert "<ul" not in render("{% account_menu account %}", account={"name": "Ada"})


def test_navigation_holds_groups_and_plain_links() -> None:
    navigation = [
        {"label": "Home", "url": "/", "current": True},
        {"label": "People", "items": [{"label": "Firms", "url": "/firms/"}]},
    ]

    html = render("{% include 'ui/_site_nav.html' %}", navigation=navigation)

    assert '<li><a href="/" aria-current="page">Home</a></li>' in html
    assert html.count("<details") == 1
    assert '<a href="/firms/">Firms</a>' in html


def test_search_box_is_a_form_of_its_own() -> None:
    html = render("{% search_box '/search/' value=words %}", words="<b>")

    assert '<form method="get" action="/search/" role="search" aria-label="Search">' in html
    assert 'name="q" value="&lt;b&gt;"' in html


def test_panel_counts_and_leads_on() -> None:
    html = render(
        "{% panel 'Sites' 'sites' count=0 url='/add/' action='Add' %}<p>none</p>{% endpanel %}"
    )

    assert '<h2 id="sites">Sites <span class="count">0</span></h2>' in html
    assert (
        '<a class="panel-action" href="/add/">Add<span class="visually-hidden">: Sites</span></a>'
        in html
    )


def test_points_are_listed_without_javascript() -> None:
    points = [{"lat": 45.0, "lon": 7.5, "label": "</script>", "url": "/1/", "kind": "firm"}]

    html = render(
        "{% points_map points 'm' 'Where' kinds=kinds %}", points=points, kinds={"firm": "Firms"}
    )

    assert '<li><a href="/1/">&lt;/script&gt;</a> <span class="soft">· Firms</span></li>' in html
    assert html.count("</script>") == 1


def test_map_without_points_is_not_drawn() -> None:
    assert render("{% points_map points 'm' 'Where' %}", points=[]) == ""


def test_messages_stand_on_the_page_as_toasts() -> None:
    request = RequestFactory().get("/")
    said = [type("M", (), {"message": "Saved.", "level_tag": "success"})()]

    html = render("{% include 'ui/_messages.html' %}", messages=said, request=request)

    assert '<div class="toasts" data-toasts data-dismiss="Dismiss">' in html
    assert "<p>Saved.</p>" in html
