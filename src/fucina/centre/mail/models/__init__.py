from fucina.centre.mail.models.message import Message

__all__ = ["Message"]
