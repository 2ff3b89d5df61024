"""The study is imported when a task runs: it takes a second, and every command looks for tasks."""

from django.tasks import task


@task
def refresh_study() -> int:
    """Computes again the studies whose folder changed, and gives up runs whose worker died. Config runs it
    every minute."""
    from fucina.centre.planning.domain.refresh import refresh_folders
    from fucina.centre.planning.domain.settle_stalled import settle_stalled_requests

    settle_stalled_requests()
    return refresh_folders()


@task(priority=-10)
def compute_run(request: int) -> None:
    """A run that someone asked for: it may take minutes, so whatever else is waiting goes first."""
    from fucina.centre.planning.domain.carry_out_run import carry_out_run

    carry_out_run(request)


@task(priority=-5)
def compare_two_runs(comparison: int) -> None:
    from fucina.centre.planning.domain.compare_runs import work_out_comparison

    work_out_comparison(comparison)
