"""Finance: statements, returns, partners, service lines and the cash to bridge, of the proposed combination."""

from fucina.study.finance.accounts import accounts

__all__ = ["accounts"]
