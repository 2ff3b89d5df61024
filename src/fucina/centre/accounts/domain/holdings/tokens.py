from fucina.centre.accounts.domain.audit_trail import blank_trail, event_model
from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.api.models import Token


def export(subject: Subject) -> Plain:
    if subject.user is None:
        return []
    found = Token.objects.filter(user=subject.user)
    return plain_rows(found, "name", "scopes", "created", "expires", "last_used", "revoked")


def erase(subject: Subject) -> None:
    if subject.user is None:
        return
    Token.objects.filter(user=subject.user).delete()
    events = event_model(Token).objects.filter(user_id=subject.user.pk)
    numbers = sorted(set(events.values_list("pgh_obj_id", flat=True)))
    blank_trail(Token, numbers, name="", start="")
