from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.appoint import appoint
from fucina.centre.refusal import Refusal

LOCAL = "http://localhost:8000"


class Command(BaseCommand):
    help = "Invite the director of the centre; makes the centre's own record where there is none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the director's e-mail address")
        parser.add_argument("--name", default="Fucina", help="what the centre is called")
        parser.add_argument("--language", choices=["it", "en"], default=None)
        parser.add_argument(
            "--address",
            default="",
            help="where people reach the platform, as https://fucina.example",
        )

    def handle(self, *args: Any, **said: Any) -> None:
        language = said["language"] or (get_language() or settings.LANGUAGE_CODE)[:2]
        with override(language):
            links: list[str] = []

            def link(secret: str) -> str:
                path = reverse("accounts:open_invitation", args=[secret])
                links.append((said["address"] or own_address()).rstrip("/") + path)
                return links[-1]

            try:
                invitation = appoint(said["email"], name=said["name"], language=language, link=link)
            except Refusal as refusal:
                raise CommandError(str(refusal)) from refusal
            words = _("{email} is invited to direct {organisation}. The link, good for two weeks and for this person alone:")  # fmt: skip
            self.stdout.write(words.format(email=invitation.email, organisation=invitation.organisation))  # fmt: skip
            self.stdout.write(links[-1])


def own_address() -> str:
    """In production the first host that answers; else this machine."""
    return f"https://{settings.ALLOWED_HOSTS[0]}" if settings.PRODUCTION else LOCAL
