// The sliders of the page “Explore”: numbers can be dragged, and the answer follows. Without a script the page is a form.
import './sliders/sliders.css'
import { start } from './sliders/start.js'

for (const form of document.querySelectorAll('[data-explore]')) start(form)
