"""What the apps up to this one keep about people. Those above register theirs themselves."""

from django.utils.translation import gettext_lazy as _

from fucina.centre.accounts.domain.holdings import (
    account,
    audit,
    contacts,
    copies,
    invitations,
    mail,
    memberships,
    ownership,
    person,
    tokens,
)
from fucina.centre.accounts.domain.personal_data import register


def register_holdings() -> None:
    register("copies", copies.export, copies.erase, _("Copies in imports and merges"))
    register("person", person.export, person.erase, _("Your record"))
    register("contacts", contacts.export, contacts.erase, _("Where you are named as a contact"))
    register(
        "memberships", memberships.export, memberships.erase, _("Your roles"), memberships.keeps
    )
    register("ownership", ownership.export, ownership.erase, _("What you own"), ownership.keeps)
    register("account", account.export, account.erase, _("Your account"))
    register("tokens", tokens.export, tokens.erase, _("Personal tokens"))
    register(
        "invitations", invitations.export, invitations.erase, _("Invitations sent to you or by you")
    )
    register("mail", mail.export, mail.erase, _("E-mails sent to you"))
    register("audit", audit.export, audit.erase, _("The audit trail: your changes, and those of your record"))  # fmt: skip
