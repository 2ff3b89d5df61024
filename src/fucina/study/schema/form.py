"""A governance model under study: a legal form, its resolutions and what it means for the centre."""

from fucina.documents.text import Text
from fucina.study.schema.record import Id, Named


class Form(Named):
    """``form`` is the id of a legal form of :mod:`fucina.methods.statute`."""

    form: str
    fit: Text
    source: Id
