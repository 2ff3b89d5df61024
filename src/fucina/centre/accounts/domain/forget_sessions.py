from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone


def forget_sessions() -> int:
    """Drop sessions that have expired, and what was noted of their devices; how many there were."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    still_open = Session.objects.values("session_key")
    forgotten, _ = UserSession.objects.exclude(session_key__in=still_open).delete()
    return int(forgotten)
