"""The API: every app's router under /api/v1/, with one way to sign in, to err, to page and to repeat a write."""

from typing import Any

from ninja import NinjaAPI

from fucina.centre.api.problems import MEDIA_TYPE, add_handlers
from fucina.centre.charging.api import router as charging
from fucina.centre.governance.api import router as governance
from fucina.centre.labs.api import router as labs
from fucina.centre.people.api import router as people


class Api(NinjaAPI):
    """Says in its document that errors are problem+json; ninja calls every answer JSON."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        schema = super().get_openapi_schema(**kwargs)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    content = response.get("content", {})
                    if status >= 400 and "application/json" in content:
                        content[MEDIA_TYPE] = content.pop("application/json")
        return schema


api = Api(
    title="Fucina",
    version="1",
    description="What the pages show and do, for programs: the same rules, the same domain functions.",
    docs_url=None,  # its page would load scripts from elsewhere
    urls_namespace="api-1",
)
add_handlers(api)
api.add_router("", people)
api.add_router("", governance)
api.add_router("", charging)
api.add_router("", labs)
