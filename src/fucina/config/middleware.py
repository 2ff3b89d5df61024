from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from fucina.config.health import healthz, readyz

type GetResponse = Callable[[HttpRequest], HttpResponse]

PROBES: dict[str, GetResponse] = {"/healthz": healthz, "/readyz": readyz}
# Nothing in Fucina asks for these yet; a page that does says so here.
REFUSED = (
    "accelerometer", "autoplay", "bluetooth", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{feature}=()" for feature in REFUSED)


class PermissionsPolicyMiddleware:
    """Tells the browser which of its powers no page may use."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        return response


class ProbeMiddleware:
    """Answers a supervisor's probes before anything else: they come by address, without TLS and without
    a host name that the platform would know. Stands first."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path_info)
        return self.get_response(request) if probe is None else probe(request)


class RequestIdMiddleware:
    """Gives the visitor the id under which the log keeps the request; stands below RequestMiddleware."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = structlog.contextvars.get_contextvars()["request_id"]
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        return response
