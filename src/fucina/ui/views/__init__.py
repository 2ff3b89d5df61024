"""The gallery of components, and the pages that its samples lead to. They store nothing."""

from fucina.ui.views.asking import ask, form
from fucina.ui.views.finding import find
from fucina.ui.views.gallery import frame, gallery

__all__ = ["ask", "find", "form", "frame", "gallery"]
