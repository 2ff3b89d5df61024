from fucina.centre.portal.views.about import about
from fucina.centre.portal.views.audience import audience
from fucina.centre.portal.views.home import home
from fucina.centre.portal.views.mail import mail
from fucina.centre.portal.views.my_day import my_day
from fucina.centre.portal.views.search import search
from fucina.centre.portal.views.services import service, services

__all__ = ["about", "audience", "home", "mail", "my_day", "search", "service", "services"]
