"""Two questions a supervisor asks: does the process live, and can it serve?"""

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from fucina import __version__


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"service": "fucina", "version": __version__})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers and holds the tables this version expects."""
    missing = what_is_missing()
    body = {"service": "fucina", "ready": not missing, "missing": missing}
    return JsonResponse(body, status=503 if missing else 200)


def what_is_missing() -> list[str]:
    try:
        executor = MigrationExecutor(connection)
    except Error:
        return ["the database does not answer"]
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"migration {migration.app_label}.{migration.name}" for migration, _ in plan]
