"""The addresses as they are; who is refused gets no page. Most of what the table of permissions asks for is refused."""

from django.http import HttpRequest, HttpResponse

from fucina.config.urls import urlpatterns

__all__ = ["handler403", "handler404", "urlpatterns"]


def handler403(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(status=403)


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(status=404)
