from fucina.centre.planning.models.drawing import Drawing
from fucina.centre.planning.models.folder import Folder
from fucina.centre.planning.models.run import Run
from fucina.centre.planning.models.run_comparison import RunComparison
from fucina.centre.planning.models.run_request import RunRequest
from fucina.centre.planning.models.shared_link import SharedLink

__all__ = ["Drawing", "Folder", "Run", "RunComparison", "RunRequest", "SharedLink"]
