from django.test import RequestFactory
from django.utils.translation import override

from fucina.config.context import site


def test_site_gives_this_page_in_each_language(rf: RequestFactory) -> None:
    with override("it"):
        found = site(rf.get("/it/ui/?q=forgia"))

    assert found["languages"] == [
        {"code": "it", "label": "Italiano", "url": "/it/ui/?q=forgia", "current": True},
        {"code": "en", "label": "English", "url": "/en/ui/?q=forgia", "current": False},
    ]


def test_site_of_a_page_without_language_leads_home(rf: RequestFactory) -> None:
    with override("en"):
        found = site(rf.get("/nowhere"))

    assert [language["url"] for language in found["languages"]] == ["/it/", "/en/"]
    assert [language["current"] for language in found["languages"]] == [False, True]


def test_site_gives_the_theme_chosen(rf: RequestFactory) -> None:
    request = rf.get("/it/")
    request.COOKIES["theme"] = "dark"

    assert site(request)["theme"] == "dark"
