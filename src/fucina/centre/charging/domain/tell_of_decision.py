from fucina.centre.charging.models import Adjustment
from fucina.centre.mail.domain import write
from fucina.centre.people.models import Person


def tell_of_decision(adjustment: Adjustment) -> None:
    """An e-mail to whoever asked for the correction, unless they decided it themselves."""
    asked_by = adjustment.asked_by
    if asked_by is None or asked_by == adjustment.decided_by:
        return
    person = Person.objects.filter(user=asked_by).exclude(email="").first()
    if person is None:
        return
    language = person.language if person.language in ("it", "en") else "it"
    write(
        f"charging:adjustment:{adjustment.pk}",
        person.email,
        f"charging/mail/{language}/adjustment.txt",
        language,
        {"adjustment": adjustment, "charge": adjustment.charge, "result": adjustment.result},
    )
