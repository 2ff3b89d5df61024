from fucina.centre.people.domain.record_party import record_party

__all__ = ["record_party"]
