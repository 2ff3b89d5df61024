from fucina.centre.planning.models.drawing import Drawing
from fucina.centre.planning.models.folder import Folder
from fucina.centre.planning.models.run import Run

__all__ = ["Drawing", "Folder", "Run"]
