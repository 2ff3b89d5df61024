from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    CENTRE = "centre", _("the centre itself")
    PUBLIC = "public", _("public body")
    CHAMBER = "chamber", _("chamber of commerce")
    BUSINESS = "business", _("business association")
    UNIVERSITY = "university", _("university")
    RESEARCH = "research", _("research centre")
    SCHOOL = "school", _("school")
    FOUNDATION = "foundation", _("foundation")
    COMPANY = "company", _("company")
    INVESTOR = "investor", _("investor or bank")
    OTHER = "other", _("other")


class Role(models.TextChoices):
    """What a person is to the centre, through a membership of an organisation."""

    ANALYST = "analyst", _("analyst")
    COMPANY_MEMBER = "company_member", _("company member")
    RESEARCHER = "researcher", _("researcher")
    STUDENT = "student", _("student")
    LECTURER = "lecturer", _("lecturer")
    LAB_MANAGER = "lab_manager", _("lab manager")
    TRANSFER_OFFICER = "transfer_officer", _("transfer officer")
    FUNDING_OFFICER = "funding_officer", _("funding officer")
    PROJECT_MANAGER = "project_manager", _("project manager")
    SCHOOL_SECRETARY = "school_secretary", _("school secretary")
    ACCOUNTANT = "accountant", _("accountant")
    PARTNER_REPRESENTATIVE = "partner_representative", _("partner representative")
    DIRECTOR = "director", _("director")
    AUDITOR = "auditor", _("auditor")


AT_THE_CENTRE = (
    Role.ANALYST,
    Role.LECTURER,
    Role.LAB_MANAGER,
    Role.TRANSFER_OFFICER,
    Role.FUNDING_OFFICER,
    Role.PROJECT_MANAGER,
    Role.SCHOOL_SECRETARY,
    Role.ACCOUNTANT,
    Role.DIRECTOR,
    Role.AUDITOR,
    Role.STUDENT,
)
"""Roles that are held at the centre itself; the others at organisations that deal with it."""

STAFF = (
    Role.LAB_MANAGER,
    Role.TRANSFER_OFFICER,
    Role.FUNDING_OFFICER,
    Role.PROJECT_MANAGER,
    Role.SCHOOL_SECRETARY,
    Role.ACCOUNTANT,
    Role.DIRECTOR,
)
"""Those who do the centre's daily work."""


class ImportState(models.TextChoices):
    PREVIEWED = "previewed", _("waiting to be confirmed")
    APPLIED = "applied", _("written")
    UNDONE = "undone", _("taken back")
    DISCARDED = "discarded", _("discarded")


class RowOutcome(models.TextChoices):
    """What an import does with one row of its file."""

    NEW = "new", _("new")
    UPDATE = "update", _("changes")
    SAME = "same", _("unchanged")
    WRONG = "wrong", _("wrong")


class RecordKind(models.TextChoices):
    """What is imported, compared and merged."""

    ORGANISATIONS = "organisations", _("organisations")
    PERSONS = "persons", _("persons")


class SizeClass(models.TextChoices):
    """Of an enterprise by its own figures (Recommendation 2003/361/EC, Annex, article 2)."""

    MICRO = "micro", _("micro")
    SMALL = "small", _("small")
    MEDIUM = "medium", _("medium-sized")
    LARGE = "large", _("large")
