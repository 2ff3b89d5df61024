"""How migrations write the triggers that keep every model's history."""

from typing import Any

from django.db.migrations.state import ProjectState
from pgtrigger import migrations


class AddTrigger(migrations.AddTrigger):
    """pgtrigger's own, but the models of the migration are not built again for each: a trigger changes none of their fields.

    With several hundred triggers this is most of the time that an empty database takes.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options: dict[str, Any] = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
