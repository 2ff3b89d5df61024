from decimal import Decimal

from django.db.models import Q

from fucina.centre.charging.models import Prepayment
from fucina.centre.mail.domain import write
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person


def warn_of_low_balance(fund: Prepayment, balance: Decimal) -> None:
    """An e-mail to those who look after the organisation, and the accountants: once for each prepayment."""
    if fund.low_balance is None or balance >= fund.low_balance:
        return
    account = fund.account
    for person in _those_who_answer(account.organisation):
        context = {"account": account, "balance": balance, "fund": fund, "person": person}
        write(
            f"low-balance-{fund.pk}-{person.pk}",
            person.email,
            f"charging/mail/{person.language}/low_balance.txt",
            person.language,
            context,
        )


def _those_who_answer(organisation: Organisation) -> list[Person]:
    wanted = Q(organisation=organisation, invites=True) | Q(role=Role.ACCOUNTANT)
    holders = Membership.objects.on().filter(wanted).values("person")
    return list(Person.objects.standing().filter(pk__in=holders).exclude(email=""))
