from fucina.centre.mail.domain.post import post
from fucina.centre.mail.domain.write import write

__all__ = ["post", "write"]
