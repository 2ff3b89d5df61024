import select

from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError


class DatabaseWrapper(base.DatabaseWrapper):
    health_check_done: bool

    def close_if_health_check_failed(self) -> None:
        """A server that has gone left its end to be read. Where there is nothing to read, Django need not ask it."""
        if not self.health_check_done and self.connection is not None:
            self.health_check_done = not has_something_to_read(self.connection)
        super().close_if_health_check_failed()


def has_something_to_read(connection: Connection) -> bool:
    """Its end, or what the server said of itself."""
    try:
        poll = select.poll()
        poll.register(connection.fileno(), select.POLLIN)
    except OperationalError:  # closed on this side
        return True
    return bool(poll.poll(0))
