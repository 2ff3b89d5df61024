import datetime as dt

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from tests.centre.accounts.conftest import PASSWORD

from fucina.centre.accounts.domain.forget_sessions import forget_sessions
from fucina.centre.people.models import User


def test_device_is_forgotten_with_its_session(member: User) -> None:
    cache.clear()
    for _ in range(2):
        client = Client()
        client.post("/en/account/login/", {"login": member.email, "password": PASSWORD})
        client.get("/en/account/")
    old = UserSession.objects.order_by("pk")[0]
    Session.objects.filter(pk=old.session_key).update(expire_date=timezone.now() - dt.timedelta(1))

    assert forget_sessions() == 1

    assert [one.pk > old.pk for one in UserSession.objects.all()] == [True]
