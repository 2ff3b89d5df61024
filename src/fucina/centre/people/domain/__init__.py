from fucina.centre.people.domain.record_institution import record_institution

__all__ = ["record_institution"]
