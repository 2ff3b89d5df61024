from fucina.centre.portal.views.about import about
from fucina.centre.portal.views.audience import audience
from fucina.centre.portal.views.home import home
from fucina.centre.portal.views.services import service, services

__all__ = ["about", "audience", "home", "service", "services"]
