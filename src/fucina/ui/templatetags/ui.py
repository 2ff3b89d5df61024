"""Every component, under its name."""

from django import template

from fucina.ui.components import actions, blocks, forms, groups, maps, navigation, pieces, table

PARTS = (pieces, actions, groups, table, navigation, blocks, maps, forms)

register = template.Library()
for part in PARTS:
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
