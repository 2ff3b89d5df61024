import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.charging.models.payer_account import PayerAccount
from fucina.centre.charging.models.project import Project


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Share(models.Model):
    """What a payer account takes of a project's charges, in per cent.

    The database sums them up when a transaction ends: whoever writes them, they come to 100.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="shares")
    account = models.ForeignKey(PayerAccount, on_delete=models.PROTECT, related_name="shares")
    percent = models.DecimalField(_("share (%)"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("share of a project")
        verbose_name_plural = _("shares of projects")
        ordering = ["project", "-percent", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "account"],
                name="share_once",
                violation_error_code="taken",
                violation_error_message=_("Name each payer account once."),
            ),
            models.CheckConstraint(
                name="share_is_a_percentage",
                condition=Q(percent__gt=0, percent__lte=100),
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="project_stays", fields=["project"]),
            pgtrigger.Trigger(
                name="are_the_whole",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                declare=[("project", "BIGINT"), ("total", "NUMERIC")],
                func="""  -- the lock makes a second transaction wait, and then see the first one's shares
                    project := CASE WHEN TG_OP = 'DELETE' THEN OLD.project_id ELSE NEW.project_id END;
                    PERFORM FROM charging_project WHERE id = project FOR NO KEY UPDATE;
                    IF NOT FOUND THEN RETURN NULL; END IF;
                    SELECT COALESCE(SUM(percent), 0) INTO total FROM charging_share
                     WHERE project_id = project;
                    IF total <> 100 THEN
                        RAISE EXCEPTION 'shares of project % come to % per cent', project, total
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'shares_are_the_whole';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent} % ({self.account_id})"
