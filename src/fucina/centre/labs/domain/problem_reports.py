from typing import Any

from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.governance.domain.file_type import JPEG, PNG, file_type
from fucina.centre.labs.domain.letters import tell_stewards, those_in_charge
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.enums import ResourceStatus, Severity
from fucina.centre.labs.models import ProblemReport, Resource
from fucina.centre.refusal import Problem, Refusal, refuse_any

MOST_BYTES = 10 * 1024 * 1024


def report_problem(
    resource: Resource,
    severity: str,
    text: str,
    *,
    by: Any,
    photo: "File[bytes] | None" = None,
) -> ProblemReport:
    """Tell those who look after it. One that cannot be used is out of order from now on; bookings ahead are for an outage."""
    allow(by, "labs.report_problem")
    report = ProblemReport(resource=resource, severity=severity, text=text.strip(), reported_by=by)
    try:
        if photo:
            _take(report, photo)
        refuse_any(check(report))
        with one_write():
            report.save()
            if severity == Severity.STOPS:
                Resource.objects.filter(pk=resource.pk, status=ResourceStatus.OPERATIONAL).update(
                    status=ResourceStatus.DOWN
                )
            _tell(report)
    except BaseException:
        if report.photo:  # neither row nor file
            report.photo.delete(save=False)
        raise
    return report


def solve_problem(report: ProblemReport, solution: str, *, by: Any) -> ProblemReport:
    """When the last that stops it is solved, it is operational again."""
    allow(by, "labs.solve_problem", report)
    with one_write():
        report = ProblemReport.objects.select_for_update(of=("self",)).select_related("resource").get(pk=report.pk)  # fmt: skip
        if report.solved is not None:
            raise Refusal([Problem("solved", _("This problem was solved already."))])
        report.solved, report.solved_by = timezone.now(), by
        report.solution = solution.strip()
        report.save(update_fields=["solved", "solved_by", "solution"])
        others = report.resource.problems.filter(solved=None, severity=Severity.STOPS)
        if report.severity == Severity.STOPS and not others.exists():
            Resource.objects.filter(pk=report.resource_id, status=ResourceStatus.DOWN).update(
                status=ResourceStatus.OPERATIONAL
            )
    return report


def _take(report: ProblemReport, photo: "File[bytes]") -> None:
    if not photo.size or photo.size > MOST_BYTES:
        message = _("A photo has at most {limit}.").format(limit=filesizeformat(MOST_BYTES))
        raise Refusal([Problem("too_large", message, "photo", {"limit": MOST_BYTES})])
    found = file_type(photo)
    if found not in (PNG, JPEG):
        raise Refusal([Problem("wrong_type", _("A photo is a PNG or a JPEG."), "photo")])
    report.photo_type = found.media_type
    report.photo.save("", photo, save=False)


def _tell(report: ProblemReport) -> None:
    def words() -> tuple[str, str]:
        subject = _("A problem with {name}").format(name=report.resource)
        severity = Severity(report.severity).label
        return subject, f"{severity}\n\n{report.text}"

    tell_stewards(f"labs:problem:{report.pk}", those_in_charge(report.resource), words)
