// Styles of the laboratories' pages, which work without a script.
import './calendar/pages.css'
