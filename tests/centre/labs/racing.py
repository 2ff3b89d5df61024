"""Many at once: threads with a connection each, let go at the same moment."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence

from django.db import connection

from fucina.centre.refusal import Refusal


def at_once(acts: Sequence[Callable[[], object]], patience: int = 120) -> Counter[str]:
    """How many were done, and how many were refused for which reasons; what is no refusal is counted as an error."""
    barrier, outcomes = threading.Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        try:
            with connection.cursor() as cursor:  # connected before the start
                cursor.execute("SELECT 1")
            barrier.wait(patience)
            act()
            outcomes.append("done")
        except Refusal as refusal:
            outcomes.append("+".join(sorted({one.code for one in refusal.problems})))
        except BaseException as error:
            outcomes.append(f"error: {error!r}")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(patience)
    return Counter(outcomes)


def only_capacity(outcomes: Counter[str]) -> bool:
    """Those who were not served were told that others have it, or that too many ask: no error among them."""
    words = {"overlap", "in_use", "full", "busy", "inside"}
    return all(outcome == "done" or set(outcome.split("+")) <= words for outcome in outcomes)
