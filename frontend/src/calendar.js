// The timeline of the laboratories. Its data stand in a JSON block of the page; the list below it says the same without a script.
import './calendar/calendar.css'
import { start } from './calendar/start.js'

for (const section of document.querySelectorAll('[data-calendar]')) start(section)
