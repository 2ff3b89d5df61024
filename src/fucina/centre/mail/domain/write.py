"""An e-mail from a template, in the reader's language: its first line is the subject."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from fucina.centre.mail.domain.post import post
from fucina.centre.mail.models import Message


def write(
    key: str, to: str, template: str, language: str, context: Mapping[str, Any] | None = None
) -> Message:
    """Render ``template`` (plain text) in that language and post it; again under the same key, nothing happens."""
    with override(language):
        rendered = render_to_string(template, dict(context or {}))
    subject, _, text = rendered.strip().partition("\n")
    return post(key, to, subject.strip(), text.strip() + "\n", language)
