from django.forms import BaseForm

from fucina.centre.refusal import Refusal


def show_refusal(form: BaseForm, refusal: Refusal) -> None:
    """Put each problem beside the field at fault; what was typed stays."""
    for problem in refusal.problems:
        field = problem.field if problem.field in form.fields else None
        form.add_error(field, problem.message)
