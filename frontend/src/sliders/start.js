import { Asking } from './asking.js'
import { followPresets } from './presets.js'
import { question } from './question.js'
import { addSlider } from './slider.js'

export function start(form) {
  const asking = new Asking(form)
  const ask = () => asking.soon(question(form))
  for (const slider of form.querySelectorAll('[data-slider]')) addSlider(slider, ask)
  for (const band of form.querySelectorAll('.band')) keepInOrder(band)
  followPresets(form, ask)
  form.querySelector('[data-without-script]').hidden = true
  asking.brief()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ask()
  })
}

// The lower end of a band pushes the upper one along, and the other way round.
function keepInOrder(band) {
  const [low, high] = band.querySelectorAll('input[type=number]')
  const push = (moved, other, passes) => moved.addEventListener('input', () => {
    if (!passes(moved.valueAsNumber, other.valueAsNumber)) return
    other.value = moved.value
    other.dispatchEvent(new Event('moved'))
  })
  push(low, high, (a, b) => a > b)
  push(high, low, (a, b) => a < b)
}
