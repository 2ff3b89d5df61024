import pgtrigger


def part_of_a_draft() -> pgtrigger.Trigger:
    """A part of a published rate is neither added nor changed nor removed."""
    return pgtrigger.Trigger(
        name="part_of_a_draft",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="""
            IF EXISTS (SELECT FROM charging_rate WHERE published
                        AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.rate_id END,
                                   CASE WHEN TG_OP <> 'DELETE' THEN NEW.rate_id END)) THEN
                RAISE EXCEPTION 'the rate is published'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'published_stays';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )
