"""Decision: who prefers what, how surely, what the group can agree on, and what the answer rests on."""

from fucina.study.decision.decide import decide

__all__ = ["decide"]
