"""Whom the centre is for, and what each would find there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Audience:
    """``kinds`` are the study's words for those it serves."""

    id: str
    icon: str
    title: str
    summary: str
    promises: list[tuple[str, str]]
    kinds: tuple[str, ...]

    @property
    def url(self) -> str:
        return reverse("portal:audience", args=[self.id])


IDS = ("firms", "researchers", "students", "partners")


def audiences() -> list[Audience]:
    return [audience(identity) for identity in IDS]


def audience(identity: str) -> Audience:
    return {
        "firms": _firms,
        "researchers": _researchers,
        "students": _students,
        "partners": _partners,
    }[identity]()


def _firms() -> Audience:
    return Audience(
        "firms",
        "factory",
        _("For firms"),
        _("Try a technology before buying it, with the machines and the people who know it."),
        [
            (
                _("Bring a problem"),
                _(
                    "Someone listens, looks at your process and says what can be done, by whom, and with which public money."
                ),
            ),
            (
                _("Use the pilot lines"),
                _("Hours on machines you would not buy alone, with an operator beside you."),
            ),
            (
                _("Train your people"),
                _("Short courses on the same machines, from the shop floor to design."),
            ),
            (
                _("Meet the school"),
                _("Students of the Makers’ School in placement, on a project of yours."),
            ),
        ],
        ("firm", "start-up"),
    )


def _researchers() -> Audience:
    return Audience(
        "researchers",
        "spark",
        _("For researchers"),
        _("Take a result from the laboratory to a line that runs, with firms that need it."),
        [
            (
                _("Offer a technology"),
                _("Say what it does and how ready it is; the centre looks for who can use it."),
            ),
            (
                _("Work at scale"),
                _("Machines of the size that industry uses, beside those of your department."),
            ),
            (_("Find partners"), _("Firms and funding for projects that start from a real need.")),
        ],
        ("researcher",),
    )


def _students() -> Audience:
    return Audience(
        "students",
        "school",
        _("For students"),
        _(
            "Three years to learn making with your hands and your head, where industry, technology and art meet."
        ),
        [
            (_("Learn on real machines"), _("The same ones that firms use, not models of them.")),
            (
                _("Be taught by those who do it"),
                _("Lecturers come from the world of work, and stay in it."),
            ),
            (
                _("Work while you learn"),
                _("Placements in the area’s firms are part of the course."),
            ),
            (_("Meet artists"), _("Seminars that teach to look at things differently.")),
        ],
        ("student",),
    )


def _partners() -> Audience:
    return Audience(
        "partners",
        "people",
        _("For partners"),
        _("See what is asked of each institution, what it would decide, and what it rests on."),
        [
            (
                _("Read the decision"),
                _("The seat, its probability, what would change it, and what it costs."),
            ),
            (_("See your place"), _("What each legal form would make your voice weigh.")),
            (
                _("State your weights"),
                _("Today the study assumes what matters to you; your judgement is to replace it."),
            ),
        ],
        ("partner",),
    )
