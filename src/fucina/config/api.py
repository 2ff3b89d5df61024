"""The API: every app's router under /api/v1/, with one way to sign in, to err, to page and to repeat a write."""

from ninja import NinjaAPI

from fucina.centre.api.problems import add_handlers
from fucina.centre.governance.api import router as governance
from fucina.centre.people.api import router as people

api = NinjaAPI(
    title="Fucina",
    version="1",
    description="What the pages show and do, for programs: the same rules, the same domain functions.",
    docs_url=None,  # its page would load scripts from elsewhere
    urls_namespace="api-1",
)
add_handlers(api)
api.add_router("", people)
api.add_router("", governance)
