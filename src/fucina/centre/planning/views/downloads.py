from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from fucina.centre.access import public
from fucina.centre.planning.domain import queries
from fucina.centre.planning.presentation.downloads import downloads as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.studied import show, studied

TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}
SHOWN = {"pdf"}
"""What a browser may open in place. A report in HTML carries its own styles, which the platform's
Content-Security-Policy refuses: it is saved and read from there."""


@studied
def downloads(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "downloads", page(reader, queries.output_files(reader.run)))


@public
@require_safe
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of the current run, if its name is one of those that may be handed out: a name is looked
    up, never joined to a path."""
    run = queries.current_run()
    files = queries.output_files(run) if run else {}
    if run is None or name not in files:
        raise Http404(name)
    kind = name.rpartition(".")[2]
    answer = FileResponse(
        files[name].open("rb"),
        as_attachment=kind not in SHOWN,
        filename=f"{run.study}-{name.replace('/', '-')}",
        content_type=TYPES.get(kind, "application/octet-stream"),
    )
    answer["Cache-Control"] = "no-cache"
    return answer
