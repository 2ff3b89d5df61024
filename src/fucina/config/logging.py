"""One structured line per event, with the request's id: JSON in production, readable on a console elsewhere."""

from typing import Any

import structlog
from structlog.types import Processor

SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
]
# Local variables may hold what nobody should read in a log.
TRACEBACKS = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)


def configure_structlog() -> None:
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def logging_for(*, machine_readable: bool, level: str) -> dict[str, Any]:
    """Django's LOGGING."""
    render: list[Processor] = (
        [
            structlog.processors.ExceptionRenderer(TRACEBACKS),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
        if machine_readable
        else [
            structlog.dev.ConsoleRenderer(
                colors=False, exception_formatter=structlog.dev.plain_traceback
            )
        ]
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render],
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django's own handlers would say everything twice
            "django": {"handlers": [], "propagate": True, "level": level},
            "django.server": {"handlers": [], "propagate": True, "level": level},
            # the request's own line already tells the status
            "django.request": {"level": "CRITICAL"},
            # tells at every start that it has found its tasks, and every job several times over
            "procrastinate": {"level": "WARNING"},
            # warns at every HEAD request, whose body it rightly drops
            "gunicorn.http.wsgi": {"level": "ERROR"},
        },
    }
