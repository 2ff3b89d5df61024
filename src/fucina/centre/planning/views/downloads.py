from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase

from fucina.centre.planning.domain import queries
from fucina.centre.planning.presentation.downloads import downloads as page
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.views.show import show

TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SHOWN = {"pdf"}
"""What a browser may open in place. A report in HTML carries its own styles, which the platform's
Content-Security-Policy refuses: it is saved and read from there."""


def downloads(request: HttpRequest, reader: Reader) -> HttpResponse:
    return show(request, reader, "downloads", page(reader, queries.output_files(reader.run)))


def download(request: HttpRequest, reader: Reader, name: str) -> HttpResponseBase:
    """A file of the run, if its name is one of those that may be handed out: a name is looked up, never
    joined to a path."""
    files = queries.output_files(reader.run)
    if name not in files:
        raise Http404(name)
    kind = name.rpartition(".")[2]
    answer = FileResponse(
        files[name].open("rb"),
        as_attachment=kind not in SHOWN,
        filename=f"{reader.run.study}-{name.replace('/', '-')}",
        content_type=TYPES.get(kind, "application/octet-stream"),
    )
    answer["Cache-Control"] = "no-cache"
    return answer
