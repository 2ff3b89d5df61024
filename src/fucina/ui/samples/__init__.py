"""Sample content for the gallery: invented figures in the shape that the components expect."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from fucina.ui.icons import ICONS
from fucina.ui.samples import figures, frame, places, sequences
from fucina.ui.samples.form import ContributionForm, wrong_form
from fucina.ui.samples.listing import firm_list


def samples(request: HttpRequest) -> dict[str, Any]:
    return {
        "key_figures": figures.key_figures(),
        "columns": figures.columns(),
        "rows": figures.rows(),
        "icons": sorted(ICONS),
        "evidence": ["fact", "derived", "estimate", "proxy", "assumption", "planned"],
        "levels": ["high", "medium", "low"],
        "steps": sequences.steps(),
        "events": sequences.events(),
        "definitions": figures.definitions(),
        "tab_items": sequences.tabs(),
        "companies": number_format(1943, force_grouping=True),
        "trail": [{"label": _("Home"), "url": "/"}, {"label": _("Components"), "url": ""}],
        "page": Paginator(range(230), 10).get_page(4),
        "chart_wide": figures.bars(680, 132, 24),
        "chart_narrow": figures.bars(330, 96, 20),
        "chart_columns": figures.columns()[:2],
        "chart_rows": [[name, number_format(minutes)] for name, minutes in figures.MINUTES],
        "map_data": places.map_data(),
        "points": places.points(),
        "kinds": places.kinds(),
        "sections": frame.sections(),
        "actions": frame.actions(),
        "profile": frame.account(),
        "visitor": {"sign_in_url": reverse("ui:form")},
        "search_url": reverse("ui:search"),
        "form": ContributionForm(initial={"channel": "pec", "uses": ["training"]}),
        "wrong": wrong_form(),
        **firm_list(request),
    }
