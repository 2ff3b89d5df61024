// htmx, for pages that swap fragments; other pages do not pay for it.
import 'htmx.org'
