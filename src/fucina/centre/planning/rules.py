"""Who may do what with studies. The published run of a study is public; other runs are for those who work on it."""

from fucina.centre.people.enums import Role
from fucina.centre.people.rules import director, has_role, reads_all
from fucina.centre.permissions import declare

works_on_it = has_role(Role.ANALYST) | director
decides_on_it = has_role(Role.PARTNER_REPRESENTATIVE)

declare("planning.view_runs", works_on_it | decides_on_it | reads_all)
declare("planning.start_run", works_on_it)
declare("planning.publish_run", works_on_it)
declare("planning.share_run", works_on_it | decides_on_it)
declare("planning.revoke_any_link", director)
