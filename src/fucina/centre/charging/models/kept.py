"""What was written stays as it was written: triggers of the database hold it, whoever asks."""

import pgtrigger


def kept(*but: str, name: str = "kept") -> pgtrigger.Trigger:
    """No column changes but these."""
    return (
        pgtrigger.ReadOnly(name=name, exclude=[*but])
        if but
        else pgtrigger.Protect(name=name, operation=pgtrigger.Update)
    )


def never_deleted() -> pgtrigger.Trigger:
    return pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
