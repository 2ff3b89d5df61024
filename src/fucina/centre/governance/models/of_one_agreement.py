"""What belongs to an agreement stays with it, and points only to things of the same one."""

import pgtrigger


def stays(field: str) -> pgtrigger.Trigger:
    """The field is written once."""
    return pgtrigger.ReadOnly(name=f"{field}_stays", fields=[field])


def of_one_agreement(query: str) -> pgtrigger.Trigger:
    """``query`` gives the agreement of each row that a new row points to, and the new row's own."""
    return pgtrigger.Trigger(
        name="of_one_agreement",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("agreements", "BIGINT")],
        func=f"""  -- the query is this program's own words
            SELECT COUNT(DISTINCT agreement) INTO agreements FROM ({query}) found (agreement)
             WHERE agreement IS NOT NULL;
            IF agreements > 1 THEN
                RAISE EXCEPTION 'row points to things of % agreements', agreements
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_agreement';
            END IF;
            RETURN NEW;
        """,  # noqa: S608
    )
