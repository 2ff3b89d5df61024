// The map island. Its data stand in a JSON block of the page; what is drawn without a script stays as the fallback.
import './styles/map.css'
import { start } from './map/start.js'

for (const figure of document.querySelectorAll('[data-map]')) start(figure)
