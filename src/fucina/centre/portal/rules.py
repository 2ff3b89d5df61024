from fucina.centre.people.rules import auditor, director
from fucina.centre.permissions import declare

declare("portal.view_mail", director | auditor)
