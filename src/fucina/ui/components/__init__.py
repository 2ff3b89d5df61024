"""The components: one template in ``templates/ui/`` and one tag each.

A component takes plain values (strings, numbers, lists of dictionaries), a form or a listing, and knows nothing of
what they mean. ``templatetags/ui.py`` offers all of them to templates.
"""
