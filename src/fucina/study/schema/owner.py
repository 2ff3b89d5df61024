"""An owner: the role that answers for a figure and reviews it."""

from fucina.study.schema.record import Named


class Owner(Named):
    pass
