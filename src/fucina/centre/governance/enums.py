from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgreementKind(models.TextChoices):
    PROTOCOL = "protocol", _("memorandum of understanding")
    PROGRAMME = "programme", _("programme agreement")
    CONVENTION = "convention", _("convention")
    DEED = "deed", _("deed of incorporation and by-laws")
    CONSORTIUM = "consortium", _("consortium contract")
    SHAREHOLDERS = "shareholders", _("shareholders’ agreement")
    OTHER = "other", _("other agreement")


class PartyRole(models.TextChoices):
    PROMOTER = "promoter", _("promoter")
    SIGNATORY = "signatory", _("signatory")
    EXECUTOR = "executor", _("executor")
    FUNDER = "funder", _("funding body")
    SUPPORTER = "supporter", _("supporting body")


class ObligationKind(models.TextChoices):
    """What is owed: the first three as the civil code tells them apart, the others as protocols do."""

    DO = "do", _("to do")
    GIVE = "give", _("to give")
    REFRAIN = "refrain", _("not to do")
    COOPERATE = "cooperate", _("to cooperate")
    INFORM = "inform", _("to inform")


class ObligationState(models.TextChoices):
    """Unknown where a public record says what is owed, and nothing of what became of it."""

    OPEN = "open", pgettext_lazy("state of an obligation", "open")
    DONE = "done", pgettext_lazy("state of an obligation", "fulfilled")
    LAPSED = "lapsed", pgettext_lazy("state of an obligation", "lapsed")
    UNKNOWN = "unknown", pgettext_lazy("state of an obligation", "not known")


UNSETTLED = (ObligationState.OPEN, ObligationState.UNKNOWN)


class DocumentKind(models.TextChoices):
    TEXT = "text", _("text of the agreement")
    ANNEX = "annex", _("annex")
    RESOLUTION = "resolution", _("resolution")
    REPORT = "report", _("report")
    EVIDENCE = "evidence", _("evidence of performance")
    PAYMENT = "payment", _("proof of payment")
    APPRAISAL = "appraisal", _("appraisal")
    NEWS = "news", _("news item")
    OTHER = "other", _("other document")


class DocumentLanguage(models.TextChoices):
    ITALIAN = "it", pgettext_lazy("governance", "Italian")
    ENGLISH = "en", pgettext_lazy("governance", "English")
    OTHER = "other", _("another language")


class ContributionForm(models.TextChoices):
    """Cash and in kind are never added together: only one of them pays a bill."""

    CASH = "cash", pgettext_lazy("contribution", "cash")
    IN_KIND = "in_kind", pgettext_lazy("contribution", "in kind")


class ContributionPurpose(models.TextChoices):
    CAPITAL = "capital", _("contribution to capital or consortium fund")
    RUNNING = "running", _("contribution to running costs")
    PROJECT = "project", _("contribution to a project or an investment")
    OTHER = "other", _("other contribution")


class Valuation(models.TextChoices):
    """How the value in euro of what is given in kind was found."""

    APPRAISAL = "appraisal", _("sworn appraisal")
    MARKET = "market", _("market value")
    PURCHASE = "purchase", _("purchase cost")
    DEPRECIATION = "depreciation", _("depreciation for the time of use")
    STAFF_COST = "staff_cost", _("hourly cost of staff")
    TARIFF = "tariff", _("published price list")
    DECLARED = "declared", _("value declared by the giver")
